// The desk: own documents, dropped into the page, read across beside it, kept on this device, sent nowhere. This shows what
// the reader (reader.js) tells and keeps what it makes (kept.js, working.js); a corpus is then shown by the viewer, which
// asks for its files here; it is set right in claims.js, and leaves the desk by out.js. BOOT is the script that starts the
// viewer.
const page = window.crossreadPage;
page.begun = true;
const root = document.documentElement;
const one = (selector) => document.querySelector(selector);

// An element with attributes, handlers and what is in it.
const el = (name, attributes = {}, ...inner) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...inner.filter((part) => part !== undefined && part !== false));
  return element;
};
const button = (text, click, more = {}) => el('button', { type: 'button', class: 'textbtn', click, ...more }, text);
const count = (number, what) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
const LARGEST = 256 << 20;

// What lies on the desk now. Files have paths below the folder that they were dropped with.
const fresh = () => ({ name: '', title: '', files: new Map(), read: new Set(), failing: new Map(), corrections: {}, decisions: [], about: undefined, rows: [], told: [] });
let desk = fresh();
let busy = false;

const say = (text) => { one('#stage').textContent = text; };
const fail = (error, what) => say(error.message === 'cancelled' ? 'Cancelled. What was read is still listed.' : `${what}: ${error.message}.`);

// ---- Bringing files in

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

const work = async (what, doing) => {
  if (busy) return;
  busy = true;
  one('#cancel').hidden = false;
  for (const part of document.querySelectorAll('#desk button.main, #in button')) part.disabled = true;
  try {
    await doing();
  } catch (error) {
    fail(error, what);
  }
  busy = false;
  one('#cancel').hidden = true;
  for (const part of document.querySelectorAll('#in button')) part.disabled = false;
  draw();
};

const OWN = ['corpus.toml', 'review.toml'];

const add = (found) => work('That could not be read', async () => {
  const files = below(found);
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
});

