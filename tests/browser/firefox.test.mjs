// The same in Firefox: the site, the desk, and one file from the disk. Where there is no Firefox, it says so.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FILES } from './desk.mjs';
import { at, exported } from './harness.mjs';
import { FIREFOX, firefox } from './marionette.mjs';
import { views } from './views.mjs';

const skip = FIREFOX ? false : 'no Firefox is here: install firefox-esr or firefox, or set FIREFOX to its path';
const { claims } = await exported('claims');
const READY = 'return document.querySelector("main h1")?.innerText ?? ""';
const LOST = /could not|can’t be|There is no|Only reading works/;

let browser;
let folder;
before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), 'crossread-dropped-'));
  await Promise.all(FILES.map(([name, text]) => writeFile(join(folder, name), text)));
  browser = await firefox();
});
after(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Every view of a site, or of a file, opens and fits. */
async function opens(link) {
  for (const { name, path } of await views()) {
    await browser.open('about:blank');
    await browser.open(link(path));
    await browser.settled();
    const [said, over] = await browser.run(`return [document.body.innerText, document.documentElement.scrollWidth - innerWidth]`);
    assert.doesNotMatch(said.slice(0, 400), LOST, name);
    assert.ok(over <= 0, `${name} is ${over} pixels too wide`);
  }
}

for (const width of [500, 1280]) {
  test(`every view of the site opens at ${width}`, { skip }, async () => {
    await browser.size(width, 900);
    await opens((path) => at(path));
  });
}

test('every view of one file opens from the disk', { skip }, async () => {
  const file = pathToFileURL(process.env.CROSSREAD_SINGLE).href;
  await browser.size(1280, 900);
  await opens((path) => `${file}#/${path}`);
  await browser.open(`${file}#/claims/${claims[0].id}`);
  await browser.settled();
  assert.ok((await browser.run(READY)).length > 0);
});

test('a search finds', { skip }, async () => {
  const word = claims[0].title.split(' ')[0];
  await browser.open(at(`search?q=${encodeURIComponent(word)}`));
  await browser.settled();
  await browser.until('a result', 'return document.querySelectorAll(".hits li a").length > 0');
});

test('own documents are read across, corrected, kept, and saved as one file that opens from the disk', { skip }, async () => {
  await browser.size(1280, 900);
  await browser.open(at('desk/'));
  await browser.until('the desk', 'return !!document.querySelector("#desk h1")');
  await browser.choose('#files', FILES.map(([name]) => join(folder, name)));
  await browser.until('three reports', 'return document.querySelectorAll("#list tbody td:nth-child(2) input").length === 3');
  await browser.press('#across');
  await browser.until('the overview', 'return /#\\/[a-z0-9-]+\\//.test(location.hash) && !!document.querySelector(".desk-bar")');
  await browser.settled();
  await browser.press('nav a', 'Claims');
  await browser.until('the claims', 'return location.hash.includes("/claims/") && !!document.querySelector("main .cl a, main tbody th a")');
  await browser.settled();
  await browser.press('main .cl a, main tbody th a');
  await browser.until('a claim', 'return /\\/claims\\/./.test(location.hash)');
  await browser.settled();

  await browser.press('button', 'Correct this claim');
  await browser.until('the panel', 'return !!document.querySelector("#desk-claim-title")');
  await browser.type('#desk-claim-title', 'The Tolne bridge was closed');
  await browser.press('button', 'Set the title');
  const set = 'return document.querySelector("main h1")?.innerText === "The Tolne bridge was closed"';
  await browser.until('the title', set);
  await browser.settled();
  await browser.reload();
  await browser.settled();
  await browser.until('the title, which is kept', set);
  const place = await browser.run('return location.hash.replace(/^#\\/[^/]+\\//, "#/")');

  await browser.press('.desk-bar a');
  await browser.press('button', 'Save or send it');
  await browser.press('button', 'Save one file');
  const { path, bytes } = await browser.saved();
  assert.match(bytes.subarray(0, 200).toString(), /^<!doctype html>/i);
  await browser.open('about:blank');
  await browser.open(pathToFileURL(path).href + place);
  await browser.settled();
  await browser.until('the same claim in the file', set);
});
