// Two reports side by side: any two, chosen on the page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { MANY, SCHEMES, WIDTHS, assertAccessible, at, assertFits, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { documents } = await exported('documents');
const { claims } = await exported('claims');
const many = (path) => new URL(path, MANY).href;
const [first, second, third] = documents;

test('another report is chosen in the place of either', async (t) => {
  const page = await open(t, `compare/${first.id}/${second.id}`);
  const choice = page.getByRole('combobox', { name: /in the place of 2/ });
  // By its number, with its title, outlet and day.
  await choice.selectOption(await choice.locator('option', { hasText: `3 ${third.title}` }).getAttribute('value'));
  await page.waitForURL((url) => url.pathname.endsWith(`/compare/${first.id}/${third.id}/`));
  await settled(page);
  await page.getByRole('link', { name: 'Exchange sides' }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`/compare/${third.id}/${first.id}/`));
});

test('rows begin with the claims that both make, and lead to them', async (t) => {
  const makes = ({ statements }, id) => statements.some(({ document }) => document === id);
  const pair = documents.flatMap((a, at) => documents.slice(at + 1).map((b) => [a.id, b.id]));
  const [a, b] = pair.find(([a, b]) => claims.some((claim) => claim.standing !== 'perhaps' && makes(claim, a) && makes(claim, b)));
  // What two origins perhaps say is below, as perhaps the same.
  const both = claims.filter((claim) => makes(claim, a) && makes(claim, b));
  const shared = both.filter(({ standing }) => standing !== 'perhaps');
  const page = await open(t, `compare/${a}/${b}`);
  const group = page.locator('.pair tbody').first();
  assert.match(await group.locator('h2').innerText(), /^Claims that both make/);
  assert.equal(await group.locator('tr:not(.group)').count(), shared.length);
  await group.locator('th.mid a').first().click();
  await page.waitForURL((url) => shared.some(({ id }) => url.pathname.includes(`/claims/${id}`)));
});

test('a report beside itself differs in nothing', async (t) => {
  const page = await open(t, `compare/${first.id}/${first.id}`, { errors: /404/ });
  assert.equal(await page.locator('.pair ins').count(), 0);
  assert.match(await page.locator('.deck').first().innerText(), /differs in nothing/);
  assert.equal(await page.locator('.single li').count(), 0);
  assert.equal(await page.getByRole('link', { name: 'Exchange sides' }).count(), 0);
});

test('no report is told to be silent where nothing was matched, and what it was not matched with is told once', async (t) => {
  const page = await open(t, `compare/${third.id}/${documents[3].id}`);
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text, /nothing on this|differ on none|only in \d/);
  const alone = page.locator('.single li');
  for (const item of await alone.all()) assert.match(await item.innerText(), /^\s*(In document\s+)?[34]/);
  // None of it stands in half of the page alone.
  const [first, width] = [await alone.first().boundingBox(), page.viewportSize().width];
  assert.ok(first.width > Math.min(width, 700) * 0.8, `${first.width} of ${width}`);
});

test('the words of a comparison keep their marks', async (t) => {
  const page = await open(t, `compare/${third.id}/${documents[3].id}`);
  for (const cell of await page.locator('.pair tbody td').allInnerTexts()) {
    const [opened, closed] = [/“/g, /”/g].map((mark) => (cell.match(mark) ?? []).length);
    assert.ok(opened >= closed - 1 && closed >= opened - 1, cell);
  }
});

test('beyond twelve reports any two are compared, from the page of one', async (t) => {
  const page = await open(t, many('documents/r0003'));
  await page.getByRole('link', { name: 'beside another' }).click();
  await page.waitForURL(/beside=r0003/);
  await page.getByLabel('With the words').fill('observatory');
  await page.keyboard.press('Enter');
  await page.waitForURL(/find=observatory/);
  await settled(page);
  await page.locator('main ul.claims a').nth(5).click();
  await page.waitForURL(/\/compare\/r0003\/r\d+/);
  await settled(page);
  assert.ok((await page.locator('.pair tbody tr').count()) > 1);
});

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    test(`two reports side by side at ${width} px, ${scheme}`, async (t) => {
      const page = await open(t, `compare/${first.id}/${second.id}`, { width, scheme });
      await assertFits(page);
      await assertAccessible(page);
    });
  }
}

test('what one report alone hedges is told, and what each quotes in other words: no difference, here or in the overview', async (t) => {
  const page = await open(t, `compare/${third.id}/${documents[3].id}`);
  const told = await page.locator('.pair th.mid').allInnerTexts();
  assert.ok(told.some((words) => /hedged by “reportedly” in \d, not hedged in \d/.test(words)), told.join('\n'));
  assert.ok(told.some((words) => /“.+” in \d, “.+” in \d/.test(words)), told.join('\n'));
  assert.match(await page.locator('.deck').first().innerText(), /hedged by one report alone/);
  await page.getByRole('link', { name: /^told otherwise \d/ }).click();
  await page.waitForURL(/show=told/);
  await settled(page);
  const otherwise = await page.locator('.pair th.mid:not(thead *)').allInnerTexts();
  assert.ok(otherwise.length && otherwise.every((words) => /told otherwise/.test(words)), otherwise.join('\n'));
  // The claims list and the pages of both reports say the same of them.
  await page.goto(at(`documents/${third.id}/`));
  const facts = await page.locator('dl.facts').innerText();
  assert.match(facts, /found no difference in what another report tells; \w+ (is|are) hedged or quoted otherwise/);
  await page.goto(at('claims/?show=wordings'));
  await settled(page);
  assert.ok((await page.locator('.matrix tbody tr').count()) >= otherwise.length);
});

test('what was matched with nothing stands on the side of its report', async (t) => {
  const page = await open(t, `compare/${third.id}/${documents[3].id}`, { width: 1280 });
  const middle = page.viewportSize().width / 2;
  for (const item of await page.locator('.single li').all()) {
    const left = /^\s*(In document\s+)?3/.test(await item.innerText());
    assert.equal((await item.boundingBox()).x < middle, left);
  }
});
