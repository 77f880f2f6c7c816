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
