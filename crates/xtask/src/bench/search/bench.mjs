// Sets the search beside its peers, on the same documents and queries, in one Chromium. `cargo xtask bench search` has made
// the documents and our index, serves the folder, and says by the environment where everything is.
import { createRequire } from 'node:module';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { flexsearch, minisearch, orama } from './settings.js';

const { CROSSREAD_SITE: SITE, CROSSREAD_FOLDER: FOLDER, CROSSREAD_MODULES: MODULES, CROSSREAD_CHROMIUM: CHROMIUM } = process.env;
const [CORPORA, PEERLESS] = ['CROSSREAD_CORPORA', 'CROSSREAD_PEERLESS'].map((name) => (process.env[name] ?? '').split(',').filter(Boolean));
const PEERS = process.env.CROSSREAD_PEERS;
/** Whether the question is who ranks best: engines that come nowhere near are left out, and typing errors are tried. */
const RANKERS = process.env.CROSSREAD_RANKERS === 'yes';
const UNRANKED = ['FlexSearch', 'Orama'];

const require = createRequire(join(PEERS, 'peers.js'));
const { chromium } = createRequire(join(MODULES, 'journeys.js'))('playwright-core');
const lunr = require('lunr');
const library = async (name) => import(pathToFileURL(join(PEERS, name)).href);

/** How many queries are asked in a fresh page each, for bytes and round trips, which mostly do not hang on the query. */
const COLD = 5;

/** The same for ours, where they do. */
const COLD_OURS = 15;

/** Milliseconds that an answer is held up in them: longer than it takes to ask for all that is asked for side by side. */
const LATENCY = 150;

/** How many queries are typed letter by letter. */
const TYPED = 6;

