// What leaves the desk, and the desk without a network or under a new version of its site.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LEFT, across, claim, dropped, listed, saved, watch } from './desk.mjs';
import { FOLDER, at, settled, withBrowser } from './harness.mjs';

const opened = withBrowser();
const open = (t, path, options = {}) => opened(t, path, { errors: LEFT, ...options });

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
  await listed(page, 3);
  assert.equal(await page.locator('#title').inputValue(), 'The bridge at Tolne');
  await across(page);
  assert.equal(await manifest(), first);
});

test('opened once, the desk opens and works without a network, as a whole', async (t) => {
  const page = await open(t, 'desk/', { errors: /ERR_INTERNET_DISCONNECTED|Failed to load/ });
  await page.locator('html[data-offline=kept]').waitFor({ state: 'attached' });
  await page.getByText('opens without a network').waitFor();
  await page.context().setOffline(true);
  await page.goto(at('desk/'));
  await page.locator('#try').click();
  await listed(page, 3);
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
  await listed(page, 3);

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
