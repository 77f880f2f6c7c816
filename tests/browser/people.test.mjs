// Who is quoted: each statement once, bodies apart from people, what they said apart from what they did.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { MANY, WIDTHS, assertAccessible, assertFits, settled, withBrowser } from './harness.mjs';

const open = withBrowser();

for (const site of ['shipped', 'many']) {
  test(`nobody’s statement is told twice (${site})`, async (t) => {
    const at = (path) => (site === 'many' ? new URL(path, MANY).href : path);
    const page = await open(t, at('people/'));
    const links = await page.locator('main .people a').evaluateAll((all) => all.slice(0, 4).map((a) => a.href));
    for (const link of links) {
      await page.goto(link);
      const said = await page.locator('section[aria-labelledby="says"] ol.says > li').evaluateAll((all) =>
        all.map((li) => `${li.querySelector('.no').textContent} ${li.querySelector('.sent').textContent}`));
      assert.equal(new Set(said).size, said.length, link);
      const done = await page.locator('section[aria-labelledby="does"] .sent').allInnerTexts();
      assert.equal(new Set(done).size, done.length, link);
    }
  });
}

for (const width of WIDTHS) {
  test(`the people of 150 reports fit at ${width} px`, async (t) => {
    const page = await open(t, new URL('people/', MANY).href, { width });
    await assertFits(page);
  });
}

test('people are listed by their last names, letter by letter', async (t) => {
  const page = await open(t, new URL('people/', MANY).href);
  const order = page.getByRole('group', { name: 'Order' });
  if ((await order.count()) === 0) return t.skip('too few people to be put in order');
  await order.getByRole('link', { name: 'name' }).click();
  await page.waitForURL((url) => url.searchParams.get('by') === 'name');
  await settled(page);
  const names = await page.locator('section[aria-labelledby^="letter-"] .people a').allInnerTexts();
  const last = names.map((name) => name.split(' ').at(-1).toLowerCase());
  assert.ok(last.length > 1);
  assert.deepEqual(last.map((name) => name[0]), last.map((name) => name[0]).toSorted(), 'letters rise');
  const letters = page.getByRole('list', { name: 'Letters' }).getByRole('link');
  assert.equal(await letters.count(), new Set(last.map((name) => name[0])).size, 'a way to each letter');
  await assertAccessible(page);
  await assertFits(page);
});
