// Who claims and who denies what: the list of claims, narrowed as a reader would.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { MANY, WIDTHS, assertAccessible, assertFits, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { claims } = await exported('claims');
const many = (path) => new URL(path, MANY).href;

const rows = (page) => page.locator('.matrix tbody tr, ul.claims > li.cl');
const denials = claims.filter((claim) => claim.statements.some(({ commitment }) => commitment === 'denied'));

test('what is denied stands with who denies it, in which words', async (t) => {
  const page = await open(t, 'claims/?commitment=denied');
  await page.getByRole('heading', { level: 1, name: 'What is denied, and by whom' }).waitFor();
  assert.equal(await rows(page).count(), Math.min(denials.length, 100));
  // Who denies is nobody that only passes it on: a holder whose own words deny.
  const denying = new Set(
    denials.flatMap(({ statements }) => statements.filter(({ commitment }) => commitment === 'denied'))
      .flatMap(({ holders }) => holders.filter(({ cue }, at) => at === 0 || cue).map(({ name }) => name)),
  );
  const told = await page.locator('.denials a b').allInnerTexts();
  assert.ok(told.length > 0 && told.every((name) => denying.has(name)), `${told}`);
  for (const row of await rows(page).all()) {
    const text = await row.innerText();
    // What is itself a denial has nobody who denies it.
    if (!/denied (by|in) /.test(text)) assert.match(text, /\b(not|no|never|den(y|ies|ied)|reject\w*|dismiss\w*)\b|n’t/i);
  }
});

test('whoever only denies a claim is told of, and counted with nobody', async (t) => {
  const claim = claims.find(({ origins }) => origins.some(({ denies }) => denies) && origins.some(({ denies }) => !denies));
  const telling = claim.origins.filter(({ denies, name }) => !denies && name !== 'unknown').length;
  const articles = new Set(claim.statements.map(({ document }) => document)).size;
  const page = await open(t, 'claims/?commitment=denied');
  const row = rows(page).filter({ has: page.getByRole('link', { name: claim.title, exact: true }) });
  const counted = new RegExp(`${articles} articles? · ${telling} origins?(?!, | in it)`);
  assert.match(await row.innerText(), counted);
  await page.goto(new URL(`claims/${claim.id}/`, page.url().split('claims/')[0]).href);
  const denier = claim.origins.find(({ denies }) => denies);
  assert.match(await page.locator('.origins > li', { hasText: denier.name }).innerText(), /is not counted/);
});

test('what is denied is one press away, and so is the way back', async (t) => {
  const page = await open(t, 'claims/');
  const choice = page.getByRole('list', { name: 'Show' }).getByRole('link', { name: /^Denied/ });
  assert.match(await choice.innerText(), new RegExp(`${denials.length}$`));
  await choice.click();
  await page.getByRole('heading', { level: 1, name: 'What is denied, and by whom' }).waitFor();
  assert.equal(await choice.getAttribute('aria-current'), 'true');
  // One choice is made at once, and the others count what they would leave.
  const show = page.getByRole('list', { name: 'Show' });
  assert.equal(await show.locator('[aria-current]').count(), 1);
  await show.getByRole('link', { name: `All ${claims.length}`, exact: true }).waitFor();
  await choice.click();
  await page.getByRole('heading', { level: 1, name: 'Claims, and who makes them' }).waitFor();
});

test('claims are narrowed by choices with counts, two quick ticks both count, and the link says it all', async (t) => {
  const page = await open(t, 'claims/');
  await page.locator('.narrow > summary').click();
  const group = page.getByRole('group', { name: 'Commitment' });
  const boxes = group.getByRole('checkbox');
  assert.ok((await boxes.count()) > 1);
  // Both before the first has been drawn.
  const names = await page.evaluate(() => {
    const two = [...document.querySelectorAll('[data-toggle="commitment"]')].slice(0, 2);
    two.forEach((box) => box.click());
    return two.map((box) => box.value);
  });
  await page.waitForURL((url) => url.searchParams.get('commitment') === names.toSorted().join('|'));
  await settled(page);
  const other = await open(t, page.url());
  assert.equal(await rows(other).count(), await rows(page).count());
  const wanted = claims.filter(({ statements }) => statements.some(({ commitment }) => names.includes(commitment)));
  assert.equal(await rows(other).count(), Math.min(wanted.length, 100));
});

test('the matrix is one stop of the Tab key, and keys go through it without passing over a row', async (t) => {
  const page = await open(t, 'claims/', { width: 1280 });
  assert.equal(await page.locator('.matrix a:not([tabindex="-1"])').count(), 1);
  const at = () => page.evaluate(() => {
    const cell = document.activeElement.closest('.matrix :is(th, td)');
    return cell && [cell.parentElement.rowIndex, cell.cellIndex];
  });
  await page.locator('.matrix a[tabindex="0"]').focus();
  const [row] = await at();
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await at(), [row + 1, 0]);
  await page.keyboard.press('ArrowRight');
  const [, column] = await at();
  assert.ok(column > 0);
  await page.keyboard.press('ArrowDown');
  assert.equal((await at())[0], row + 2, 'whatever the next row has in this column');
  await page.keyboard.press('End');
  const [, end] = await at();
  await page.keyboard.press('Home');
  assert.deepEqual([await at(), end > 0], [[row + 2, 0], true]);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  assert.equal((await at())[0], row - 1, 'the heads are a row as well');
  assert.equal(await page.locator('.matrix a:not([tabindex="-1"])').count(), 1);
  // A mark heard alone says how, in which report, and what.
  const name = await page.locator('.matrix td.c > a').first().getAttribute('aria-label');
  assert.match(name, /^(asserted|attributed|hedged|expected|denied)\b.* in document \d.*: ./);
});

test('claims are found by their words', async (t) => {
  const word = claims.find(({ title }) => title).title.match(/\p{L}{5,}/u)[0];
  const page = await open(t, 'claims/');
  await page.locator('.narrow > summary').click();
  await page.getByLabel('Words in the claim').fill(word.toUpperCase());
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('find') === word.toUpperCase());
  await settled(page);
  for (const row of await rows(page).all()) assert.match((await row.innerText()).toLowerCase(), new RegExp(word.toLowerCase()));
});

for (const width of WIDTHS) {
  test(`the claims of 150 reports at ${width} px: choices, counts, no sideways scroll`, async (t) => {
    const page = await open(t, many('claims/'), { width });
    await page.locator('.narrow > summary').click();
    assert.ok((await page.getByRole('group', { name: 'Person or body' }).getByRole('checkbox').count()) > 5);
    await assertFits(page);
    await assertAccessible(page);
    await page.getByRole('group', { name: 'Person or body' }).getByRole('checkbox').first().check();
    await page.waitForURL((url) => url.searchParams.has('person'));
    await settled(page);
    assert.ok((await rows(page).count()) > 0);
    await assertFits(page);
  });
}

test('the heads of the matrix stand apart, on a tablet and on paper', async (t) => {
  const page = await open(t, 'claims', { width: 768 });
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    const over = await page.locator('.matrix .dh').evaluateAll((heads) =>
      heads.map((head) => {
        const words = document.createRange();
        words.selectNodeContents(head);
        return Math.round(words.getBoundingClientRect().right - head.getBoundingClientRect().right);
      }),
    );
    assert.ok(over.length > 1 && over.every((pixels) => pixels <= 0), `${media}: ${over}`);
  }
});
