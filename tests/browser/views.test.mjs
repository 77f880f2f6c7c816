// What holds for every view: it fits its window, axe finds nothing, and it says what it is.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SCHEMES, WIDTHS, assertAccessible, assertFits, withBrowser } from './harness.mjs';
import { views } from './views.mjs';

const open = withBrowser();
const all = await views();

for (const { name, path } of all) {
  for (const scheme of SCHEMES) {
    test(`${name}, ${scheme}: axe finds nothing on a desk or a phone`, async (t) => {
      const page = await open(t, path, { scheme });
      await assertAccessible(page);
      await page.setViewportSize({ width: WIDTHS[0], height: 844 });
      await assertAccessible(page);
    });
  }

  test(`${name} fits every window and has one heading that names it`, async (t) => {
    const page = await open(t, path);
    assert.equal(await page.locator('h1').count(), 1);
    assert.notEqual(await page.title(), '');
    for (const width of [...WIDTHS, 320, 1600]) {
      await page.setViewportSize({ width, height: 844 });
      await assertFits(page);
    }
  });
}

test('a phone with large text still has no sideways scroll', async (t) => {
  for (const { path } of all) {
    const page = await open(t, path, { width: 390, height: 844, deviceScaleFactor: 2 });
    // A sheet of the CSS object model: the page's policy allows no style within it.
    await page.evaluate(() => {
      const large = new CSSStyleSheet();
      large.replaceSync('html { font-size: 125% }');
      document.adoptedStyleSheets.push(large);
    });
    await assertFits(page);
    await page.context().close();
  }
});

test('words longer than a phone is wide stay within it', async (t) => {
  const word = 'Donaudampfschiff'.repeat(8);
  for (const { name, path } of all) {
    const page = await open(t, path, { width: 390, height: 844 });
    await page.locator('h1, .ti a, .out, .cl > a, .pair thead b a, .pair thead .app, option, .facts dd, .origins b, .who span').evaluateAll((all, word) => {
      for (const element of all) element.textContent = word;
    }, word);
    const { inside, seen } = await page.evaluate(() => ({
      inside: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }));
    assert.ok(inside <= seen, `${name} is ${inside} px wide in a window of ${seen} px`);
    await page.context().close();
  }
});

test('a page whose style did not come shows no sign larger than its words', async (t) => {
  const page = await open(t, 'claims/', { errors: /./, ready: false, prepare: (page) => page.route(/\.css$/, (route) => route.abort()) });
  const widest = await page.locator('svg:not(.fig)').evaluateAll((all) => Math.max(...all.map((svg) => svg.getBoundingClientRect().width)));
  assert.ok(widest <= 40, `${widest}`);
});

test('paper has no buttons, and a timeline lies across it', async (t) => {
  const page = await open(t, 'timeline/');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).page), 'wide');
});