/** Seconds of the processor that this process and its children have taken; of the clock where the system does not tell. */
async function processor() {
  try {
    const fields = (await readFile('/proc/self/stat', 'utf8')).split(') ')[1].split(' ').slice(11, 15);
    return fields.reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

const seconds = async (work) => {
  const start = await processor();
  await work();
  return (await processor()) - start;
};

/** What a page and its workers fetch: bytes of data and of the engine, and the longest chain of fetches. */
function listen(context) {
  const done = [];
  context.on('requestfinished', (request) => done.push(request));
  return async () => {
    const fetched = [];
    for (const request of done.filter((one) => !OWN.test(one.url()))) {
      const { startTime, responseEnd } = request.timing();
      const { responseBodySize } = await request.sizes();
      fetched.push({ engine: ENGINE.test(request.url()), bytes: responseBodySize, start: startTime, end: startTime + responseEnd });
    }
    fetched.sort((a, b) => a.start - b.start);
    for (const one of fetched) {
      const before = fetched.filter((other) => other.depth && other.end <= one.start);
      one.depth = 1 + Math.max(0, ...before.map(({ depth }) => depth));
    }
    const bytes = (engine) => fetched.filter((one) => one.engine === engine).reduce((sum, one) => sum + one.bytes, 0);
    return { data: bytes(false), engine: bytes(true), trips: Math.max(0, ...fetched.map(({ depth }) => depth)) };
  };
}

/** The script of the page of a search. */
const AHEAD = await readFile(new URL('../../../../bundle/src/pages/ahead.js', import.meta.url), 'utf8');

/** The bench's own files, and those of engines. */
const OWN = /\.html(\?|$)|page\.js|settings\.js|favicon|^data:/;
const ENGINE = /crossread\.wasm|\/peers\/|pagefind\.js|pagefind-worker\.js|wasm\.[\w-]+\.pagefind/;

/** How each peer builds its index of documents into a folder. */
const BUILD = {
  Pagefind: async (documents, folder) => {
    const { createIndex, close } = await library('pagefind/lib/index.js');
    const { index } = await createIndex({ forceLanguage: 'en' });
    for (const { id, title, text } of documents) {
      await index.addCustomRecord({ url: `/${id}`, content: `${title}\n${text}`, language: 'en', meta: { title } });
    }
    await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    await close();
  },
  MiniSearch: async (documents, folder) => {
    const { default: MiniSearch } = await library('minisearch/dist/es/index.js');
    const index = new MiniSearch(minisearch(lunr));
    index.addAll(documents);
    await writeFile(join(folder, 'minisearch.json'), JSON.stringify(index));
  },
  FlexSearch: async (documents, folder) => {
    const english = await library('flexsearch/dist/module/lang/en.js');
    const index = flexsearch(await library('flexsearch/dist/flexsearch.bundle.module.min.mjs'), english.default);
    for (const document of documents) index.add(document);
    const parts = [];
    await index.export((key, value) => parts.push([key, value]));
    await writeFile(join(folder, 'flexsearch.json'), JSON.stringify(parts));
  },
  Orama: async (documents, folder) => {
    const { create, insertMultiple, save } = await library('@orama/orama/dist/esm/index.js');
    const english = await library('flexsearch/dist/module/lang/en.js');
    const index = orama({ create }, english.default);
    await insertMultiple(index, documents);
    await writeFile(join(folder, 'orama.json'), JSON.stringify(save(index)));
  },
  Lunr: async (documents, folder) => {
    const index = lunr(function () {
      this.ref('id');
      this.field('title', { boost: 2 });
      this.field('text');
      for (const document of documents) this.add(document);
    });
    await writeFile(join(folder, 'lunr.json'), JSON.stringify(index));
  },
};

/** The files that an engine's index is. Words to show lie apart for engines that do not keep them. */
const FILES = {
  Crossread: ['crossread'],
  Pagefind: ['pagefind'],
  MiniSearch: ['minisearch.json'],
  FlexSearch: ['flexsearch.json', 'documents.json'],
  Orama: ['orama.json'],
  Lunr: ['lunr.json', 'documents.json'],
};

/** Bytes of a file or folder as they are sent, and how many files it is. */
async function sent(path) {
  if ((await stat(path)).isDirectory()) {
    const parts = await Promise.all((await readdir(path)).map((name) => sent(join(path, name))));
    return parts.reduce((sum, part) => ({ bytes: sum.bytes + part.bytes, files: sum.files + part.files }), { bytes: 0, files: 0 });
  }
  const bytes = await readFile(path);
  return { bytes: /\.(js|json|css|html)$/.test(path) ? gzipSync(bytes).length : bytes.length, files: 1 };
}

/** nDCG@10 and MAP with binary relevance, as trec_eval's ndcg_cut_10 and map. */
function quality(runs, relevant) {
  let [ndcg, map, empty] = [0, 0, 0];
  for (const [query, documents] of relevant) {
    const ids = [...new Set(runs.get(query) ?? [])];
    const gain = (place) => 1 / Math.log2(place + 2);
    const ideal = [...Array(Math.min(10, documents.size)).keys()].reduce((sum, place) => sum + gain(place), 0);
    ndcg += ids.slice(0, 10).reduce((sum, id, place) => sum + (documents.has(id) ? gain(place) : 0), 0) / ideal;
    let hits = 0;
    map += ids.reduce((sum, id, place) => (documents.has(id) ? sum + (hits += 1) / (place + 1) : sum), 0) / documents.size;
    empty += ids.length === 0;
  }
  return { ndcg: ndcg / relevant.size, map: map / relevant.size, empty };
}

/** Words too common to be searched for alone: enough of them to shorten questions. */
const COMMON = new Set('what which when where whose with from that this these those have been there their they them than then into such more most also are was were the and for how can not any has had its does who why'.split(' '));

/** A question as its three longest words, and the same with two inner letters of the longest changed in place. */
function slipped(words) {
  const telling = [...new Set(words.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) => !COMMON.has(word));
  const longest = telling.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 3);
  const word = longest[0] ?? '';
  // In the middle, where the letters differ, or nothing would change.
  const at = [...word].map((_, at) => at).filter((at) => at > 0 && at < word.length - 2 && word[at] !== word[at + 1]);
  const swap = at[Math.floor(at.length / 2)];
  if (word.length < 5 || swap === undefined) return undefined;
  const slip = word.slice(0, swap) + word[swap + 1] + word[swap] + word.slice(swap + 2);
  return [longest.join(' '), longest.join(' ').replace(word, slip)];
}

async function lines(path) {
  return (await readFile(path, 'utf8')).split('\n').filter(Boolean);
}

async function judged(folder) {
  try {
    const relevant = new Map();
    for (const line of await lines(join(folder, 'qrels.txt'))) {
      const [query, , document, relevance] = line.split(/\s+/);
      if (Number(relevance) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
    }
    return relevant;
  } catch {
    return undefined;
  }
}

/** What the browser loads of each peer. */
async function bringPeers() {
  const peers = join(FOLDER, 'peers');
  await mkdir(peers, { recursive: true });
  const from = (name) => join(PEERS, name);
  await cp(from('minisearch/dist/es/index.js'), join(peers, 'minisearch.js'));
  await cp(from('lunr/lunr.min.js'), join(peers, 'lunr.js')).catch(() => cp(from('lunr/lunr.js'), join(peers, 'lunr.js')));
  await cp(from('flexsearch/dist/flexsearch.bundle.module.min.mjs'), join(peers, 'flexsearch.js'));
  const english = await readFile(from('flexsearch/dist/module/lang/en.js'), 'utf8');
  // The one import is of types alone.
  await writeFile(join(peers, 'flexsearch-en.js'), english.replace(/^import .*$/m, ''));
  await cp(from('@orama/orama/dist/browser'), join(peers, 'orama'), { recursive: true });
  for (const file of ['page.js', 'settings.js']) await cp(new URL(file, import.meta.url), join(FOLDER, file));
}

const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const kib = (bytes) => (bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0);

async function measure(browser, name, engine, queries, relevant, documents, ahead) {
  const folder = join(FOLDER, name);
  const row = { engine };
  if (engine === 'Crossread') {
    row.build = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8')).build_s;
  } else {
    row.build = await seconds(() => BUILD[engine](documents, folder));
  }
  const sizes = await Promise.all(FILES[engine].map((file) => sent(join(folder, file))));
  row.size = sizes.reduce((sum, size) => sum + size.bytes, 0);
  row.files = sizes.reduce((sum, size) => sum + size.files, 0);
  const page = async (work, link = `${name}.html`, latency = 0) => {
    const context = await browser.newContext();
    context.setDefaultTimeout(600_000);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
    const fetched = listen(context);
    await page.goto(new URL(link, SITE).href);
    await page.waitForFunction(() => globalThis.runs);
    const result = await work(page, fetched);
    await context.close();
    return result;
  };
  const cold = [];
  for (const { words } of queries.slice(0, engine === 'Crossread' ? COLD_OURS : COLD)) {
    const search = async (page, fetched) => {
      await page.evaluate(([...all]) => globalThis.cold(...all), [engine, name, words]);
      return fetched();
    };
    // The page of our search reads the query in its address.
    const link = engine === 'Crossread' ? `${name}-linked.html?q=${encodeURIComponent(words)}` : undefined;
    cold.push(await page(search, link, LATENCY));
  }
  row.data = percentile(cold.map(({ data }) => data), 0.5) + (engine === 'Crossread' ? gzipSync(ahead).length : 0);
  row.code = percentile(cold.map(({ engine }) => engine), 0.5);
  row.trips = percentile(cold.map(({ trips }) => trips), 0.5);
  await page(async (page) => {
    await page.evaluate(([...all]) => globalThis.openWarm(...all), [engine, name]);
    row.times = await page.evaluate((words) => globalThis.times(words), queries.map(({ words }) => words));
    if (relevant) {
      const runs = await page.evaluate((words) => globalThis.runs(words), queries.map(({ words }) => words));
      row.quality = quality(new Map(queries.map(({ id }, at) => [id, runs[at]])), relevant);
    }
    if (engine === 'Crossread' && relevant && RANKERS) {
      const pairs = queries.filter(({ id }) => relevant.has(id)).map(({ id, words }) => ({ id, pair: slipped(words) })).filter(({ pair }) => pair);
      const judged = new Map(pairs.map(({ id }) => [id, relevant.get(id)]));
      const both = [];
      for (const which of [0, 1]) {
        const runs = await page.evaluate((words) => globalThis.runs(words), pairs.map(({ pair }) => pair[which]));
        both.push(quality(new Map(pairs.map(({ id }, at) => [id, runs[at]])), judged).ndcg);
      }
      row.note = `Typing errors: ${pairs.length} questions of three words keep ${(both[1] / both[0]).toFixed(3)} of their nDCG@10 (${both[0].toFixed(3)}) with two letters changed in place`;
    }
    if (engine === 'Crossread' && !relevant) {
      const short = queries.map(({ words }) => words).slice(0, TYPED);
      row.waits = await page.evaluate(([...all]) => globalThis.waits(...all), [name, short]);
    }
  });
  return row;
}

function table(name, documents, rows) {
  console.log(`\n### ${name}: ${documents} documents\n`);
  console.log('| engine | nDCG@10 | MAP | nothing found | first five results, KiB | engine, KiB | round trips | p50 ms | p95 ms | building, s | index, MiB | files |');
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) {
    if (row.error) {
      console.log(`| ${row.engine} | ${row.error} |`);
      continue;
    }
    const { ndcg, map, empty } = row.quality ?? {};
    if (!row.times) {
      console.log(`| ${row.engine} | ${ndcg.toFixed(3)} | ${map.toFixed(3)} | ${empty} | | | | | | | | |`);
      continue;
    }
    const cells = [
      row.engine,
      ndcg?.toFixed(3) ?? '',
      map?.toFixed(3) ?? '',
      empty ?? '',
      kib(row.data),
      kib(row.code),
      row.trips,
      percentile(row.times, 0.5).toFixed(1),
      percentile(row.times, 0.95).toFixed(1),
      row.build.toFixed(1),
      (row.size / 2 ** 20).toFixed(1),
      row.files,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (row.waits) {
      const most = ({ pasted, typed }) => `pasted ${percentile(pasted, 0.95)}, typed ${percentile(typed, 0.95)}`;
      row.note = `Sequential fetches of Crossread for a new query, engine and entry at hand (p95): ${most(row.waits)}`;
    }
  }
  for (const { note } of rows) if (note) console.log(`\n${note}`);
}

await bringPeers();
const profile = join(FOLDER, 'profile');
await rm(profile, { recursive: true, force: true });
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  headless: true,
  args: ['--disable-gpu', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--disk-cache-dir=${profile}`],
});
try {
  for (const name of [...CORPORA, ...PEERLESS]) {
    const folder = join(FOLDER, name);
    const documents = (await lines(join(folder, 'documents.jsonl'))).map((line) => JSON.parse(line)).map(({ id, title, text }) => ({ id: String(id), title: title ?? '', text }));
    await writeFile(join(folder, 'documents.json'), JSON.stringify(Object.fromEntries(documents.map((one) => [one.id, one]))));
    const relevant = await judged(folder);
    const queries = (await lines(join(folder, 'queries.tsv'))).map((line) => {
      const [id, words] = line.split('\t');
      return { id, words };
    });
    const { entry } = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'));
    // As the page of a search begins: with the script that asks for words before there is an engine.
    const directory = JSON.parse(await readFile(join(folder, 'directory.json'), 'utf8'));
    const data = (id, value) => `<script type="application/json" id="${id}">${JSON.stringify(value)}</script>`;
    const ahead = directory ? `${data('directory', { folder: `${name}/crossread/`, directory })}<script>${AHEAD}</script>` : '';
    const preloads = ['crossread.wasm', `${name}/crossread/${entry}`].map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`);
    const html = (own) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${own}${data('manifest', { entry })}<script type="module" src="page.js"></script>`;
    await writeFile(join(FOLDER, `${name}.html`), html(''));
    await writeFile(join(FOLDER, `${name}-linked.html`), html(ahead + preloads.join('')));
    const rows = [];
    const peers = Object.keys(FILES).filter((engine) => !(RANKERS && UNRANKED.includes(engine)));
    for (const engine of PEERLESS.includes(name) ? ['Crossread'] : peers) {
      console.error(`${name}: ${engine}`);
      const row = await measure(browser, name, engine, queries, relevant, documents, ahead).catch((error) => ({ engine, error: String(error).split('\n')[0] }));
      rows.push(row);
    }
    const ranked = RANKERS ? await readFile(join(folder, 'python.json'), 'utf8').then(JSON.parse).catch(() => ({})) : {};
    for (const [engine, runs] of Object.entries(ranked)) rows.push({ engine, quality: quality(new Map(Object.entries(runs)), relevant) });
    table(name, documents.length, rows);
  }
} finally {
  await browser.close();
}
