// The desk: own documents in the page, from the drop to the file that is sent to somebody.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { FOLDER, SITE, assertAccessible, assertFits, assertTargets, at, settled, withBrowser } from './harness.mjs';

const opened = withBrowser();
// A page that is left while it fetches what it keeps for later breaks that off, which its console tells; that it does keep it,
// journeys below hold. A file that is missing would be told by its status.
const open = (t, path, options = {}) => opened(t, path, { errors: /net::ERR_FAILED/, ...options });

const report = (title, outlet, day, text) => `+++\ntitle = "${title}"\noutlet = "${outlet}"\npublished = "${day}"\n+++\n\n${text}\n`;

/** Reports of one matter, invented, in several forms; and one that can't be read. */
const FILES = [
  ['lamp.txt', report('Bridge at Tolne closed', 'Evening Lamp', '2024-03-03', 'The bridge at Tolne closed on 2 March 2024. Thirty lorries a day used it, the council said.\n\nMira Sand, the engineer, denied that the bridge had been inspected.')],
  ['post.md', report('Tolne bridge shut', 'Valley Post', '2024-03-02', 'The bridge at Tolne closed on 2 March 2024, the engineer Mira Sand said. "We will open it again in May," she said.\n\nForty lorries a day used it.')],
  ['river.html', '<!doctype html><html><head><title>Tolne bridge closed</title><meta property="og:site_name" content="River News"><meta property="article:published_time" content="2024-03-04T09:00:00Z"></head><body><nav>Home Sport</nav><article><h1>Tolne bridge closed</h1><p>The bridge at Tolne closed on 2 March 2024, the council of the valley told River News. It will be opened again by the end of May 2024.</p></article></body></html>'],
  ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
];
const files = FILES.map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }));

