// A search whose index is cut into files, of which a query fetches a few: what a reader of many reports notices.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { MANY, assertInView, settled, withBrowser } from './harness.mjs';

const open = withBrowser();

/** The address of a view of the site of many reports. */
const many = (path) => new URL(path, MANY).href;

/** Whether a request is for words of the index. */
const isWords = (request) => /\/search\/t\d+-\w+\.bin$/.test(request.url());

const hits = (page) => page.locator('.hits li');
const panel = (page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });

test('a link to a search asks for its words before there is an engine, and once', async (t) => {
  for (const [query, words] of [
    ['bridges', 1],
    ['“the council” rebuilding Theatre', 4],
    ['who is it', 3],
    ['', 0],
  ]) {
    const asked = [];
    const prepare = (page) => {
      page.on('request', (request) => isWords(request) && asked.push(`${request.url()} ${request.headers().range}`));
      page.on('worker', () => asked.push('engine'));
    };
    const page = await open(t, many(`search/?q=${encodeURIComponent(query)}`), { prepare });
    if (query) await hits(page).first().waitFor();
    assert.equal(asked.indexOf('engine'), asked.length - 1, `${query}: ${asked}`);
    assert.ok(asked.length <= 1 + words && asked.length > Math.min(1, words), `${query}: ${asked}`);
  }
});

test('from a few letters to the words in a report', async (t) => {
  const documents = (await (await fetch(many('export/documents.json'))).json()).documents;
  const [town] = documents[documents.length >> 1].title.split(' ');
  const page = await open(t, many('search/'));
  await page.locator('main input[name="q"]').pressSequentially(town.slice(0, 4));
  await page.getByRole('option', { name: town }).first().waitFor();
  await page.keyboard.type(`${town.slice(4)} walls`);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === `${town} walls`);
  const passage = hits(page).filter({ hasText: 'Passage' }).first();
  await passage.locator('mark', { hasText: town }).first().waitFor();
  await passage.getByRole('link').first().click();
  await page.waitForURL(/\/documents\/r\d+\/\?/);
  await assertInView(page.locator('main .here').first());
});

test('a typing error is mended, results are narrowed, and the link says it all', async (t) => {
  const page = await open(t, many('search/?q=obsrevatory'));
  await hits(page).first().waitFor();
  assert.match(await page.locator('main').innerText(), /as observatory/);
  const before = await page.locator('.facets').innerText();
  await page.locator('.facets').getByLabel(/Claims/).check();
  await page.waitForURL((url) => url.searchParams.has('kind'));
  await settled(page);
  await hits(page).filter({ hasText: 'Claim' }).first().waitFor();
  assert.equal(await hits(page).filter({ hasText: /^Passage/ }).count(), 0);

  const other = await open(t, page.url());
  await hits(other).first().waitFor();
  await settled(other);
  assert.equal(await other.locator('.facets').innerText(), await page.locator('.facets').innerText());
  assert.notEqual(before, '');
});

test('words of the index with a flipped byte are refused with a panel, and the rest works', async (t) => {
  const prepare = (page) =>
    page.route(/\/search\/t\d+-\w+\.bin/, async (route) => {
      const response = await route.fetch();
      const bytes = Buffer.from(await response.body());
      bytes[bytes.length >> 1] ^= 1;
      await route.fulfill({ response, body: bytes });
    });
  const page = await open(t, many('search/?q=bridge'), { prepare });
  await panel(page).waitFor();
  assert.match(await panel(page).innerText(), /index/);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Documents' }).click();
  await page.locator('main a[href*="documents/r"]').first().waitFor();
});
