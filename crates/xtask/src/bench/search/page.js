// In the browser: each engine behind the same two calls. `open(folder)` loads an index that lies there; `find(query, most)`
// gives the ids of the best documents, and the words of the first `shown` of them.

const json = async (url) => (await fetch(url)).json();
const SHOWN = 5;

const script = (url) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('script'), { src: url, onload: resolve, onerror: reject });
    document.head.append(element);
  });

/** Crossread: the crate as a bare module of WebAssembly, fed with the parts it asks for. */
class Crossread {
  async open(folder) {
    this.folder = `${folder}/crossread/`;
    const wasm = fetch('crossread.wasm');
    // As the page of a search names it: fetched beside the engine.
    const { entry } = JSON.parse(document.getElementById('manifest').textContent);
    const pack = fetch(this.folder + entry).then((response) => response.arrayBuffer());
    const { instance } = await WebAssembly.instantiateStreaming(wasm);
    this.wasm = instance.exports;
    this.call('open', new Uint8Array(await pack));
  }

  call(name, bytes) {
    const at = this.wasm.input(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, at, bytes.length).set(bytes);
    const answer = this.wasm[name]();
    const [start, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
    const value = JSON.parse(new TextDecoder().decode(new Uint8Array(this.wasm.memory.buffer, start, length)));
    if (value.error) throw new Error(value.error);
    return value;
  }

  async supply(parts) {
    this.waits += 1;
    const fetched = parts.map(async ({ file, range }) => {
      const ahead = globalThis.crossread?.get(`${file} ${range}`)?.then((response) => response.clone());
      const response = await (ahead ?? fetch(this.folder + file, { headers: range ? { Range: range } : {} }));
      return { head: `${file}\n${range ?? ''}\n`, body: new Uint8Array(await response.arrayBuffer()) };
    });
    for (const { head, body } of await Promise.all(fetched)) {
      const name = new TextEncoder().encode(head);
      const bytes = new Uint8Array(name.length + body.length);
      bytes.set(name);
      bytes.set(body, name.length);
      this.call('supply', bytes);
    }
  }

  /** Asks until nothing is wanted; `whole` fetches what makes counts whole as well. */
  async ask(name, query, whole) {
    const bytes = new TextEncoder().encode(query);
    this.waits = 0;
    for (;;) {
      const answer = this.call(name, bytes);
      const parts = answer.need ?? (whole ? answer.more : []) ?? [];
      if (parts.length === 0) return answer;
      await this.supply(parts);
    }
  }

  async find(query, most) {
    if (most > SHOWN) return { ids: await this.ask('documents', query), shown: [] };
    const { hits } = await this.ask('find', query);
    return { ids: hits.map(([id]) => id), shown: hits.map(([, words]) => words) };
  }

  async warm(query) {
    await this.ask('find', query, true);
  }
}

/** An engine that loads its whole index at once. */
class Loaded {
  async find(query, most) {
    const ids = await this.ids(query, most);
    return { ids, shown: ids.slice(0, SHOWN).map((id) => this.words(id)) };
  }

  async warm() {}
}

class MiniSearchPeer extends Loaded {
  async open(folder) {
    const [{ default: MiniSearch }, index, settings] = await Promise.all([
      import('./peers/minisearch.js'),
      fetch(`${folder}/minisearch.json`).then((response) => response.text()),
      import('./settings.js'),
      script('peers/lunr.js'),
    ]);
    this.index = MiniSearch.loadJSON(index, settings.minisearch(globalThis.lunr));
  }

  ids(query, most) {
    return this.index.search(query).slice(0, most).map(({ id }) => id);
  }

  words(id) {
    return this.index.getStoredFields(id).text;
  }
}

class LunrPeer extends Loaded {
  async open(folder) {
    const [index, documents] = await Promise.all([
      json(`${folder}/lunr.json`),
      json(`${folder}/documents.json`),
      script('peers/lunr.js'),
    ]);
    this.index = globalThis.lunr.Index.load(index);
    this.documents = documents;
    this.query = (await import('./settings.js')).lunrQuery(globalThis.lunr);
  }

