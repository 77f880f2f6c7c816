// What stays as a reader left it: the place on the page, the focus, what is typed, the steps that Back undoes.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { MANY, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { documents } = await exported('documents');

const many = (path) => new URL(path, MANY).href;
const steps = (page) => page.evaluate(() => history.length);
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));
const hits = (page) => page.locator('.hits li');

/** Scrolls, and waits until the place is noted. */
async function scrollTo(page, place) {
  await page.evaluate((place) => scrollTo(0, place), place);
  await page.waitForFunction((place) => Math.abs(history.state - place) < 2, place);
}

for (const [list, path, link] of [
  ['claims', many('claims/?n=300'), 'main .cl > a'],
  ['results', many('search/?q=council&n=60'), '.hits .txt a'],
  ['people', many('people/'), 'main a[href*="people/"]'],
]) {
  test(`Back leads to where one was in a list of ${list}`, async (t) => {
    const page = await open(t, path);
    await page.locator(link).nth(30).waitFor();
    await scrollTo(page, 1500);
    await page.locator(link).nth(3).evaluate((element) => element.click());
    await page.waitForURL((url) => url.href !== path);
    await settled(page);
    assert.equal(await scrolled(page) < 1500, true);
    await page.goBack();
    await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
    await page.reload();
    await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
  });
}

test('a reload leads to where one was, however late the results come', async (t) => {
  const page = await open(t, many('search/?q=council&n=60'), { serviceWorkers: 'block' });
  await hits(page).nth(30).waitFor();
  await scrollTo(page, 1500);
  let late = 0;
  await page.route(/\/search\/t\d+-\w+\.bin/, async (route) => {
    late += 1;
    await page.waitForTimeout(6000);
    await route.continue();
  });
  await page.reload();
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
  assert.notEqual(late, 0, 'something was late');
});

test('a choice beside the results keeps the focus, and what is unfolded', async (t) => {
  const page = await open(t, many('search/?q=council'), { width: 390, height: 844 });
  await page.locator('.narrow summary').click();
  const claims = page.getByRole('checkbox', { name: /Claims/ });
  await claims.focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/kind=claim/);
  await page.locator('.hits li', { hasText: /^Passage/ }).first().waitFor({ state: 'detached' });
  await settled(page);
  assert.ok(await page.locator('.narrow').evaluate((fold) => fold.open), 'the fold is open');
  assert.match(await focused(page), /type="checkbox"/);
});

test('marks are chosen without a jump back to the words of the link', async (t) => {
  const { id, text } = documents[0];
  const page = await open(t, `documents/${id}?at=${text.length - 20}-${text.length - 10}`, { height: 500 });
  await page.locator('main .here').first().waitFor();
  await page.waitForFunction(() => scrollY > 0);
  await scrollTo(page, 0);
  await page.locator('input[type="checkbox"]:is([data-go], [data-toggle])').first().evaluate((box) => box.click());
  await page.waitForURL(/off=|marks=/);
  await settled(page);
  assert.equal(await scrolled(page), 0);
});

test('a date is typed digit by digit, and is one step', async (t) => {
  const page = await open(t, 'claims');
  const before = await steps(page);
  await page.getByText('Narrow the claims').click();
  await page.getByLabel('Happened or due from').focus();
  await page.keyboard.type('07012024', { delay: 250 });
  await page.waitForURL(/from=2024-07-01/);
  assert.equal(await steps(page), before + 1);
});

test('Escape leaves a search box with what stands in it', async (t) => {
  const page = await open(t, 'search?q=treaty');
  await hits(page).first().waitFor();
  const box = page.locator('main input[name="q"]');
  await box.focus();
  await page.keyboard.press('Escape');
  assert.equal(await box.inputValue(), 'treaty');
  assert.doesNotMatch(await focused(page), /^<input/);
});

test('Back goes from query to query, whatever was pressed twice', async (t) => {
  const page = await open(t, 'search');
  const box = page.locator('main input[name="q"]');
  for (const query of ['treaty', 'drones']) {
    await box.fill('');
    await box.pressSequentially(query, { delay: 20 });
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === query);
    await hits(page).first().waitFor();
  }
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('q') === 'treaty');
  assert.equal(await box.inputValue(), 'treaty');
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.get('q'));
});

test('suggestions that come after Enter stay away', async (t) => {
  const page = await open(t, many('search/'));
  const held = page.waitForRequest(/\/search\/s\d+/);
  let release;
  const wait = new Promise((resolve) => (release = resolve));
  await page.route(/\/search\/s\d+/, async (route) => {
    await wait;
    await route.continue();
  });
  await page.locator('main input[name="q"]').pressSequentially('ba');
  await held;
  await page.keyboard.press('Enter');
  const answered = page.waitForResponse(/\/search\/s\d+/);
  release();
  await answered;
  await settled(page);
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[role="option"]').count(), 0);
});