/** Everything that the page asks for, and sends. */
function watch(page) {
  const sent = [];
  page.on('request', (request) => {
    const own = request.url().startsWith(SITE) || /^(blob:|data:)/.test(request.url());
    if (!own || request.method() !== 'GET' || request.postData()) sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

const rows = (page) => page.locator('#list tbody tr');

async function dropped(page) {
  await page.locator('#files').setInputFiles(files);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
}

async function across(page) {
  await page.locator('#across:not([disabled])').click();
  await page.waitForURL(/desk\/#\/[a-z0-9-]+\//);
  await page.locator('.desk-bar').waitFor();
  await settled(page);
}

for (const width of [390, 1280]) {
  test(`own documents are read across, kept, and saved as one file at ${width}`, async (t) => {
    const page = await open(t, 'desk/', { width, acceptDownloads: true });
    const sent = watch(page);
    await assertAccessible(page);
    await dropped(page);
    assert.match(await page.locator('#told').innerText(), /old\.doc/);
    await assertAccessible(page);
    await assertFits(page);
    await assertTargets(page);
    await page.locator('#title').fill('The bridge at Tolne');
    await across(page);

    await page.locator('main h1', { hasText: 'The bridge at Tolne' }).waitFor();
    await page.locator('nav a', { hasText: 'Claims' }).click();
    await page.locator('main .cl a, main tbody th a').first().click();
    await page.waitForURL(/#\/the-bridge-at-tolne\/claims\//);
    await settled(page);
    const address = page.url();
    const claim = await page.locator('main h1').innerText();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('main h1').innerText(), claim, 'it was kept');
    await page.locator('#find').fill('engineer');
    await page.locator('#find').press('Enter');
    await page.locator('.hits li').first().waitFor();

    await page.locator('.desk-bar a').click();
    await page.locator('#kept li', { hasText: 'The bridge at Tolne' }).waitFor();
    await page.getByRole('button', { name: 'Save or send it' }).click();
    await page.getByText('full text of 3 reports').first().waitFor();
    await page.getByText('takes their leave').waitFor();
    await assertAccessible(page);
    await assertFits(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save one file' }).click();
    const folder = await mkdtemp(join(tmpdir(), 'crossread-desk-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'tolne.html');
    await (await saving).saveAs(file);
    assert.deepEqual(sent, [], 'nothing was sent, and nobody else was asked');

    const again = await page.context().newPage();
    await page.context().setOffline(true);
    await again.goto(pathToFileURL(file).href + address.replace(/.*#\/the-bridge-at-tolne/, '#'));
    await settled(again);
    assert.equal(await again.locator('main h1').innerText(), claim, 'the same claim, from the disk');
    await page.context().setOffline(false);
  });
}

test('what the machine took wrongly is set right in its place', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  const outlet = page.getByLabel('Outlet of post.md');
  await outlet.fill('Upper Valley Post');
  await outlet.press('Tab');
  await page.locator('#stage', { hasText: 'set by you' }).waitFor();
  const day = page.getByLabel('Day of post.md');
  await day.fill('last week');
  await day.press('Tab');
  await page.locator('#stage', { hasText: 'EDTF' }).waitFor();
  assert.equal(await page.getByLabel('Day of post.md').getAttribute('aria-invalid'), 'true');
  await across(page);
  await page.locator('nav a', { hasText: 'Documents' }).click();
  await page.locator('main', { hasText: 'Upper Valley Post' }).waitFor();

  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Add to it or correct it' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  assert.equal(await page.getByLabel('Outlet of post.md').inputValue(), 'Upper Valley Post', 'it is kept with them');
});

test('by the keyboard alone, from a pasted report to its page', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#text').focus();
  await page.keyboard.insertText('The ferry at Osk ran aground on 5 May 2024, the harbour master Lena Brook said.\n\nNobody was hurt.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 1);
  await page.locator('#across').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/desk\/#\/my-documents\//);
  await settled(page);
  assert.ok((await page.locator('main h1').innerText()).length > 0);
});

test('the example is there to try with, and what is kept can be deleted', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  assert.equal(await page.locator('#title').inputValue(), 'Mill');
  await across(page);
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete “Mill” for good' }).click();
  await page.locator('#stage', { hasText: 'was deleted' }).waitFor();
  assert.equal(await page.locator('#kept li').count(), 0);
  await page.goto(at('desk/#/mill/claims'));
  await page.locator('#stage', { hasText: 'no documents called' }).waitFor();
});

/** The files of a ZIP, by name. */
function unzipped(bytes) {
  const files = new Map();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [how, packed, name, more] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + name + more;
    const held = bytes.subarray(begin, begin + packed);
    files.set(bytes.toString('utf8', at + 30, at + 30 + name), how === 8 ? inflateRawSync(held) : held);
    at = begin + packed;
  }
  return files;
}

async function saved(page, form) {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: form }).click();
  return unzipped(await readFile(await (await saving).path()));
}

test('the corpus, the exports and a site for a host come out, and the corpus comes in again', async (t) => {
  const page = await open(t, 'desk/', { acceptDownloads: true });
  const sent = watch(page);
  await dropped(page);
  await page.locator('#title').fill('The bridge at Tolne');
  await across(page);
  const manifest = () => page.evaluate(() => document.querySelector('meta[name=crossread-manifest]').content);
  const first = await manifest();
  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Save or send it' }).click();
  const corpus = await saved(page, 'Save the corpus');
  const lines = corpus.get('the-bridge-at-tolne/reports.jsonl').toString().trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ id }) => id), ['lamp', 'post', 'river']);
  const exports = await saved(page, 'Save the exports');
  assert.equal(JSON.parse(exports.get('export/documents.json')).documents.length, 3);
  const site = await saved(page, 'Save a site to put on a host');
  for (const name of ['index.html', '404.html', 'desk/index.html', 'documents/lamp/index.html', 'export/claims.csv']) assert.ok(site.has(name), name);
  await page.getByRole('button', { name: 'Close' }).click();
  assert.deepEqual(sent, []);

  // Unpacked somewhere, it is a site.
  const folder = await mkdtemp(join(tmpdir(), 'crossread-site-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, bytes] of site) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml' };
  const host = createServer(async (request, answer) => {
    const path = decodeURIComponent(request.url.split('?')[0]).replace(/\/$/, '/index.html');
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    answer.writeHead(bytes ? 200 : 404, { 'content-type': types[path.split('.').pop()] ?? 'application/octet-stream' });
    answer.end(bytes);
  });
  await new Promise((done) => { host.listen(0, '127.0.0.1', done); });
  t.after(() => host.close());
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${host.address().port}/documents/lamp/`);
  await settled(other);
  assert.match(await other.locator('main').innerText(), /Thirty lorries/);

  // The same site again, out of what was saved.
  await page.locator('#files').setInputFiles([...corpus].map(([name, buffer]) => ({ name: name.split('/').pop(), mimeType: 'text/plain', buffer })));
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  assert.equal(await page.locator('#title').inputValue(), 'The bridge at Tolne');
  await across(page);
  assert.equal(await manifest(), first);
});

/** The page of the claim that a report's words are in. */
async function claim(page) {
  await page.locator('nav a', { hasText: 'Claims' }).click();
  await page.locator('main .cl a, main tbody th a').first().click();
  await page.waitForURL(/\/claims\//);
  await settled(page);
  return page.locator('main h1').innerText();
}

for (const width of [390, 1280]) {
  test(`a claim is set right, and set back, at ${width}`, async (t) => {
    const page = await open(t, 'desk/', { width });
    await dropped(page);
    await across(page);
    const before = await claim(page);
    await page.getByRole('button', { name: 'Correct this claim' }).click();
    await page.getByLabel('What the claim is called').waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel('Why, for those who read it').fill('as the council calls it');
    await page.getByLabel('What the claim is called').fill('The Tolne bridge was closed');
    await page.getByRole('button', { name: 'Set the title' }).click();
    await page.locator('main h1', { hasText: 'The Tolne bridge was closed' }).waitFor();
    await settled(page);
    await page.locator('.desk-decided', { hasText: 'The Tolne bridge was closed' }).waitFor();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('main h1').innerText(), 'The Tolne bridge was closed', 'it is kept');
    assert.match(await page.locator('main').innerText(), /as the council calls it/, 'with its reason');

    await page.locator('.desk-bar a').click();
    await page.getByRole('button', { name: '1 decision' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('Undone.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: '0 decisions' }).waitFor();
    await page.locator('#kept a.desk-name').click();
    await settled(page);
    assert.equal(await claim(page), before);
  });
}

test('statements leave their claim, and what the machine doubts is offered', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  await across(page);
  await claim(page);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await page.locator('.desk-panel .desk-stage', { hasText: 'Tick the statements first' }).waitFor();
  const text = await page.locator('.desk-panel .desk-said q').first().innerText();
  await page.locator('.desk-panel input[type=checkbox]').first().check();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await page.locator('.desk-decided', { hasText: 'Left out' }).waitFor();
  await page.getByRole('button', { name: 'What the machine doubts' }).click();
  await page.locator('.desk-panel h2', { hasText: 'least sure' }).waitFor();
  await page.getByText(/Nothing is left that it doubts|Do these say the same|Does this belong/).first().waitFor();
  await assertAccessible(page);
  assert.ok(text.length > 0);
});

test('another tab is told that its documents are other ones now', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  await across(page);
  await claim(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await settled(other);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByLabel('What the claim is called').fill('The bridge is shut');
  await page.getByRole('button', { name: 'Set the title' }).click();
  await other.locator('.desk-decided', { hasText: 'changed in another tab' }).waitFor();
  await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: 'Load them anew' }).click()]);
  await settled(other);
  assert.equal(await other.locator('main h1').innerText(), 'The bridge is shut');
});

test('a page that is closed in the middle loses nothing that was kept, and keeps nothing by half', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  await across(page);
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  await dropped(page);
  await page.locator('#title').fill('Bridges');
  await page.locator('#across:not([disabled])').click();
  await page.goto('about:blank');
  await page.goto(at('desk/'));
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  for (const name of await page.locator('#kept a.desk-name').allInnerTexts()) {
    await page.locator('#kept a.desk-name', { hasText: name }).click();
    await page.waitForURL(/desk\/#\/[a-z0-9-]+\//);
    await settled(page);
    assert.ok((await page.locator('main h1').innerText()).length > 0, name);
    await page.locator('.desk-bar a').click();
    await page.locator('#kept li').first().waitFor();
  }
});

test('where there is no room nothing is kept, and it is told', async (t) => {
  const page = await open(t, 'desk/');
  await page.evaluate(() => {
    let count = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
      count += 1;
      if (count > 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, what);
    };
  });
  await dropped(page);
  await page.locator('#across:not([disabled])').click();
  await page.locator('#stage', { hasText: 'no room for it on this device' }).waitFor();
  await page.goto(at('desk/'));
  await page.locator('#desk h1').waitFor();
  assert.equal(await page.locator('#kept li').count(), 0);
});

/** A PDF of one page with these lines. */
function pdf(lines) {
  const text = lines.map((line, at) => `BT /F1 11 Tf 72 ${720 - 16 * at} Td (${line}) Tj ET`).join('\n');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let whole = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = whole.length;
    whole += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = whole.length;
  whole += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(whole, 'latin1');
}

test('a desk whose programs are still being built says so', async (t) => {
  const prepare = (page) => page.route(/\/desk\/$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/<meta name="crossread-(?:desk|formats)"[^>]*>/g, '');
    await route.fulfill({ response: answer, body });
  });
  const page = await open(t, 'desk/', { ready: false, prepare });
  await page.locator('html[data-viewer="failed"]').waitFor({ state: 'attached' });
  assert.match(await page.locator('#lost').innerText(), /still being built/);
  await assertAccessible(page);
});

test('a PDF, a table, a mail and an old character set are read in the page', async (t) => {
  const page = await open(t, 'desk/');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const plain = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(report('Plain', 'Lamp', '2024-03-03', 'The bridge at Tolne closed on 2 March 2024, the council said.')) };
  await page.locator('#files').setInputFiles([plain]);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 1);
  assert.ok(!asked.some((url) => /crossread-formats-/.test(url)), 'a plain text takes no program for formats');
  await page.locator('#files').setInputFiles([
    { name: 'b.pdf', mimeType: 'application/pdf', buffer: pdf(['The bridge at Tolne closed on 2 March 2024, the council of the', 'valley said. Thirty lorries a day used it before that day.']) },
    { name: 'c.csv', mimeType: 'text/csv', buffer: Buffer.from('title,date,text\nBridge closed,2024-03-02,"The bridge at Tolne closed, the engineer said."\n') },
    { name: 'd.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: Mira Sand <m@tolne.example>\r\nTo: council@tolne.example\r\nSubject: The bridge\r\nDate: Sat, 2 Mar 2024 10:00:00 +0000\r\n\r\nThe bridge is closed from today on.\r\n') },
    { name: 'e.txt', mimeType: 'text/plain', buffer: Buffer.from('Die Br\xfccke \xfcber die Tolne wurde am 2. M\xe4rz geschlossen, sagte der B\xfcrgermeister.', 'latin1') },
  ]);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 5);
  const list = await page.locator('#list tbody').innerText();
  for (const format of ['PDF', 'table', 'mail', 'windows-1252']) assert.match(list, new RegExp(format), list);
  assert.equal(await page.locator('#told li').count(), 0);
});

test('opened once, the desk opens and works without a network, as a whole', async (t) => {
  const page = await open(t, 'desk/', { errors: /ERR_INTERNET_DISCONNECTED|Failed to load/ });
  await page.locator('html[data-offline=kept]').waitFor({ state: 'attached' });
  await page.getByText('opens without a network').waitFor();
  await page.context().setOffline(true);
  await page.goto(at('desk/'));
  await page.locator('#try').click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  await across(page);
  await claim(page);
  await page.locator('#find').fill('owner');
  await page.locator('#find').press('Enter');
  await page.locator('.hits li').first().waitFor();
  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Save or send it' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save one file' }).click();
  await saving;
  await page.context().setOffline(false);
});

test('a new version of the site takes over as a whole', async (t) => {
  // A host whose site is replaced while the desk is open: every file of the viewer gets another name.
  let version = 0;
  const files = new Map();
  const read = async (path) => {
    if (!files.has(path)) files.set(path, await readFile(join(FOLDER, path)).catch(() => undefined));
    return files.get(path);
  };
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml' };
  // What is called …-0123456789abcdef.js is called …-1123456789abcdef.js in the next version.
  const renamed = (text) => (version === 0 ? text : text.replace(/-[0-9a-f]([0-9a-f]{15})(?=(?:_bg)?\.(?:js|css|wasm|svg))/g, `-${version}$1`));
  const host = createServer(async (request, answer) => {
    const path = decodeURIComponent(request.url.split('?')[0]).slice(1).replace(/(^|\/)$/, '$1index.html');
    let name = path;
    if (version > 0) {
      const all = JSON.parse((await read('desk/shell.json')).toString());
      const old = all.find((one) => renamed(one) === path);
      const gone = all.includes(path) && renamed(path) !== path;
      name = gone ? 'gone' : old ?? path;
    }
    const bytes = await read(name);
    const end = name.split('.').pop();
    answer.writeHead(bytes ? 200 : 404, { 'content-type': types[end] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
    answer.end(bytes && ['html', 'js', 'json'].includes(end) ? renamed(bytes.toString()) : bytes);
  });
  await new Promise((done) => { host.listen(0, '127.0.0.1', done); });
  t.after(() => host.close());
  const page = await open(t, 'about', { errors: /ERR_|404|Failed/ });
  const desk = `http://127.0.0.1:${host.address().port}/desk/`;
  await page.goto(desk);
  await page.locator('html[data-offline=kept]').waitFor({ state: 'attached' });
  await page.locator('#try').click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);

  version = 1;
  // What is open goes on with the files that it began with.
  await page.locator('#across:not([disabled])').click();
  await page.waitForURL(/desk\/#\/mill\//);
  // The page of the corpus, and not the desk's, which is settled as well.
  await page.locator('.desk-bar').waitFor();
  await settled(page);
  // Loaded anew, it is the new one as a whole, and what was kept is read anew by it.
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => /-[0-9a-f]{16}/.test(name)));
  assert.ok(scripts.length > 0);
  await page.goto('about:blank');
  await page.goto(desk);
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  await page.locator('html[data-offline=kept]').waitFor({ state: 'attached' });
  const loaded = await page.evaluate(() => [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map((one) => (one.src || one.href).split('/').pop()));
  assert.ok(loaded.filter((name) => /-[0-9a-f]{16}/.test(name)).every((name) => /-1[0-9a-f]{15}/.test(name)), String(loaded));
  await page.context().setOffline(true);
  await page.goto('about:blank');
  await page.goto(`${desk}#/mill/`);
  // The new one, without a network, has read it anew.
  await page.locator('.desk-bar').waitFor();
  await settled(page);
  assert.equal(await page.locator('main h1').innerText(), 'Mill');
  await page.context().setOffline(false);
});

test('work that is cancelled leaves what was read', async (t) => {
  const page = await open(t, 'desk/');
  const many = Array.from({ length: 60 }, (_, n) => ({ name: `r${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(`Report ${n}`, 'Lamp', '2024-01-02', `The council of ward ${n} met on 1 January 2024, its speaker said. ${'It was told that the road would be mended by the end of the year. '.repeat(60)}`)) }));
  await page.locator('#files').setInputFiles(many);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 60);
  await page.locator('#across:not([disabled])').click();
  await page.locator('#cancel').click();
  await page.locator('#stage', { hasText: 'Cancelled' }).waitFor();
  assert.equal(await rows(page).count(), 60);
  assert.equal(await page.locator('#kept li').count(), 0, 'nothing is kept by half');
});

test('the first screen leads to the desk', async (t) => {
  const page = await open(t, '');
  await page.getByRole('link', { name: 'Read your own documents' }).click();
  await page.locator('#desk h1').waitFor();
});
