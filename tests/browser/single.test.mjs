// A site in one file: opened from the disk, without a network, every view of it, and nothing asked of anybody.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { assertAccessible, assertFits, assertInView, exported, launch, open as openIn, settled } from './harness.mjs';
import { views } from './views.mjs';

const PATH = process.env.CROSSREAD_SINGLE;
const FILE = pathToFileURL(PATH).href;
/** A corpus that is packed as a whole, and its site for a host. */
const LARGE = process.env.CROSSREAD_SINGLE_LARGE;
const LARGE_FILE = pathToFileURL(LARGE).href;
const { claims } = await exported('claims');
const { documents } = await exported('documents');
const claim = claims.find(({ statements }) => new Set(statements.map(({ document }) => document)).size > 1) ?? claims[0];

let running;
before(async () => {
  running = await launch();
});
after(() => running?.close());

/** Opens a place in the file, on a machine without a network; whatever is asked for beside the file fails the test. */
async function open(t, place = '', { file = FILE, ...options } = {}) {
  const asked = [];
  const prepare = async (page) => {
    await page.context().setOffline(true);
    page.on('request', (request) => {
      if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(file)) asked.push(request.url());
    });
  };
  t.after(() => assert.deepEqual(asked, [], 'nothing is asked for'));
  return openIn(running.browser, t, file + place, { ...options, prepare });
}

const heading = (page) => page.locator('main h1').first();

test('it is as small as it was meant to be', async () => {
  const { size } = await stat(PATH);
  assert.ok(size <= 1.2 * 2 ** 20, `${size} bytes`);
});

test('it opens, and its links lead to every view without a request', async (t) => {
  const page = await open(t);
  assert.match(page.url(), /\.html$/);
  for (const name of ['Timeline', 'Stories', 'Claims', 'Documents', 'People', 'About', 'Overview']) {
    await page.locator('nav a', { hasText: name }).click();
    await page.waitForURL(name === 'Overview' ? /#\/$/ : new RegExp(`#/${name.toLowerCase()}/$`));
    await settled(page);
    assert.doesNotMatch(await heading(page).innerText(), /could not|can’t be|There is no/, name);
  }
});

for (const { name, path } of await views()) {
  test(`a link to ${name} opens it`, async (t) => {
    const page = await open(t, `#/${path}`);
    const said = await heading(page).innerText();
    assert.ok(said && !/could not|can’t be|There is no/.test(said), said);
    await assertFits(page);
  });
}

test('a search finds, and a result lands on its words', async (t) => {
  const page = await open(t, '', { width: 390 });
  await page.locator('#find').fill(documents[0].title.split(' ')[0]);
  await page.locator('#find').press('Enter');
  await page.waitForURL(/#\/search\/\?q=/);
  await page.locator('.hits li a[href*="documents/"]').first().click();
  await page.waitForURL(/#\/documents\//);
  await assertInView(page.locator('#app .here').first());
});

test('Back, Forward and a reload lead where they do on a site', async (t) => {
  const page = await open(t, `#/claims/${claim.id}`);
  const title = await heading(page).innerText();
  await page.locator('main a[href*="#/documents/"]').first().click();
  await page.waitForURL(/#\/documents\//);
  await settled(page);
  const there = page.url();
  await page.goBack();
  await page.waitForURL(new RegExp(`#/claims/${claim.id}`));
  await page.waitForFunction((title) => document.querySelector('main h1')?.innerText === title, title);
  await page.goForward();
  await page.waitForURL((url) => url.href === there);
  await page.reload();
  await settled(page);
  assert.equal(page.url(), there);
});

test('a word on the page is gone to, and the address still names the view', async (t) => {
  const page = await open(t, '', { width: 390 });
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#main').count(), 1);
  assert.doesNotMatch(page.url(), /#main/);
  await page.locator('.jump a').first().click();
  assert.doesNotMatch(page.url(), /#agreed/);
  await page.reload();
  await settled(page);
  assert.ok((await heading(page).innerText()).length > 0);
});

test('a link that is copied leads into the file', async (t) => {
  const page = await open(t, `#/claims/${claim.id}`);
  const whole = await page.evaluate(() => window.crossreadPage.whole('#/claims'));
  assert.equal(whole, `${FILE}#/claims`);
});

test('without scripts its first view reads', async (t) => {
  const page = await open(t, '', { javaScriptEnabled: false });
  assert.ok((await page.locator('main').innerText()).length > 500);
});

test('axe finds nothing in it', async (t) => {
  const page = await open(t, `#/claims/${claim.id}`, { width: 390 });
  await assertAccessible(page);
});

test('a claim is pinned and saved as a picture without a request', async (t) => {
  const page = await open(t, `#/claims/${claim.id}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as SVG' }).click()]);
  const svg = await readFile(await download.path(), 'utf8');
  assert.match(svg, /@font-face/);
  assert.ok(svg.includes('read across by Crossread'));
  await page.locator('.acts').getByRole('button', { name: 'Pin to the reading list' }).click();
  await page.locator('.acts').getByRole('button', { name: 'Reading list', exact: true }).click();
  await page.waitForURL((url) => url.hash.includes(`pins=${claim.id}`));
  await page.getByRole('heading', { level: 1, name: 'A reading list' }).waitFor();
});

test('a large corpus is packed, and its file says what its site says', async (t) => {
  const folder = process.env.CROSSREAD_PRESS_FOLDER;
  const { claims } = JSON.parse(await readFile(`${folder}/export/claims.json`, 'utf8'));
  const { documents } = JSON.parse(await readFile(`${folder}/export/documents.json`, 'utf8'));
  assert.match(await readFile(LARGE, 'utf8'), /id="kept-data" data-made>/);
  const first = claims[0];
  const page = await open(t, `#/claims/${first.id}`, { file: LARGE_FILE });
  assert.equal(await heading(page).innerText(), first.title);
  for (const name of ['Timeline', 'Stories', 'Claims', 'Documents', 'People', 'About', 'Overview']) {
    await page.locator('nav a', { hasText: name }).click();
    await page.waitForURL(name === 'Overview' ? /#\/$/ : new RegExp(`#/${name.toLowerCase()}/$`));
    await settled(page);
    assert.doesNotMatch(await heading(page).innerText(), /could not|can’t be|There is no/, name);
  }
  const last = documents.at(-1);
  await page.locator('#find').fill(last.title);
  await page.locator('#find').press('Enter');
  await page.waitForURL(/#\/search\/\?q=/);
  await page.locator('.hits li a[href*="documents/"]').first().click();
  await page.waitForURL(/#\/documents\//);
  await assertInView(page.locator('#app .here').first());
});

test('a large corpus that was damaged on its way says so', async (t) => {
  const html = await readFile(LARGE, 'utf8');
  const at = html.indexOf('data-made>') + 2_000;
  const damaged = `${LARGE.replace(/\.html$/, '')}-damaged.html`;
  await writeFile(damaged, html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1));
  t.after(() => rm(damaged));
  const page = await open(t, '#/documents/', { file: pathToFileURL(damaged).href, errors: /cut short/ });
  await page.getByRole('alert').getByText(/cut short/).first().waitFor();
});
