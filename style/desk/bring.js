// Bringing files in: what was dropped, chosen or pasted, or what the site itself has published; and reading them.
const LARGEST = 256 << 20;

const entries = async (entry, prefix = '') => {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [{ path: prefix + entry.name, file }];
  }
  const folder = entry.createReader();
  const found = [];
  for (;;) {
    // A folder is told of in parts.
    const part = await new Promise((done, failed) => folder.readEntries(done, failed));
    if (part.length === 0) break;
    for (const inner of part) found.push(...await entries(inner, `${prefix}${entry.name}/`));
  }
  return found;
};

// The folder that all were dropped with is no part of their paths: it names the corpus.
const below = (found) => {
  const first = found[0]?.path.split('/')[0];
  if (!found.every(({ path }) => path.startsWith(`${first}/`))) return found;
  if (!desk.title) desk.title = first;
  return found.map(({ path, file }) => ({ path: path.slice(first.length + 1), file }));
};

const OWN = ['corpus.toml', 'review.toml'];

const add = (found) => work('That could not be read', () => bring(below(found)));

const bring = async (files) => {
  for (const { path, file } of files.filter(({ path }) => OWN.includes(path))) {
    desk.failing.delete(path);
    try {
      const { about, decisions } = await reader.ask({ ask: 'beside', name: path }, new Uint8Array(await file.arrayBuffer()));
      if (path === 'review.toml') desk.decisions = decisions;
      else desk.about = about;
      if (about?.title) desk.title = about.title;
    } catch (error) {
      desk.failing.set(path, { file: path, unread: true, what: error.message, remedy: 'correct it and drop it again' });
    }
  }
  for (const { path, file } of files.filter(({ path }) => !OWN.includes(path))) {
    if (file.size > LARGEST) {
      desk.failing.set(path, { file: path, unread: true, what: 'is larger than 256 MiB', remedy: 'split it' });
    } else {
      desk.files.set(path, new Uint8Array(await file.arrayBuffer()));
      desk.read.delete(path);
    }
  }
  await readAll();
  say(desk.rows.length ? `${count(desk.rows.length, 'report')} found. Look at the list, then read them across.` : 'No report was found in that.');
};

// Takes the documents of the site that this desk is on, with what is known of them and was decided already, and reads them
// across: what is set right then is review.toml for whoever builds the site.
const review = async () => {
  stopAll();
  desk = fresh();
  await work('The documents of this site could not be taken', async () => {
    say('Fetching the documents of this site');
    const [documents, about, decided] = await Promise.all(['documents.json', 'corpus.toml', 'review.toml'].map((name) => fetched(`../export/${name}`)));
    const { bytes } = await reader.ask({ ask: 'published' }, documents);
    await bring([['corpus.toml', about], ['review.toml', decided], ['reports.jsonl', bytes]].map(([path, bytes]) => ({ path, file: new File([bytes], path) })));
  });
  if (desk.rows.length > 0) await across();
};

// Reads what was not read yet; all of it where the reader has begun anew. What has a format goes to the programs for those,
// each of which takes the next file when it is done; a file that stops one is named, and the others are read without it.
const readAll = async () => {
  if (reader.isOn() && holds !== undefined && holds !== desk) reader.stop();
  if (!reader.isOn()) desk.read.clear();
  holds = desk;
  const { names } = await reader.ask({ ask: 'choose', names: [...desk.files.keys()] });
  const todo = names.filter((name) => !desk.read.has(name) && !desk.failing.has(name));
  const all = todo.length;
  const elsewhere = [];
  for (const [at, name] of todo.entries()) {
    say(`Reading ${at + 1} of ${all}: ${name}`);
    const { reply, rows } = await reader.ask({ ask: 'read', name }, desk.files.get(name));
    if (reply === 'elsewhere') elsewhere.push(name);
    else {
      desk.read.add(name);
      drawEarly(rows);
    }
  }
  const count = elsewhere.length;
  let begun = 0;
  const lane = async (format) => {
    for (let name = elsewhere.shift(); name !== undefined; name = elsewhere.shift()) {
      begun += 1;
      say(`${format.isOn() ? 'Reading' : 'Fetching what reads this format, then reading'} ${begun} of ${count}: ${name}`);
      try {
        const { bytes } = await format.ask({ ask: 'read', name }, desk.files.get(name));
        const { rows } = await reader.ask({ ask: 'take', name }, bytes);
        desk.read.add(name);
        drawEarly(rows);
      } catch (error) {
        if (error.message === 'the reader did not come') throw new Error('the program that reads this format could not be fetched; try again with a network');
        if (error.message !== 'the reader stopped') throw error;
        desk.failing.set(name, { file: name, unread: true, what: 'makes its reader fail', remedy: 'save its text in another format' });
      }
    }
  };
  await Promise.all(formats.map(lane));
  // They take memory, and are seldom asked twice.
  for (const format of formats) format.stop();
  const left = await settle();
  hearAhead = ({ rows }) => complete(rows);
  annotateAhead(left, settle);
  return left;
};

// Takes what the texts themselves told of reports.
const complete = (rows) => {
  const known = new Map(rows.map((row) => [row.id, row]));
  desk.rows = desk.rows.map((row) => known.get(row.id) ?? row);
};

// Ends all work; nothing of it is known any more.
const stopAll = () => {
  for (const one of [reader, ...helpers, ...formats]) one.stop();
};

const settle = async () => {
  // A corpus that is kept was at hand meanwhile: what lies here is read anew.
  if (holds !== desk) return readAll();
  const told = await settleAs({ ...desk, title: desk.title || 'My documents' });
  desk.rows = told.rows;
  desk.told = [...told.troubles, ...desk.failing.values()];
  return told.todo;
};
