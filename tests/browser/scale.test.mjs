// What holds for 150 reports that share stories: the overview is about these, columns are of like height, lanes and choices
// have names, and axe finds nothing in any view at any width.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MANY, PRESS, PRESS_FOLDER, SCHEMES, WIDTHS, assertAccessible, assertFits, exported, settled, withBrowser } from './harness.mjs';
import { views } from './views.mjs';

const open = withBrowser();
const press = (path) => new URL(path, PRESS).href;
const all = await views(PRESS_FOLDER);

for (const { name, path } of all) {
  test(`${name} of 150 reports: it fits, and axe finds nothing at any width`, async (t) => {
    for (const scheme of SCHEMES) {
      // Beyond twelve reports, a pair of them is shown by the viewer out of the page for what there is not.
      const page = await open(t, press(path), { scheme, errors: name === 'compare' ? /status of 404/ : undefined });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        await assertFits(page);
        await assertAccessible(page);
      }
    }
  });
}

test('the overview of many reports has their stories, each told by several', async (t) => {
  const page = await open(t, press(''));
  const stories = page.getByRole('region', { name: 'What they tell of' }).locator('ol > li');
  assert.ok((await stories.count()) >= 6, `${await stories.count()} stories`);
  for (const said of await stories.locator('p.app').allInnerTexts()) assert.ok(Number(/(\d+) reports/.exec(said)?.[1]) > 1, said);
});

for (const [site, path] of [['150 reports', press('')], ['the corpus that ships', '']]) {
  test(`no column of the overview is empty for 500 pixels (${site})`, async (t) => {
    const page = await open(t, path, { width: 1280 });
    const left = await page.locator('.four > section').evaluateAll((columns) =>
      columns.map((column) => column.getBoundingClientRect().bottom - column.lastElementChild.getBoundingClientRect().bottom),
    );
    assert.ok(left.length > 0);
    for (const pixels of left) assert.ok(pixels < 500, `${left}`);
    for (const list of await page.locator('.four > section').all()) assert.ok((await list.getByRole('listitem').count()) > 0, 'a column has claims');
  });
}

test('reports of as many matters stand in one lane, since no few of them are most of what is told', async (t) => {
  const page = await open(t, press('timeline'));
  const figure = page.getByRole('group', { name: /^Timeline, / });
  await figure.waitFor();
  assert.match(await figure.getAttribute('aria-label'), /, one lane, by story/);
});

test('a story as known on a day knows no later report', async (t) => {
  const { path } = all.find(({ name }) => name === 'story');
  const page = await open(t, press(path));
  const days = await page.locator('.docs .dat').allInnerTexts();
  const reports = days.length;
  const day = new Date(`${days[0]} UTC`).toISOString().slice(0, 10);
  await page.goto(press(`${path}/?known=${day}`));
  await settled(page);
  await page.getByRole('heading', { level: 1, name: /as known on/ }).waitFor();
  const known = await page.locator('.docs .dat').allInnerTexts();
  assert.ok(known.length < reports && known.every((other) => other === days[0]), `${known} of ${days}`);

  await page.goto(press(`${path}/?known=2031-12-01`));
  await settled(page);
  await page.getByRole('heading', { level: 1, name: /Not told yet/ }).waitFor();
  await page.getByRole('link', { name: 'as all reports tell it' }).click();
  await page.locator('.docs .dat').nth(reports - 1).waitFor();
});

test('an utterance that a report interrupts is told whole, without a gap', async (t) => {
  const { versions } = await exported('quotes', PRESS_FOLDER);
  assert.ok(versions.length > 0, 'utterances in several versions');
  const page = await open(t, press(`claims/${versions[0].claim}`));
  const rows = page.locator('.drift tr');
  await rows.nth(1).waitFor();
  const texts = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' ')));
  const whole = texts.filter((text) => /serve .+ for a hundred( .*)? years/s.test(text));
  assert.equal(whole.length, texts.length, texts.join(' / '));
});

test('what a page counts before there is a viewer is counted over the whole corpus', async (t) => {
  const page = await open(t, MANY, { javaScriptEnabled: false });
  const all = /(\d+) claims/.exec(await page.locator('.sum b').first().textContent())[1];
  assert.ok(Number(all) > 300, `${all} claims`);
  await page.goto(new URL('claims/', MANY).href);
  const counts = page.locator('ul.choices[aria-label="Show"] .n');
  assert.equal(await counts.first().textContent(), all);
});
