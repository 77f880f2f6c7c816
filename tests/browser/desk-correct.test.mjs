// Setting right on the desk what the machine got wrong, and setting it back.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LEFT, across, claim, downloaded, dropped, listed, report, saved, watch } from './desk.mjs';
import { FOLDER, assertAccessible, assertFits, at, settled, withBrowser } from './harness.mjs';

const opened = withBrowser();
const open = (t, path, options = {}) => opened(t, path, { errors: LEFT, ...options });

test('what the machine took wrongly is set right in its place', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  const outlet = page.getByLabel('Outlet of post.md');
  await outlet.fill('Upper Valley Post');
  await outlet.press('Tab');
  await page.locator('#stage', { hasText: 'set by you' }).waitFor();
  const day = page.getByLabel('Day of post.md');
  await day.fill('last week');
  await day.press('Tab');
  await page.locator('#stage', { hasText: 'EDTF' }).waitFor();
  assert.equal(await page.getByLabel('Day of post.md').getAttribute('aria-invalid'), 'true');
  await across(page);
  await page.locator('nav a', { hasText: 'Documents' }).click();
  await page.locator('main', { hasText: 'Upper Valley Post' }).waitFor();

  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Add to it or correct it' }).click();
  await listed(page, 3);
  assert.equal(await page.getByLabel('Outlet of post.md').inputValue(), 'Upper Valley Post', 'it is kept with them');
});

for (const width of [390, 1280]) {
  test(`a claim is set right, and set back, at ${width}`, async (t) => {
    const page = await open(t, 'desk/', { width });
    await dropped(page);
    await across(page);
    const before = await claim(page);
    await page.getByRole('button', { name: 'Correct this claim' }).click();
    await page.getByLabel('What the claim is called').waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel('Why, for those who read it').fill('as the council calls it');
    await page.getByLabel('What the claim is called').fill('The Tolne bridge was closed');
    await page.getByRole('button', { name: 'Set the title' }).click();
    await page.locator('main h1', { hasText: 'The Tolne bridge was closed' }).waitFor();
    await settled(page);
    await page.locator('.desk-decided', { hasText: 'The Tolne bridge was closed' }).waitFor();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('main h1').innerText(), 'The Tolne bridge was closed', 'it is kept');
    assert.match(await page.locator('main').innerText(), /as the council calls it/, 'with its reason');

    await page.locator('.desk-bar a').click();
    await page.getByRole('button', { name: '1 decision' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('Undone.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: '0 decisions' }).waitFor();
    await page.locator('#kept a.desk-name').click();
    await settled(page);
    assert.equal(await claim(page), before);
  });
}

test('statements leave their claim, and what the machine doubts is offered', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  await across(page);
  await claim(page);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await page.locator('.desk-panel .desk-stage', { hasText: 'Tick the statements first' }).waitFor();
  const text = await page.locator('.desk-panel .desk-said q').first().innerText();
  await page.locator('.desk-panel input[type=checkbox]').first().check();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await page.locator('.desk-decided', { hasText: 'Left out' }).waitFor();
  await page.getByRole('button', { name: 'What the machine doubts' }).click();
  await page.locator('.desk-panel h2', { hasText: 'least sure' }).waitFor();
  await page.getByText(/Nothing is left that it doubts|Do these say the same|Does this belong/).first().waitFor();
  await assertAccessible(page);
  assert.ok(text.length > 0);
});

test('another tab is told that its documents are other ones now', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  await across(page);
  await claim(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await settled(other);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByLabel('What the claim is called').fill('The bridge is shut');
  await page.getByRole('button', { name: 'Set the title' }).click();
  await other.locator('.desk-decided', { hasText: 'changed in another tab' }).waitFor();
  await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: 'Load them anew' }).click()]);
  await settled(other);
  assert.equal(await other.locator('main h1').innerText(), 'The bridge is shut');
});

/** The export of claims as the desk saves it. */
async function claims(page, title = '') {
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: title }).getByRole('button', { name: 'Save or send it' }).click();
  const files = await saved(page, 'Save the exports');
  await page.getByRole('button', { name: 'Close' }).click();
  return files.get('export/claims.json').toString();
}

test('a speaker is set right, and the report’s own words are told as such', async (t) => {
  const page = await open(t, 'desk/');
  await dropped(page);
  await across(page);
  await page.goto(at('desk/#/my-documents/search/?q=Forty+lorries'));
  await settled(page);
  await page.goto(at('desk/#/my-documents/'));
  await settled(page);
  const title = await claim(page);
  for (const [press, told] of [['Set the speaker', 'Said by Orla Venn'], ['The report’s own', 'The report’s own words']]) {
    await page.getByRole('button', { name: 'Correct this claim' }).click();
    await page.locator('.desk-panel input[type=checkbox]').first().check();
    await page.getByLabel('Whose words they are').fill('Orla Venn');
    await page.getByLabel('Why, for those who read it').fill('as she told us');
    await page.getByRole('button', { name: press }).click();
    await page.locator('.desk-decided', { hasText: told }).waitFor();
    await settled(page);
    if (told.includes('Orla')) assert.match(await page.locator('main').innerText(), /Orla Venn/, title);
  }
  await page.getByRole('button', { name: 'Your decisions' }).click();
  assert.match(await page.locator('.desk-panel li').first().innerText(), /as she told us/);
  await page.getByRole('button', { name: /^Undo/ }).last().click();
  await page.getByText('Undone.').waitFor();
});

