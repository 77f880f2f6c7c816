// What a reader comes for, step by step as a reader would take it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SITE, assertAccessible, assertInView, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { claims } = await exported('claims');
const { documents } = await exported('documents');

/** A word that some claim's title has: the longest, for it says the most. */
const word = claims[0].title.match(/\p{L}+/gu).toSorted((a, b) => b.length - a.length)[0];

/** Documents that make a claim, each once. */
const documentsOf = (claim) => [...new Set(claim.statements.map(({ document }) => document))];

/** The claim that most documents make. */
const shared = claims.toSorted((a, b) => documentsOf(b).length - documentsOf(a).length)[0];

/** What the browser's address says, below the site's root. */
const place = (page) => page.url().slice(SITE.length);

test('from a search to the highlighted words in the report', async (t) => {
  const page = await open(t, '');
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === word);
  const result = page.locator('.hits li', { hasText: 'Passage' }).first();
  await result.locator('mark').first().waitFor();
  const hit = (await result.locator('mark').first().innerText()).toLowerCase();
  await result.getByRole('link').first().click();
  await page.waitForURL(/\/documents\//);
  await assertInView(page.locator('main .here').filter({ hasText: new RegExp(hit, 'i') }).first());
});

test('from the timeline to a claim to the words in a report', async (t) => {
  const page = await open(t, 'timeline');
  const event = page.locator('.ev-list a[href*="claims/"]').first();
  await event.click();
  await page.waitForURL(/\/claims\/.+/);
  await settled(page);
  assert.notEqual((await page.locator('h1').innerText()).trim(), '');
  await page.locator('main a[href*="documents/"][href*="?"]').first().click();
  await page.waitForURL(/\/documents\/.+\?/);
  await settled(page);
  await assertInView(page.locator('main .here').first());
});

test('a copied link opens the same view in another browser', async (t) => {
  const page = await open(t, 'claims');
  await page.locator(`main a[href*="claims/${shared.id}"]`).first().click();
  await page.waitForURL(/\/claims\/.+/);
  await settled(page);
  await page.locator('main a[href*="documents/"][href*="?"]').first().click();
  await page.waitForURL(/\/documents\/.+\?/);
  await settled(page);
  const [link, said, marked] = [page.url(), await page.locator('h1').innerText(), await page.locator('main .here').first().innerText()];

  const other = await open(t, link.slice(SITE.length));
  assert.equal(await other.locator('h1').innerText(), said);
  assert.equal(await other.locator('main .here').first().innerText(), marked);
  await assertInView(other.locator('main .here').first());
  assert.equal(new URL(other.url()).search, new URL(link).search);
});

test('Back and Forward go through the views that were seen', async (t) => {
  const page = await open(t, '');
  const overview = await page.locator('h1').innerText();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  await page.waitForURL(/\/claims\/$/);
  await page.locator(`main a[href*="claims/${shared.id}"]`).first().click();
  await page.waitForURL((url) => url.pathname.includes(shared.id));
  await page.locator('h1', { hasText: shared.title }).waitFor();
  await page.goBack();
  await page.waitForURL(/\/claims\/$/);
  await page.goBack();
  await page.waitForURL(SITE);
  await page.locator('h1', { hasText: overview }).waitFor();
  await page.goForward();
  await page.waitForURL(/\/claims\/$/);
  await page.goForward();
  await page.locator('h1', { hasText: shared.title }).waitFor();
});

test('a reload shows the same state of the same view', async (t) => {
  const page = await open(t, `search?q=${word}`);
  await page.locator('.hits li').first().waitFor();
  const before = await page.locator('.hits').innerText();
  await page.reload();
  await settled(page);
  await page.locator('.hits li').first().waitFor();
  assert.equal(await page.locator('.hits').innerText(), before);
});

test('what has no words in it is answered, and says why nothing is found', async (t) => {
  const page = await open(t, `search?q=${encodeURIComponent('!!! … ???')}`);
  await page.getByText('There is no letter or digit in it').waitFor();
});

test('the box of the masthead suggests while typing, and Enter goes on in the search box', async (t) => {
  const page = await open(t, 'about/');
  const start = documents[0].title.slice(0, 6);
  await page.locator('#find').pressSequentially(start);
  await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().waitFor();
  await assertAccessible(page);
  assert.equal(place(page), 'about/', 'typing leads nowhere');
  await page.keyboard.press('Enter');
  await page.locator('.hits li').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), start);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
  await page.keyboard.type('x');
  await page.waitForFunction((typed) => new URLSearchParams(location.search).get('q') === typed, `${start}x`);
});