// Reads what was not read yet; all of it where the reader has begun anew. What has a format goes to the programs for those,
// each of which takes the next file when it is done; a file that stops one is named, and the others are read without it.
const readAll = async () => {
  if (!reader.isOn()) desk.read.clear();
  const { names } = await reader.ask({ ask: 'choose', names: [...desk.files.keys()] });
  const todo = names.filter((name) => !desk.read.has(name) && !desk.failing.has(name));
  const all = todo.length;
  const elsewhere = [];
  for (const [at, name] of todo.entries()) {
    say(`Reading ${at + 1} of ${all}: ${name}`);
    const { reply } = await reader.ask({ ask: 'read', name }, desk.files.get(name));
    if (reply === 'elsewhere') elsewhere.push(name);
    else desk.read.add(name);
  }
  const count = elsewhere.length;
  let begun = 0;
  const lane = async (format) => {
    for (let name = elsewhere.shift(); name !== undefined; name = elsewhere.shift()) {
      begun += 1;
      say(`${format.isOn() ? 'Reading' : 'Fetching what reads this format, then reading'} ${begun} of ${count}: ${name}`);
      try {
        const { bytes } = await format.ask({ ask: 'read', name }, desk.files.get(name));
        await reader.ask({ ask: 'take', name }, bytes);
        desk.read.add(name);
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
  await settle();
};

// Ends all work; nothing of it is known any more.
const stopAll = () => {
  for (const one of [reader, ...formats]) one.stop();
};

const settle = async () => {
  const told = await reader.ask({ ask: 'settle', title: desk.title || 'My documents', about: desk.about, corrections: desk.corrections });
  desk.rows = told.rows;
  desk.told = [...told.troubles, ...desk.failing.values()];
  return told.todo;
};

// ---- Reading across

const across = () => work('They could not be read across', async () => {
  await readAll();
  let left = await settle();
  const all = left;
  while (left > 0) {
    say(`Reading what each says: ${all - left} of ${all}`);
    const some = await reader.ask({ ask: 'annotate' });
    left = some.left;
    const rows = new Map(some.rows.map((row) => [row.id, row]));
    desk.rows = desk.rows.map((row) => rows.get(row.id) ?? row);
  }
  say('Comparing what they say');
  const { refused } = await reader.ask({ ask: 'relate', decisions: desk.decisions });
  const gone = new Set(refused.map(({ decision }) => decision));
  desk.decisions = desk.decisions.filter((_, at) => !gone.has(at));
  say('Making the pages, and keeping them on this device');
  desk.title ||= 'My documents';
  desk.name ||= await free(desk.title);
  const { name, title, about, corrections, decisions } = desk;
  await keepSite({ name, title, about, corrections, decisions }, desk.files);
  navigator.storage?.persist?.();
  say('');
  if (refused.length > 0) sessionStorage.setItem('crossread-decided', `${count(refused.length, 'decision')} could not be carried out any more and ${refused.length === 1 ? 'was' : 'were'} left out: ${refused[0].why}`);
  // What is read anew is at its address already.
  if (opened() === name) location.reload();
  else location.hash = `#/${name}/`;
});

// A name for the address that no other corpus has.
const free = async (title) => {
  const plain = title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'documents';
  const taken = new Set((await kept.corpora()).map(({ name }) => name));
  let name = plain;
  for (let at = 2; taken.has(name); at += 1) name = `${plain}-${at}`;
  return name;
};

// Takes a corpus that is kept back onto the desk: as it was left, where this very program has read it, and else from its
// originals.
const take = async (corpus) => {
  stopAll();
  const { name, title, about, corrections, decisions } = corpus;
  desk = { ...fresh(), name, title, about, corrections, decisions: decisions ?? [], files: await kept.originals(name) };
  await work('It could not be read', async () => {
    const state = corpus.program === reader.program() && await kept.state(name);
    if (state) {
      await reader.ask({ ask: 'restore' }, state);
      desk.read = new Set(desk.files.keys());
    }
    await readAll();
    say(`${count(desk.rows.length, 'report')} of “${title}”.`);
  });
  one('#list h2').focus();
};

// ---- What is shown

const drawKept = async () => {
  const corpora = await kept.corpora();
  const place = one('#kept');
  place.hidden = corpora.length === 0;
  place.querySelector('ul').replaceChildren(...corpora.map((corpus) => {
    const line = el('span', { class: 'quiet', role: 'status' });
    const told = (text) => { line.textContent = text; };
    const tried = (doing) => async () => {
      try {
        // As it is by now.
        await doing(await kept.corpus(corpus.name) ?? corpus);
      } catch (error) {
        told(`That did not work: ${error.message}.`);
      }
    };
    let sure = false;
    const remove = async (event) => {
      if (!sure) {
        sure = true;
        event.target.textContent = `Delete “${corpus.title}” for good`;
        return;
      }
      await kept.remove(corpus.name);
      await drawKept();
      say(`“${corpus.title}” was deleted.`);
      one('#desk h1').focus();
    };
    return el('li', {},
      el('a', { class: 'desk-name', href: `#/${corpus.name}/` }, corpus.title), ' ',
      el('span', { class: 'app' }, `${count(corpus.documents, 'report')}, ${count(corpus.claims, 'claim')}, ${size(corpus.bytes)} on this device`),
      el('span', { class: 'desk-acts' },
        button('Add to it or correct it', () => take(corpus)),
        button('What the machine doubts', tried(showDoubts)),
        button(count((corpus.decisions ?? []).length, 'decision'), tried((corpus) => showDecisions(corpus, drawKept))),
        button('Save or send it', tried(showForms)),
        button('Delete', remove)),
      line);
  }));
};

const field = (row, key, label) => {
  const given = (desk.corrections[row.id] ?? {})[key];
  const input = el('input', { 'aria-label': `${label} of ${row.place}`, value: given || row[key], placeholder: 'unknown', title: row[`${key}_by`] });
  input.value = given || row[key];
  input.addEventListener('change', async () => {
    const before = desk.corrections[row.id];
    desk.corrections[row.id] = { title: '', outlet: '', published: '', ...before, [key]: input.value.trim() };
    input.setAttribute('aria-invalid', 'false');
    try {
      await settle();
      say(`${label} of ${row.place}: set by you.`);
    } catch (error) {
      if (before) desk.corrections[row.id] = before;
      else delete desk.corrections[row.id];
      input.setAttribute('aria-invalid', 'true');
      say(`${label} of ${row.place}: ${error.message}.`);
    }
  });
  return el('td', {}, input);
};

const takeOut = async (row) => {
  const file = row.place.split(', ')[0].split('!')[0];
  desk.files.delete(file);
  desk.read.delete(file);
  await work('It could not be taken out', async () => {
    await reader.ask({ ask: 'take_out', name: file });
    await settle();
    say(`${file} was taken out.`);
  });
};

const draw = () => {
  const list = one('#list');
  list.hidden = desk.files.size === 0;
  one('#title').value = desk.title;
  const shown = desk.rows.slice(0, 500);
  one('#list tbody').replaceChildren(...shown.map((row) => el('tr', {},
    el('th', { scope: 'row' }, row.place, el('span', { class: 'quiet' }, ` ${row.format}, ${count(row.words, 'word')}`, row.notes.length > 0 && `; ${row.notes.join('; ')}`)),
    field(row, 'title', 'Title'), field(row, 'outlet', 'Outlet'), field(row, 'published', 'Day'),
    el('td', {}, button('Take out', () => takeOut(row), { 'aria-label': `Take out ${row.place}` })))));
  one('#rest').textContent = shown.length < desk.rows.length ? `and ${count(desk.rows.length - shown.length, 'more report')}` : '';
  one('#told').replaceChildren(...desk.told.map(({ file, what, remedy }) => el('li', {}, el('b', {}, file), ` ${what}; ${remedy}`)));
  one('#told-h').hidden = desk.told.length === 0;
  one('#across').disabled = desk.rows.length === 0;
};

// ---- The desk

const EXAMPLE = [
  ['evening-lamp.txt', '+++\ntitle = "Mill at Ossery closes"\noutlet = "Evening Lamp"\npublished = "2023-05-03"\n+++\n\nThe mill at Ossery closed on 1 May 2023. Thirty people work there, the council said.\n\nIda Brann, the owner, denied that the mill had been sold. A new owner is expected by the end of June 2023.\n'],
  ['valley-post.txt', '+++\ntitle = "The mill stops"\noutlet = "Valley Post"\npublished = "2023-05-02"\n+++\n\nThe mill at Ossery closed on 1 May 2023, its owner Ida Brann said. "We will open again in June," she said.\n\nForty people work there.\n'],
  ['river-news.txt', '+++\ntitle = "Ossery mill shut"\noutlet = "River News"\npublished = "2023-05-04"\n+++\n\nThe mill at Ossery closed on 1 May 2023, according to the Valley Post. The council will meet on 12 May 2023.\n'],
];

const showDesk = async () => {
  const chosen = async (event) => {
    const files = [...event.target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    event.target.value = '';
    if (files.length) await add(files);
  };
  for (const [id, input] of [['#choose', '#files'], ['#choose-folder', '#folder']]) {
    one(id).addEventListener('click', () => one(input).click());
    one(input).addEventListener('change', chosen);
  }
  one('#try').addEventListener('click', () => add(EXAMPLE.map(([path, text]) => ({ path: `Mill/${path}`, file: new File([text], path) }))));
  let pasted = 0;
  const addText = (text, end) => {
    pasted += 1;
    return add([{ path: `pasted-${pasted}.${end}`, file: new File([text], 'pasted') }]);
  };
  one('#add').addEventListener('click', async () => {
    const text = one('#text').value;
    if (text.trim()) {
      one('#text').value = '';
      await addText(text, 'txt');
    }
  });
  one('#text').addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html');
    if (!html) return;
    event.preventDefault();
    addText(html, 'html');
  });
  addEventListener('dragover', (event) => {
    event.preventDefault();
    one('#in').classList.add('over');
  });
  addEventListener('dragleave', () => one('#in').classList.remove('over'));
  addEventListener('drop', async (event) => {
    event.preventDefault();
    one('#in').classList.remove('over');
    // What was dropped is forgotten once this waits.
    const dropped = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
    const whole = dropped.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    const found = [];
    for (const part of whole) found.push(...part instanceof File ? [{ path: part.name, file: part }] : await entries(part));
    if (found.length) await add(found);
  });
  one('#title').addEventListener('change', () => { desk.title = one('#title').value.trim(); });
  one('#across').addEventListener('click', across);
  one('#cancel').addEventListener('click', stopAll);
  one('#clear').addEventListener('click', () => {
    stopAll();
    desk = fresh();
    draw();
    say('');
    one('#desk h1').focus();
  });
  root.dataset.viewer = 'ready';
  draw();
  await drawKept();
  kept.onchange(drawKept);
};

// ---- A corpus that is kept

const opened = () => /^#\/([^/?#]+)\//.exec(location.hash)?.[1];

const showCorpus = async (name) => {
  const corpus = await kept.corpus(name).catch(() => undefined);
  if (!corpus) {
    await showDesk();
    say(`There are no documents called “${name}” on this device: a link to one’s own documents works only where they are kept.`);
    return;
  }
  if (corpus.program !== reader.program()) {
    // Another version of the site reads otherwise.
    await showDesk();
    say(`“${corpus.title}” was read by another version of this site, and is read anew.`);
    await take(corpus);
    await across();
    return;
  }
  const own = `#/${name}/`;
  placesBehind(page, own, ['licences.txt'], () => window.open('../licences.txt', '_blank', 'noopener'));
  const site = new URL('../', document.baseURI).href;
  const start = page.worker;
  page.worker = (address) => start(site + String(address).split('/').pop());
  const outside = window.fetch.bind(window);
  window.fetch = async (address, options) => {
    if (!String(address).startsWith(own)) return outside(address, options);
    const file = await kept.file(name, String(address).slice(own.length));
    if (!file) return new Response(null, { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(options?.headers?.Range ?? '');
    return range ? new Response(file.slice(+range[1], +range[2] + 1), { status: 206 }) : new Response(file);
  };
  document.head.append(el('meta', { name: 'crossread-manifest', content: corpus.manifest }));
  const again = async () => (await kept.corpus(name)) ?? corpus;
  const correcting = button('Correct this claim', async () => correctClaim(await again()));
  const doubting = button('What the machine doubts', async () => showDoubts(await again()));
  const said = el('span', { class: 'desk-decided', role: 'status' });
  const decision = sessionStorage.getItem('crossread-decided');
  if (decision) {
    sessionStorage.removeItem('crossread-decided');
    said.append(`${decision}. `, button('Your decisions', async () => showDecisions(await again(), () => sessionStorage.setItem('crossread-decided', 'Undone'))));
  }
  one('#app').before(el('aside', { class: 'desk-bar', 'aria-label': 'Your documents' }, el('div', { class: 'page' },
    el('span', {}, 'On this device only, sent nowhere. '), el('a', { href: './' }, 'Your documents'), ' ', correcting, ' ', doubting, ' ', said)));
  const follow = () => { correcting.hidden = !openClaim(); };
  follow();
  addEventListener('hashchange', follow);
  for (const step of ['pushState', 'replaceState']) {
    const change = history[step].bind(history);
    history[step] = (...arguments_) => {
      change(...arguments_);
      follow();
    };
  }
  kept.onchange((changed) => {
    if (changed === name) said.replaceChildren('These documents were changed in another tab. ', button('Load them anew', () => location.reload()));
  });
  root.dataset.viewer = 'coming';
  await import('./BOOT');
};

const here = opened();
addEventListener('hashchange', () => {
  // Within a corpus the viewer follows by itself.
  if (opened() !== here) location.reload();
});
if (document.querySelector('meta[name=crossread-desk]')) {
  (here ? showCorpus(here) : showDesk())
    .catch((error) => page.failed(page.reason(error)))
    // Where it is refused, or there is no room, the desk works all the same as long as there is a network.
    .then(() => setTimeout(() => keepShell().catch(() => {}), 1000));
} else {
  // While a site is built for the first time, its pages can be read before the desk's programs are there.
  page.failed('The programs of the desk are still being built; load this page again in some minutes.');
}
