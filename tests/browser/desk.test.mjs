// The desk: own documents in the page, from the drop to the file that is sent to somebody.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SITE, assertAccessible, assertFits, assertTargets, at, settled, withBrowser } from './harness.mjs';

const open = withBrowser();

const report = (title, outlet, day, text) => `+++\ntitle = "${title}"\noutlet = "${outlet}"\npublished = "${day}"\n+++\n\n${text}\n`;

/** Reports of one matter, invented, in several forms; and one that can't be read. */
const FILES = [
  ['lamp.txt', report('Bridge at Tolne closed', 'Evening Lamp', '2024-03-03', 'The bridge at Tolne closed on 2 March 2024. Thirty lorries a day used it, the council said.\n\nMira Sand, the engineer, denied that the bridge had been inspected.')],
  ['post.md', report('Tolne bridge shut', 'Valley Post', '2024-03-02', 'The bridge at Tolne closed on 2 March 2024, the engineer Mira Sand said. "We will open it again in May," she said.\n\nForty lorries a day used it.')],
  ['river.html', '<!doctype html><html><head><title>Tolne bridge closed</title><meta property="og:site_name" content="River News"><meta property="article:published_time" content="2024-03-04T09:00:00Z"></head><body><nav>Home Sport</nav><article><h1>Tolne bridge closed</h1><p>The bridge at Tolne closed on 2 March 2024, the council of the valley told River News. It will be opened again by the end of May 2024.</p></article></body></html>'],
  ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
];
const files = FILES.map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }));

/** Everything that the page asks for, and sends. */
function watch(page) {
  const sent = [];
  page.on('request', (request) => {
    const own = request.url().startsWith(SITE) || /^(blob:|data:)/.test(request.url());
    if (!own || request.method() !== 'GET' || request.postData()) sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

const rows = (page) => page.locator('#list tbody tr');

async function dropped(page) {
  await page.locator('#files').setInputFiles(files);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
}

async function across(page) {
  await page.locator('#across:not([disabled])').click();
  await page.waitForURL(/desk\/#\/[a-z0-9-]+\//);
  await settled(page);
}

for (const width of [390, 1280]) {
  test(`own documents are read across, kept, and saved as one file at ${width}`, async (t) => {
    const page = await open(t, 'desk/', { width, acceptDownloads: true });
    const sent = watch(page);
    await assertAccessible(page);
    await dropped(page);
    assert.match(await page.locator('#told').innerText(), /old\.doc/);
    await assertAccessible(page);
    await assertFits(page);
    await assertTargets(page);
    await page.locator('#title').fill('The bridge at Tolne');
    await across(page);

    await page.locator('main h1', { hasText: 'The bridge at Tolne' }).waitFor();
    await page.locator('nav a', { hasText: 'Claims' }).click();
    await page.locator('main .cl a, main tbody th a').first().click();
    await page.waitForURL(/#\/the-bridge-at-tolne\/claims\//);
    await settled(page);
    const address = page.url();
    const claim = await page.locator('main h1').innerText();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('main h1').innerText(), claim, 'it was kept');
    await page.locator('#find').fill('engineer');
    await page.locator('#find').press('Enter');
    await page.locator('.hits li').first().waitFor();

    await page.locator('.desk-bar a').click();
    await page.locator('#kept li', { hasText: 'The bridge at Tolne' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as one file' }).click();
    const folder = await mkdtemp(join(tmpdir(), 'crossread-desk-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'tolne.html');
    await (await saving).saveAs(file);
    assert.deepEqual(sent, [], 'nothing was sent, and nobody else was asked');

    const again = await page.context().newPage();
    await page.context().setOffline(true);
    await again.goto(pathToFileURL(file).href + address.replace(/.*#\/the-bridge-at-tolne/, '#'));
    await settled(again);
    assert.equal(await again.locator('main h1').innerText(), claim, 'the same claim, from the disk');
    await page.context().setOffline(false);
  });
}

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
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  assert.equal(await page.getByLabel('Outlet of post.md').inputValue(), 'Upper Valley Post', 'it is kept with them');
});

test('by the keyboard alone, from a pasted report to its page', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#text').focus();
  await page.keyboard.insertText('The ferry at Osk ran aground on 5 May 2024, the harbour master Lena Brook said.\n\nNobody was hurt.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 1);
  await page.locator('#across').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/desk\/#\/my-documents\//);
  await settled(page);
  assert.ok((await page.locator('main h1').innerText()).length > 0);
});

test('the example is there to try with, and what is kept can be deleted', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 3);
  assert.equal(await page.locator('#title').inputValue(), 'Mill');
  await across(page);
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete “Mill” for good' }).click();
  await page.locator('#stage', { hasText: 'was deleted' }).waitFor();
  assert.equal(await page.locator('#kept li').count(), 0);
  await page.goto(at('desk/#/mill/claims'));
  await page.locator('#stage', { hasText: 'no documents called' }).waitFor();
});

test('the reports come out as lines', async (t) => {
  const page = await open(t, 'desk/', { acceptDownloads: true });
  await dropped(page);
  await across(page);
  await page.locator('.desk-bar a').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the reports' }).click();
  const lines = (await readFile(await (await saving).path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ id }) => id), ['lamp', 'post', 'river']);
});

test('work that is cancelled leaves what was read', async (t) => {
  const page = await open(t, 'desk/');
  const many = Array.from({ length: 60 }, (_, n) => ({ name: `r${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(`Report ${n}`, 'Lamp', '2024-01-02', `The council of ward ${n} met on 1 January 2024, its speaker said. ${'It was told that the road would be mended by the end of the year. '.repeat(60)}`)) }));
  await page.locator('#files').setInputFiles(many);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 60);
  await page.locator('#across:not([disabled])').click();
  await page.locator('#cancel').click();
  await page.locator('#stage', { hasText: 'Cancelled' }).waitFor();
  assert.equal(await rows(page).count(), 60);
  assert.equal(await page.locator('#kept li').count(), 0, 'nothing is kept by half');
});

test('the first screen leads to the desk', async (t) => {
  const page = await open(t, '');
  await page.getByRole('link', { name: 'Read your own documents' }).click();
  await page.locator('#desk h1').waitFor();
});