  ids(query, most) {
    return this.index.query(this.query(query)).slice(0, most).map(({ ref }) => ref);
  }

  words(id) {
    return this.documents[id].text;
  }
}

class FlexSearchPeer extends Loaded {
  async open(folder) {
    const [library, english, settings, parts, documents] = await Promise.all([
      import('./peers/flexsearch.js'),
      import('./peers/flexsearch-en.js'),
      import('./settings.js'),
      json(`${folder}/flexsearch.json`),
      json(`${folder}/documents.json`),
    ]);
    this.index = settings.flexsearch(library, english.default);
    for (const [key, value] of parts) this.index.import(key, value);
    this.documents = documents;
  }

  ids(query, most) {
    const found = this.index.search(query, { limit: most, suggest: true, merge: true });
    return found.map(({ id }) => id);
  }

  words(id) {
    return this.documents[id].text;
  }
}

class OramaPeer extends Loaded {
  async open(folder) {
    const [library, english, settings, raw] = await Promise.all([
      import('./peers/orama/index.js'),
      import('./peers/flexsearch-en.js'),
      import('./settings.js'),
      json(`${folder}/orama.json`),
    ]);
    this.library = library;
    this.index = settings.orama(library, english.default);
    library.load(this.index, raw);
  }

  async find(query, most) {
    const { hits } = await this.library.search(this.index, { term: query, limit: most, boost: { title: 2 } });
    return { ids: hits.map(({ document }) => document.id), shown: hits.slice(0, SHOWN).map(({ document }) => document.text) };
  }
}

class PagefindPeer {
  async open(folder) {
    this.pagefind = await import(`./${folder}/pagefind/pagefind.js`);
    await this.pagefind.init();
  }

  async find(query, most) {
    const { results } = await this.pagefind.search(query);
    const data = await Promise.all(results.slice(0, Math.min(most, 100)).map((result) => result.data()));
    return { ids: data.map(({ url }) => url.split('/').pop()), shown: data.slice(0, SHOWN).map(({ excerpt }) => excerpt) };
  }

  async warm(query) {
    await this.find(query, SHOWN);
  }
}

const ENGINES = {
  Crossread,
  Pagefind: PagefindPeer,
  MiniSearch: MiniSearchPeer,
  FlexSearch: FlexSearchPeer,
  Orama: OramaPeer,
  Lunr: LunrPeer,
};

/** A first search in a fresh page; how many results it shows. */
globalThis.cold = async (engine, folder, query) => {
  const one = new ENGINES[engine]();
  await one.open(folder);
  return (await one.find(query, SHOWN)).shown.length;
};

let opened;

/** Opens an index to ask it many queries. */
globalThis.openWarm = async (engine, folder) => {
  opened = new ENGINES[engine]();
  await opened.open(folder);
};

/** How many milliseconds each query takes for its first five results with their words, when all it needs is at hand. */
globalThis.times = async (queries) => {
  const times = [];
  for (const query of queries) {
    await opened.warm(query);
    await opened.find(query, SHOWN);
    const start = performance.now();
    await opened.find(query, SHOWN);
    times.push(performance.now() - start);
  }
  return times;
};

/** The ids of up to 1,000 documents for each query. */
globalThis.runs = async (queries) => {
  const runs = [];
  for (const query of queries) runs.push((await opened.find(query, 1000)).ids);
  return runs;
};

/** For Crossread: sequential fetches for a new query, pasted, and after its last letter where it is typed. */
globalThis.waits = async (folder, queries) => {
  const [pasted, typed] = [[], []];
  for (const query of queries) {
    const one = new Crossread();
    await one.open(folder);
    await one.find(query, SHOWN);
    pasted.push(one.waits);
    const other = new Crossread();
    await other.open(folder);
    for (let end = 2; end <= query.length; end += 1) await other.find(query.slice(0, end), SHOWN);
    typed.push(other.waits);
  }
  return { pasted, typed };
};