test('that it searches is said before there is anything to search with', async (t) => {
  let go;
  const said = new Promise((resolve) => {
    go = resolve;
  });
  const held = async (route) => {
    await said;
    await route.continue();
  };
  const page = await open(t, `search/?q=${encodeURIComponent(documents[0].title)}`, {
    ready: false,
    prepare: (page) => page.route(/\.wasm$/, held),
  });
  await page.locator('#searching').getByText('Searching').waitFor();
  assert.equal(await page.locator('#q').inputValue(), documents[0].title);
  go();
  await page.locator('.hits li').first().waitFor();
  assert.equal(await page.locator('#searching').innerText(), '');
});

test('suggestions come while typing, and are taken by key or pointer', async (t) => {
  const page = await open(t, 'search');
  const box = page.getByRole('combobox', { name: 'Search the reports' });
  const offers = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await box.pressSequentially(documents[0].title.slice(0, 6));
  const typed = documents[0].title.slice(0, 6).toLowerCase();
  await offers.first().locator('b', { hasText: new RegExp(`^${typed}$`, 'i') }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role="option"][aria-selected="true"]');
  assert.equal(await box.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  const text = (await chosen.innerText()).split('\n')[0];
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => text.startsWith(url.searchParams.get('q')) && url.searchParams.get('q').length > 6);
  await page.locator('.hits li').first().waitFor();
  await offers.first().waitFor({ state: 'hidden' });

  await box.fill(documents[0].title.slice(0, 5));
  await offers.first().waitFor();
  await page.keyboard.press('Escape');
  await offers.first().waitFor({ state: 'hidden' });
  await page.keyboard.type(documents[0].title.slice(5, 8));
  await offers.first().click();
  await page.waitForURL((url) => url.searchParams.get('q').length > 8);
});

test('a view that comes late does not take the place of a newer search', async (t) => {
  const page = await open(t, `search?q=${word}`);
  await page.locator('.hits li').first().waitFor();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/\/document-cards\//, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/document-cards\//);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Documents' }).click();
  await asked;
  const answered = page.waitForResponse(/\/document-cards\//);
  await page.locator('main input[name="q"]').fill(documents[0].title);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === documents[0].title);
  release();
  await answered;
  await settled(page);
  await page.locator('.hits li').first().waitFor();
  assert.equal(await page.locator('main input[name="q"]').inputValue(), documents[0].title);
});

test('by keyboard alone: skip link, menu, a claim, its words, the keys', async (t) => {
  const page = await open(t, '');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Skip to content');
  assert.ok(await outlined(page), 'the focus can be seen');

  const press = async (name) => {
    for (let step = 0; step < 40 && (await focused()) !== name; step += 1) await page.keyboard.press('Tab');
    assert.equal(await focused(), name);
    await page.keyboard.press('Enter');
  };
  await press('Claims');
  await page.waitForURL(/\/claims\/$/);
  await page.getByRole('heading', { level: 1, name: /^Claims/ }).waitFor();

  // j moves from entry to entry, Enter opens it.
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(claims|documents)\/.+/);
  // A view that comes moves the focus to its heading.
  await settled(page);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
});

/** Whether the focused element has an outline that can be seen. */
async function outlined(page) {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
}

test('claims can be chosen by when they happened or are due, and the choice is a link', async (t) => {
  const page = await open(t, 'claims');
  const total = async () => Number((await page.locator('main').getByRole('link', { name: /^All \d/ }).innerText()).match(/\d+/)[0]);
  const all = await total();
  await page.getByText('Narrow the claims').click();
  await page.getByLabel('Happened or due from').fill('2024-10-01');
  await page.waitForURL(/from=2024-10-01/);
  await page.getByLabel('until', { exact: true }).fill('2024-10-31');
  await page.waitForURL(/to=2024-10-31/);
  await settled(page);
  const some = await total();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  const other = await open(t, page.url().slice(SITE.length));
  assert.equal(await other.getByLabel('Happened or due from').inputValue(), '2024-10-01');
  await page.getByRole('link', { name: 'All claims again' }).click();
  await settled(page);
  assert.equal(await total(), all);
});

test('on a phone, buttons lead from mark to mark', async (t) => {
  const page = await open(t, `documents/${documents[0].id}`, { width: 390, height: 844 });
  const marked = () => page.evaluate(() => document.activeElement.closest('.ev') && document.activeElement.textContent);
  const next = page.getByRole('button', { name: 'Next mark' });
  await next.click();
  const first = await marked();
  await next.click();
  const second = await marked();
  assert.ok(first && second && first !== second, `${first} | ${second}`);
  await page.getByRole('button', { name: 'Previous mark' }).click();
  assert.equal(await marked(), first);
});
