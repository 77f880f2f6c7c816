// The peers' settings, each the best that its documentation offers for prose in English: the same when building, in Node.js,
// and when searching, in the browser.

/** MiniSearch: it has no stemmer of its own and takes any as `processTerm`: Lunr's here, with Lunr's stop words; the title
 * counts twice. */
export const minisearch = (lunr) => ({
  fields: ['title', 'text'],
  storeFields: ['title', 'text'],
  processTerm: (term) => {
    const lower = term.toLowerCase();
    return lunr.stopWordFilter(lower) && lunr.stemmer(new lunr.Token(lower)).toString();
  },
  searchOptions: { boost: { title: 2 }, combineWith: 'OR' },
});

/** Lunr: its own pipeline of stop words and stems, any word; the title counts twice, which is said when building. */
export const lunrQuery = (lunr) => (text) => (query) => {
  for (const token of lunr.tokenizer(text)) query.term(token.toString(), {});
};

/** FlexSearch: the encoder for Latin scripts with the English preset (stems, stop words); `suggest` lets any word match. */
export const flexsearch = ({ Document, Encoder, Charset }, english) =>
  new Document({
    document: { id: 'id', index: ['title', 'text'] },
    encoder: new Encoder(Charset.LatinBalance, english),
    tokenize: 'strict',
    context: true,
    resolution: 9,
  });

/** Orama: BM25 over stems, without the stop words of a list that it asks for: FlexSearch's. */
export const orama = ({ create }, english) =>
  create({
    schema: { id: 'string', title: 'string', text: 'string' },
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...english.filter] } },
  });
