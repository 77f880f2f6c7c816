// A link to words: a reader marks some and copies it; it finds them after a rebuild, or says that they are gone.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, assertInView, at, exported, withBrowser } from './harness.mjs';

const open = withBrowser();
const { documents } = await exported('documents');
const path = `documents/${encodeURIComponent(documents[0].id)}/`;

/** Marks the words from the second of the fourth paragraph's words on to the sixth, as with a mouse, and returns them. */
const mark = (page) =>
  page.evaluate(() => {
    const paragraph = document.querySelectorAll('.body [data-at]')[3];
    const text = paragraph.textContent;
    const [start, end] = [text.indexOf(' ') + 1, text.split(' ').slice(0, 6).join(' ').length];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node, passed = 0; (node = walker.nextNode()); passed += node.data.length) {
      if (passed <= start && start < passed + node.data.length) range.setStart(node, start - passed);
      if (passed < end && end <= passed + node.data.length) range.setEnd(node, end - passed);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return String(range);
  });

/** Marks words, copies the link that is offered, and returns both. */
async function copied(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const words = await mark(page);
  const button = page.getByRole('button', { name: 'Copy a link to the marked words' });
  await button.click();
  await page.getByText('Copied.').waitFor();
  return { words, link: await page.evaluate(() => navigator.clipboard.readText()) };
}

/** What the link's view marks. */
const shown = (page) => page.locator('.body .here').allInnerTexts().then((parts) => parts.join(''));

test('a reader marks words and copies a link that leads to them', async (t) => {
  const page = await open(t, path);
  const { words, link } = await copied(page);
  await assertAccessible(page);
  assert.match(link, /#:~:text=/);
  await page.goto('about:blank');
  await page.goto(link);
  await page.locator('.body .here').first().waitFor();
  assert.equal(await shown(page), words);
  await assertInView(page.locator('.body .here').first());
});

test('after a rebuild the words of a link are found elsewhere, or said to be gone', async (t) => {
  const page = await open(t, path);
  const { words, link } = await copied(page);
  // Of another build, in which the words stood further on.
  const moved = new URL(link);
  moved.searchParams.set('build', '00000000');
  moved.searchParams.set('at', '3-9');
  await page.goto(moved.href);
  await page.locator('.body .here').first().waitFor();
  assert.equal(await shown(page), words);
  // And one in which they were others.
  moved.searchParams.set('words', 'a lighthouse that nobody built');
  await page.goto(moved.href);
  await page.getByText('no longer stand in this document').waitFor();
  assert.equal(await page.locator('.body .here').count(), 0);
  assert.equal(await page.evaluate(() => scrollY), 0);
  // Offsets alone say nothing in another build.
  await page.goto(at(`${path}?at=40-60&build=00000000`));
  await page.getByText('may stand elsewhere').waitFor();
  assert.equal(await page.locator('.body .here').count(), 0);
});

test('without the viewer the browser goes to the words by itself', async (t) => {
  const page = await open(t, path);
  const { link } = await copied(page);
  const plain = await open(t, path, { javaScriptEnabled: false });
  await plain.goto('about:blank');
  await plain.goto(link);
  const box = await plain.locator('.body [data-at]').nth(3).boundingBox();
  assert.ok(box.y >= 0 && box.y < 900, `the paragraph stands at ${box.y}`);
});
