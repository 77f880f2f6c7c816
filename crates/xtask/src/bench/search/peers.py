"""Ranks by engines that are libraries of Python: bm25s and Tantivy, each with the settings that its documentation offers
for prose in English. Reads documents.jsonl and queries.tsv of each folder that is named, and writes python.json there: for
each engine the documents of each query, best first.
"""

import json
import re
import sys
from pathlib import Path

import bm25s
import Stemmer
import tantivy

# As many as the measures look at.
DEPTH = 1000


def by_bm25s(documents, queries):
    """BM25 as Lucene has it (the default), Snowball's English stems, its English stop words."""
    stemmer = Stemmer.Stemmer("english")
    texts = [f"{one['title']}\n{one['text']}" for one in documents]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False)
    ranked = {}
    for number, words in queries:
        tokens = bm25s.tokenize([words], stopwords="en", stemmer=stemmer, show_progress=False)
        found, scores = index.retrieve(tokens, k=min(DEPTH, len(documents)), show_progress=False)
        ranked[number] = [documents[at]["id"] for at, score in zip(found[0], scores[0]) if score > 0]
    return ranked


def by_tantivy(documents, queries):
    """Its tokenizer with English stems, any word of the query, the title counted twice."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("title", tokenizer_name="en_stem")
    schema.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for one in documents:
        writer.add_document(tantivy.Document(id=one["id"], title=one["title"], text=one["text"]))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    ranked = {}
    for number, words in queries:
        # Its language of queries has signs of its own, and words in capitals.
        plain = " ".join(re.findall(r"\w+", words.lower()))
        query = index.parse_query(plain, ["title", "text"], field_boosts={"title": 2.0})
        found = searcher.search(query, limit=DEPTH).hits
        ranked[number] = [searcher.doc(address)["id"][0] for _, address in found]
    return ranked


for name in sys.argv[1:]:
    folder = Path(name)
    documents = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf-8").splitlines() if line]
    documents = [{"id": str(one["id"]), "title": one.get("title") or "", "text": one["text"]} for one in documents]
    queries = [line.split("\t", 1) for line in (folder / "queries.tsv").read_text("utf-8").splitlines() if line]
    ranked = {"bm25s": by_bm25s(documents, queries), "Tantivy": by_tantivy(documents, queries)}
    (folder / "python.json").write_text(json.dumps(ranked), "utf-8")
