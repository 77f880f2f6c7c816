// The desk: own documents in the page, from the drop to the file that is sent to somebody.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LEFT, across, downloaded, dropped, listed, report, rows, watch } from './desk.mjs';
import { assertAccessible, assertFits, assertTargets, at, settled, withBrowser } from './harness.mjs';

const opened = withBrowser();
const open = (t, path, options = {}) => opened(t, path, { errors: LEFT, ...options });

for (const width of [390, 1280]) {
  test(`own documents are read across, corrected, kept, and saved as one file at ${width}`, async (t) => {
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
    const claim = 'The Tolne bridge was shut to all';
    await page.getByRole('button', { name: 'Correct this claim' }).click();
    await page.getByLabel('What the claim is called').fill(claim);
    await page.getByRole('button', { name: 'Set the title' }).click();
    await page.locator('main h1', { hasText: claim }).waitFor();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('main h1').innerText(), claim, 'it was kept');
    await page.locator('#find').fill('engineer');
    await page.locator('#find').press('Enter');
    await page.locator('.hits li').first().waitFor();

    await page.locator('.desk-bar a').click();
    await page.locator('#kept li', { hasText: 'The bridge at Tolne' }).waitFor();
    await page.getByRole('button', { name: 'Save or send it' }).click();
    await page.getByText('full text of 3 reports').first().waitFor();
    await page.getByText('takes their leave').waitFor();
    await assertAccessible(page);
    await assertFits(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save one file' }).click();
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

test('by the keyboard alone, from a pasted report to its page', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#text').focus();
  await page.keyboard.insertText('The ferry at Osk ran aground on 5 May 2024, the harbour master Lena Brook said.\n\nNobody was hurt.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await listed(page, 1);
  await page.locator('#across').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/desk\/#\/my-documents\//);
  await settled(page);
  assert.ok((await page.locator('main h1').innerText()).length > 0);
});

test('the example is there to try with, and what is kept can be deleted', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await listed(page, 3);
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

test('a page that is closed in the middle loses nothing that was kept, and keeps nothing by half', async (t) => {
  const page = await open(t, 'desk/');
  await page.locator('#try').click();
  await listed(page, 3);
  await across(page);
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  await dropped(page);
  await page.locator('#title').fill('Bridges');
  await page.locator('#across:not([disabled])').click();
  await page.goto('about:blank');
  await page.goto(at('desk/'));
  await page.locator('#kept li', { hasText: 'Mill' }).waitFor();
  for (const name of await page.locator('#kept a.desk-name').allInnerTexts()) {
    await page.locator('#kept a.desk-name', { hasText: name }).click();
    await page.waitForURL(/desk\/#\/[a-z0-9-]+\//);
    await settled(page);
    assert.ok((await page.locator('main h1').innerText()).length > 0, name);
    await page.locator('.desk-bar a').click();
    await page.locator('#kept li').first().waitFor();
  }
});

test('where there is no room nothing is kept, and it is told', async (t) => {
  const page = await open(t, 'desk/');
  await page.evaluate(() => {
    let count = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
      count += 1;
      if (count > 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, what);
    };
  });
  await dropped(page);
  await page.locator('#across:not([disabled])').click();
  await page.locator('#stage', { hasText: 'no room for it on this device' }).waitFor();
  await page.goto(at('desk/'));
  await page.locator('#desk h1').waitFor();
  assert.equal(await page.locator('#kept li').count(), 0);
});

test('a desk whose programs are still being built says so', async (t) => {
  const prepare = (page) => page.route(/\/desk\/$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/<meta name="crossread-(?:desk|formats)"[^>]*>/g, '');
    await route.fulfill({ response: answer, body });
  });
  const page = await open(t, 'desk/', { ready: false, prepare });
  await page.locator('html[data-viewer="failed"]').waitFor({ state: 'attached' });
  assert.match(await page.locator('#lost').innerText(), /still being built/);
  await assertAccessible(page);
});

/** A thousand short reports of as many wards. */
const thousand = Array.from({ length: 1000 }, (_, n) => ({ name: `ward-${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(`Ward ${n} paves its lane`, 'Ward Gazette', `2024-01-${String(1 + (n % 28)).padStart(2, '0')}`, `The council of ward ${n} paved lane ${n * 7} on 1 January 2024, its speaker said. The work cost ${n + 100} crowns.`)) }));

test('a thousand reports are read across, and the first can be read before', async (t) => {
  const page = await open(t, 'desk/');
  page.context().setDefaultTimeout(300_000);
  await page.locator('#files').setInputFiles(thousand);
  await page.getByRole('button', { name: 'Read ward-0.txt' }).click();
  await page.locator('.desk-panel', { hasText: 'lane 0 on 1 January 2024' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('#rest', { hasText: 'and 900 more reports' }).waitFor();
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await listed(page, 200);
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr').rowIndex), 101, 'the focus is where it goes on');
  await page.locator('#title').fill('Lanes');
  await across(page);
  await page.goto(at('desk/#/lanes/search/?q=lane+6993'));
  await settled(page);
  await page.locator('.hits li', { hasText: '6993' }).first().waitFor();
  await page.locator('.desk-bar a').click();
  await page.locator('#kept li', { hasText: '1,000 reports' }).waitFor();
  await page.getByRole('button', { name: 'Save or send it' }).click();
  const whole = (await downloaded(page, 'Save one file')).toString();
  const data = /id="kept-data" data-made>([^<]*)</.exec(whole)?.[1];
  assert.ok(data, 'a large corpus is packed');
  const site = await page.evaluate(() => new Promise((done) => {
    indexedDB.open('crossread-desk').onsuccess = ({ target }) => {
      target.result.transaction('corpora').objectStore('corpora').get('lanes').onsuccess = (event) => done(event.target.result.bytes - event.target.result.own);
    };
  }));
  assert.ok(data.length * 2 < site, `${data.length} bytes, where the files of its site have ${site}`);
});

test('a file that makes its reader stop is named, and the others are read', async (t) => {
  // None is known that does: one is told by its name here.
  const prepare = (page) => page.route(/crossread-formats-[0-9a-f]+\.js$/, async (route) => {
    const answer = await route.fetch();
    const stop = "addEventListener('message', ({ data }) => { if (new TextDecoder().decode(data.subarray(4, 80)).includes('breaks')) throw new Error('unreachable'); });\n";
    await route.fulfill({ response: answer, body: stop + await answer.text() });
  });
  const page = await open(t, 'desk/', { prepare, serviceWorkers: 'block', errors: /net::ERR_FAILED|unreachable/ });
  const table = (name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`title,date,text\n${name},2024-03-02,"The bridge at Tolne closed, the engineer said."\n`) });
  await page.locator('#files').setInputFiles([table('a.csv'), table('breaks.csv'), table('z.csv')]);
  await listed(page, 2);
  assert.match(await page.locator('#told').innerText(), /breaks\.csv makes its reader fail; save its text/);
  await across(page);
  await page.locator('main h1').waitFor();
});

test('work that is cancelled leaves what was read', async (t) => {
  const page = await open(t, 'desk/');
  const many = Array.from({ length: 150 }, (_, n) => ({ name: `r${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report(`Report ${n}`, 'Lamp', '2024-01-02', `The council of ward ${n} met on 1 January 2024, its speaker said. ${Array.from({ length: 60 }, (_, road) => `It was told that road ${n * 60 + road} would be mended by the end of the year.`).join(' ')}`)) }));
  await page.locator('#files').setInputFiles(many);
  await listed(page, 100);
  await page.locator('#across:not([disabled])').click();
  await page.locator('#cancel').click();
  await page.locator('#stage', { hasText: 'Cancelled' }).waitFor();
  assert.equal(await rows(page).count(), 100);
  assert.equal(await page.locator('#kept li').count(), 0, 'nothing is kept by half');
});

test('the first screen leads to the desk', async (t) => {
  const page = await open(t, '');
  await page.getByRole('link', { name: 'Read your own documents' }).click();
  await page.locator('#desk h1').waitFor();
});
