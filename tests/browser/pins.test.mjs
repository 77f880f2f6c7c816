// Claims that somebody puts together: a reading list that is a link, and pictures to save.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { WIDTHS, assertAccessible, assertFits, at, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { claims } = await exported('claims');
const [first, second] = claims.filter(({ title, statements }) => title && statements.length > 1);

test('claims are pinned into a list, whose link opens the same list elsewhere', async (t) => {
  const page = await open(t, `claims/${first.id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const acts = page.locator('.acts');
  await acts.getByRole('button', { name: 'Pin to the reading list' }).click();
  await acts.getByText('Pinned: 1 in the reading list.').waitFor();
  await page.goto(at(`claims/${second.id}`));
  await settled(page);
  await acts.getByRole('button', { name: 'Pin to the reading list' }).click();
  await acts.getByText('Pinned: 2 in the reading list.').waitFor();
  // Twice is once.
  await acts.getByRole('button', { name: 'Pin to the reading list' }).click();
  await acts.getByRole('button', { name: 'Reading list', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'A reading list' }).waitFor();
  assert.deepEqual(await page.locator('.pinned > li > a').allInnerTexts(), [first.title, second.title]);
  assert.equal(new URL(page.url()).searchParams.get('pins'), `${first.id}|${second.id}`);

  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open(t, link);
  assert.deepEqual(await other.locator('.pinned > li > a').allInnerTexts(), [first.title, second.title]);
  assert.equal(await other.evaluate(() => localStorage.length), 0, 'a list that is sent is kept nowhere');
  for (const width of WIDTHS) {
    await other.setViewportSize({ width, height: 844 });
    await assertFits(other);
    await assertAccessible(other);
  }

  await page.getByRole('button', { name: 'Take out of the list' }).first().click();
  await page.waitForURL((url) => url.searchParams.get('pins') === second.id);
  await page.goto(at(''));
  await settled(page);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Reading list' }).click();
  await page.waitForURL((url) => url.searchParams.get('pins') === second.id);
});

test('an empty reading list says how one is made', async (t) => {
  const page = await open(t, '');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Reading list' }).click();
  await page.getByText('Nothing is pinned on this device.').waitFor();
});

test('a claim of a list that is not here any more leads to where it may have gone', async (t) => {
  const page = await open(t, `claims?pins=gone1234|${first.id}`);
  const rows = page.locator('.pinned > li > a');
  assert.match(await rows.first().innerText(), /not here under this id any more: gone1234/);
  assert.equal(await rows.nth(1).innerText(), first.title);
});

for (const [name, path, says] of [
  ['a claim', `claims/${first.id}`, first.title],
  ['the timeline', 'timeline', 'What happened when'],
]) {
  test(`${name} is saved as a picture, in light colours, with title and source`, async (t) => {
    const page = await open(t, path, { scheme: 'dark' });
    const saved = async (kind) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save as ${kind}` }).click()]);
      assert.ok(download.suggestedFilename().endsWith(`.${kind.toLowerCase()}`), download.suggestedFilename());
      return readFile(await download.path());
    };
    const svg = (await saved('SVG')).toString();
    await page.getByText('Saved.').waitFor();
    assert.match(svg, /^<svg [^>]*viewBox=/);
    // Elsewhere: the page's own policy lets nothing be read as markup.
    const elsewhere = await page.context().newPage();
    const read = await elsewhere.evaluate((text) => {
      const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
      const texts = [...drawn.querySelectorAll('text')].map((line) => line.textContent);
      return { root: drawn.documentElement.localName, title: drawn.querySelector('title').textContent, text: texts.join(' '), ground: drawn.querySelector('rect').getAttribute('fill') };
    }, svg);
    assert.equal(read.root, 'svg');
    assert.ok(read.title.includes(says), read.title);
    assert.match(read.text, /From “[^”]+”, read across by Crossread: /);
    assert.equal(read.ground, '#fdfdfb');
    // What was drawn on a dark page is drawn in ink.
    assert.doesNotMatch(svg, /(fill|color)="(#d9d8d2|rgb\(217, 216, 210\))"/);
    assert.match(svg, /@font-face\{font-family:"Crossread Serif"/);
    assert.doesNotMatch(svg, /(href|src)="(?!https?:|#)/, 'links lead from anywhere');

    const png = await saved('PNG');
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width >= 800 && height > 300, `${width} by ${height}`);
  });
}