for (const width of [390, 1280]) {
  test(`a name gets its spellings, and loses them, at ${width}`, async (t) => {
    const page = await open(t, 'desk/', { width });
    await dropped(page);
    await across(page);
    await page.locator('nav a', { hasText: 'People' }).click();
    await page.locator('main a[href*="/people/"]', { hasText: 'Mira Sand' }).first().click();
    await page.locator('main h1', { hasText: 'Mira Sand' }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Correct a name' }).click();
    await page.getByLabel('What it is to be called').waitFor();
    assert.equal(await page.getByLabel('The name, as it is shown now').inputValue(), 'Mira Sand');
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole('button', { name: 'Set the name' }).click();
    await page.locator('.desk-panel .desk-stage', { hasText: 'one other spelling' }).waitFor();
    await page.getByLabel('What it is to be called').fill('Mira Sande');
    await page.getByLabel('Why, for those who read it').fill('so she signs');
    await page.getByRole('button', { name: 'Set the name' }).click();
    await page.locator('main a[href*="/people/"]', { hasText: 'Mira Sande' }).first().waitFor();
    await page.locator('.desk-decided', { hasText: 'Mira Sande, also written Mira Sand' }).waitFor();
    assert.match(await claims(page), /Mira Sande/);

    await page.getByRole('button', { name: '1 decision' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('Undone.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#kept a.desk-name').click();
    await page.locator('.desk-bar').waitFor();
    await settled(page);
    assert.doesNotMatch(await claims(page), /Mira Sande/);
  });
}

test('two people whom the machine takes for one are told apart', async (t) => {
  const page = await open(t, 'desk/');
  const of = (title, day, text) => ({ name: `${title}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(title, 'Valley Post', day, text)) });
  await page.locator('#files').setInputFiles([
    of('Ferry', '2024-03-02', 'Tom Lind opened the ferry at Arlen in March. “It will carry lorries,” Tom Lind said.'),
    of('Books', '2024-04-02', 'Thomas Lind keeps the books of the ferry at Arlen. “They are in order,” Thomas Lind said.'),
  ]);
  await listed(page, 2);
  await across(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'People' }).click();
  await page.locator('main a[href*="/people/"]', { hasText: 'Lind' }).first().click();
  await page.locator('main h1', { hasText: 'Thomas Lind' }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Correct a name' }).click();
  const spellings = page.getByLabel('How it is written besides');
  await spellings.waitFor();
  assert.match(await spellings.inputValue(), /Tom Lind/);
  await spellings.fill('');
  await page.getByLabel('Why, for those who read it').fill('father and son');
  await page.getByRole('button', { name: 'Set the name' }).click();
  await page.locator('.desk-decided', { hasText: 'Thomas Lind, not Tom Lind' }).waitFor();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'People' }).click();
  await page.locator('main a[href*="/people/"]', { hasText: 'Tom Lind' }).waitFor();
  await settled(page);
  const names = (await page.locator('main .people a').allInnerTexts()).filter((name) => name.includes('Lind')).toSorted();
  assert.deepEqual(names, ['Thomas Lind', 'Tom Lind']);
  // What the command takes says the same.
  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Save or send it' }).click();
  const corpus = await saved(page, 'Save the corpus');
  assert.match(corpus.get('my-documents/review.toml').toString(), /decide = "name"[\s\S]*apart = \["Tom Lind"\]/);
});

test('what lies on the desk and a corpus that is kept are never taken for each other', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await listed(page, 3);
  await across(page);
  await claim(page);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByLabel('What the claim is called').fill('The mill is shut');
  await page.getByRole('button', { name: 'Set the title' }).click();
  await page.locator('main h1', { hasText: 'The mill is shut' }).waitFor();
  await settled(page);
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();

  // Others are dropped, and a decision about the first is undone.
  await dropped(page);
  await page.locator('#title').fill('Bridges');
  await page.getByRole('button', { name: '1 decision' }).click();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  // These are still what they were, and so is that.
  const outlet = page.getByLabel('Outlet of post.md');
  await outlet.fill('Upper Valley Post');
  await outlet.press('Tab');
  await page.locator('#stage', { hasText: 'set by you' }).waitFor();
  await across(page);
  await page.locator('main h1', { hasText: 'Bridges' }).waitFor();
  assert.match(await claims(page, 'Bridges'), /bridge at Tolne/);
  await page.locator('#kept a.desk-name', { hasText: 'Mill' }).click();
  await page.locator('main h1', { hasText: 'Mill' }).waitFor();
  await settled(page);
  assert.match(await page.locator('main').innerText(), /Ossery/);
  assert.doesNotMatch(await page.locator('main').innerText(), /Tolne/);
});

test('a published corpus is reviewed, and its decisions come out for whoever builds it', async (t) => {
  const page = await open(t, 'about');
  const sent = watch(page);
  await page.getByRole('link', { name: 'Review this corpus' }).click();
  await page.locator('#review').click();
  await page.locator('.desk-bar').waitFor();
  await settled(page);
  assert.equal(await claims(page), await readFile(join(FOLDER, 'export/claims.json'), 'utf8'), 'it is the same corpus');
  await page.locator('#kept a.desk-name').click();
  await page.locator('.desk-bar').waitFor();
  await settled(page);
  await claim(page);
  await page.getByRole('button', { name: 'Correct this claim' }).click();
  await page.getByLabel('What the claim is called').fill('A title of ours');
  await page.getByRole('button', { name: 'Set the title' }).click();
  await page.locator('main h1', { hasText: 'A title of ours' }).waitFor();
  await settled(page);
  await page.locator('.desk-bar a').click();
  await page.getByRole('button', { name: 'Save or send it' }).click();
  const review = (await downloaded(page, 'Save your decisions')).toString();
  assert.match(review, /decide = "retitle"/);
  assert.match(review, /title = "A title of ours"/);
  assert.deepEqual(sent, [], 'nothing is sent');
});
