// What can go wrong says what happened and what to try; it is never an empty page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { PRESS, SITE, at, exported, withBrowser } from './harness.mjs';

const open = withBrowser();
const { documents } = await exported('documents');

/** The panel that tells of a failure. */
const panel = (page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });

/** Answers requests for data whose address matches with something else. */
const instead = (pattern, answer) => (page) => page.route(pattern, (route) => route.fulfill(answer));

for (const [what, path] of [
  ['claim', 'claims/no-such-claim'],
  ['document', 'documents/no-such-document'],
  ['page', 'no/such/page'],
]) {
  test(`an unknown ${what} says so and offers the search`, async (t) => {
    const answer = await fetch(at(path));
    assert.equal(answer.status, 404);
    const page = await open(t, path, { errors: /404/ });
    await page.getByRole('heading', { level: 1, name: /no / }).waitFor();
    await page.locator('main').getByRole('searchbox').fill('anything');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/some\/repo\/search\/?\?q=anything/);
  });
}

test('data that does not load gives a panel with the file', async (t) => {
  const page = await open(t, 'claims?sort=date', { errors: /500/, prepare: instead(/\/claim-cards\//, { status: 500 }) });
  await panel(page).waitFor();
  assert.match(await panel(page).innerText(), /500/);
});

test('data that is cut short is told, and the rest works', async (t) => {
  const prepare = (page) =>
    page.route(/\/timeline\.bin/, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    });
  const page = await open(t, 'timeline', { ready: false, prepare });
  await page.locator('html[data-viewer="failed"]').waitFor({ state: 'attached' });
  assert.match(await page.locator('#lost').innerText(), /timeline\.bin/);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Documents' }).click();
  await page.locator('main').getByRole('link', { name: documents[0].title }).first().waitFor();
});

test('data of another version says so', async (t) => {
  const html = await (await fetch(at('claims/'))).text();
  const later = Buffer.from([0xe7, 0x07, 1, 2, 3]).toString('base64');
  const body = html.replace(/(name="crossread-manifest" content=")[^"]*/, `$1${later}`);
  const answer = { contentType: 'text/html; charset=utf-8', body };
  const page = await open(t, 'claims/', { ready: false, prepare: instead(/\/claims\/$/, answer) });
  await page.locator('html[data-viewer="failed"]').waitFor({ state: 'attached' });
  assert.match(await page.locator('#lost').innerText(), /999/);
});

for (const [what, change] of [
  ['is cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['is of another version', (bytes) => bytes.fill(0xf1, 3, 4)],
  ['has a flipped byte', (bytes) => bytes.fill(bytes[bytes.length >> 1] ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1)],
]) {
  test(`an index of the search that ${what} is refused with a panel, and the rest works`, async (t) => {
    const prepare = (page) =>
      page.route(/\/search\/entry-.*\.bin/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: change(Buffer.from(await response.body())) });
      });
    const page = await open(t, 'search/?q=anything', { prepare });
    await panel(page).waitFor();
    assert.match(await panel(page).innerText(), /index/);
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Documents' }).click();
    await page.locator('main').getByRole('link', { name: documents[0].title }).first().waitFor();
  });
}

test('a visitor who is offline is told so', async (t) => {
  const prepare = (page) => page.route(/\/data\//, (route) => route.abort('internetdisconnected'));
  const page = await open(t, 'people?n=200', { errors: /ERR_INTERNET_DISCONNECTED/, prepare });
  await panel(page).waitFor();
});

test('a page is read to its end by who goes offline, and says so when a link needs more', async (t) => {
  const page = await open(t, 'claims', { errors: /ERR_INTERNET_DISCONNECTED|Failed to fetch|Worker/ });
  const heading = await page.locator('h1').innerText();
  await page.context().setOffline(true);
  await page.keyboard.press('?');
  await page.locator('dialog.keys').getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.locator('h1').innerText(), heading);
  await page.locator('main a[href*="claims/"]:not([href*="?"])').first().click();
  await panel(page).waitFor();
});

test('a viewer that does not start leaves the page as it was written', async (t) => {
  const options = { ready: false, errors: /404|Failed|wasm/i, prepare: instead(/\.wasm$/, { status: 404, body: '' }) };
  const page = await open(t, `documents/${documents[0].id}`, options);
  await page.locator('html[data-viewer="failed"]').waitFor({ state: 'attached' });
  assert.equal(await page.locator('h1').count(), 1);
  assert.ok((await page.locator('main').innerText()).length > 500);
});

test('a page that is left open across a new build says so once, and goes on', async (t) => {
  // The files of its own build are gone: one of other reports stands in their place.
  const page = await open(t, '', { errors: /status of 404/ });
  await page.route(`${SITE}**`, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: route.request().url().replace(SITE, PRESS) }) });
  });
  const menu = page.getByRole('navigation', { name: 'Views' });
  await menu.getByRole('link', { name: 'Documents' }).click();
  const said = page.getByText('This site was built anew while the page was open: this is the new one.');
  await said.waitFor();
  await page.getByRole('heading', { level: 1, name: '150 reports' }).waitFor();
  assert.equal(new URL(page.url()).pathname, new URL(at('documents/')).pathname);
  await menu.getByRole('link', { name: 'People' }).click();
  await page.getByRole('heading', { level: 1, name: /^People/ }).waitFor();
  assert.equal(await said.count(), 0, 'it is said once');
});
