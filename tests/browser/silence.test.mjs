// Where the viewer can't start, the page says what is missing, keeps what reads, and hides what is dead; what a host sends
// in the place of a file is told from it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FOLDER, at, exported, settled, withBrowser } from './harness.mjs';
import { views } from './views.mjs';

const open = withBrowser();
const { documents } = await exported('documents');
const { claims } = await exported('claims');
const reading = `documents/${documents[0].id}/`;

/** What the page says where the viewer is not there. */
const note = (page) => page.locator('#lost');

/** Waits until the page says why, and returns it; what is written stays, and nothing that is dead is offered. */
async function told(page, { reads = true } = {}) {
  await page.waitForFunction(() => getComputedStyle(document.getElementById('lost')).visibility === 'visible');
  const said = await note(page).innerText();
  assert.match(said, /Only reading works here/);
  if (reads) assert.ok((await page.locator('main').innerText()).length > 200, 'the page reads');
  const dead = await page
    .locator('[data-act], [data-go], [data-key], [data-toggle], .mast .find, .pubrange, .brush-strip')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML));
  assert.deepEqual(dead, []);
  return said;
}

const instead = (pattern, answer) => (page) => page.route(pattern, (route) => route.fulfill(answer));
const script = (body) => ({ contentType: 'text/javascript', body });
const failing = { ready: false, errors: /./ };

/** What a host may send in the place of a script. */
const SENT = {
  'an error': { status: 500, contentType: 'text/html', body: '<h1>Sorry</h1>' },
  nothing: script(''),
  'a page': { contentType: 'text/html', body: '<!doctype html><title>Log in</title>' },
  'a page that says it is a script': script('<!doctype html><title>Log in</title>'),
  'another script': script('console.log("a script of somebody else")'),
  'a part of it': script('const page = window.crossreadPage; page.begun = '),
  'another address': { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere.js' } },
};

for (const [what, answer] of Object.entries(SENT)) {
  for (const [which, pattern] of [
    ['boot script', /\/boot-.*\.js/],
    ['viewer’s script', /\/crossread-viewer-[0-9a-f]+\.js/],
  ]) {
    test(`${what} in the place of the ${which} is told`, async (t) => {
      const page = await open(t, reading, { ...failing, prepare: instead(pattern, answer) });
      await told(page);
    });
  }
}

for (const [what, answer] of [
  ['missing', { status: 404, body: '' }],
  ['another file', { contentType: 'application/wasm', body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }],
  ['a page', { contentType: 'text/html', body: '<!doctype html>' }],
]) {
  test(`a viewer whose program is ${what} says so`, async (t) => {
    const page = await open(t, 'timeline/', { ...failing, prepare: instead(/viewer.*\.wasm$/, answer) });
    await told(page);
  });
}

/** Adds to what the host sends what changes nothing that it does. */
const longer = (pattern, end) => (page) =>
  page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(end)]) });
  });

for (const [what, pattern, end] of [
  ['boot script', /\/boot-.*\.js/, '\n// Of another build.\n'],
  ['viewer’s script', /\/crossread-viewer-[0-9a-f]+\.js/, '\n// Of another build.\n'],
  // A section without a name, which a program may have anywhere.
  ['viewer’s program', /\/crossread-viewer-.*\.wasm/, [0, 1, 0]],
]) {
  test(`a ${what} of another build is refused though it would start`, async (t) => {
    const page = await open(t, reading, { ...failing, prepare: longer(pattern, end) });
    assert.match(await told(page), /file/);
  });
}

test('a viewer of another build is refused where it was fetched ahead', async (t) => {
  const end = '\n// Of another build.\n';
  const page = await open(t, 'search/?q=treaty', { ...failing, prepare: longer(/\/crossread-viewer-[0-9a-f]+\.js/, end) });
  assert.match(await told(page, { reads: false }), /file/);
});

test('a helper of another build is refused though it would start', async (t) => {
  const prepare = longer(/crossread-pages-.*\.wasm/, [0, 1, 0]);
  const page = await open(t, reading, { errors: /./, prepare });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  await page.getByRole('alert').getByRole('heading', { name: /could not be reached|stopped/ }).waitFor();
});

test('a browser without WebAssembly is told so', async (t) => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
  const page = await open(t, 'timeline/', { ...failing, prepare });
  assert.match(await told(page), /WebAssembly/);
});

test('a browser without DecompressionStream has all of it', async (t) => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.DecompressionStream);
  const page = await open(t, 'timeline/', { prepare });
  await page.locator('.pubrange').waitFor();
});

for (const policy of ["script-src 'none'", "script-src 'self'", "worker-src 'none'"]) {
  test(`a host with the policy ${policy} leaves a page that reads and says so`, async (t) => {
    const html = await (await fetch(at('timeline/'))).text();
    const answer = { contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: html };
    const page = await open(t, 'timeline/', { ...failing, prepare: instead(/\/timeline\/$/, answer) });
    await told(page);
  });
}

test('a page that is opened from a disk reads and says so', async (t) => {
  const address = pathToFileURL(join(FOLDER, 'documents', documents[0].id, 'index.html')).href;
  const page = await open(t, address, failing);
  assert.match(await told(page), /from a disk/);
});

test('without JavaScript every page says what does not work', async (t) => {
  for (const path of ['', 'timeline/', 'claims/', reading]) {
    const page = await open(t, path, { javaScriptEnabled: false });
    const seen = await note(page).evaluate((element) => getComputedStyle(element).visibility).catch(() => '');
    // Without JavaScript nothing can be evaluated but what the driver itself reads.
    assert.ok(seen === '' || seen === 'visible');
    assert.match(await note(page).innerText(), /Only reading works here/);
    assert.equal(await page.locator('.mast .find').isVisible(), false);
    assert.equal(await page.locator('.bare').isVisible(), false);
  }
});

test('without JavaScript nothing that is dead is shown as alive', async (t) => {
  for (const { name, path } of await views()) {
    const page = await open(t, path, { javaScriptEnabled: false });
    // The box of the search keeps what was asked.
    const alive = name === 'search' ? 'button:visible, select:visible' : 'button:visible, select:visible, input:visible';
    assert.equal(await page.locator(alive).count(), 0, path);
    await page.context().close();
  }
});

test('what was searched for is kept where the viewer does not start', async (t) => {
  const prepare = instead(/viewer.*\.wasm$/, { status: 404, body: '' });
  const page = await open(t, 'search/?q=treaty%20%22in%20force%22', { ...failing, prepare });
  await told(page, { reads: false });
  assert.equal(await page.locator('#q').inputValue(), 'treaty "in force"');
});

for (const sheet of ['tokens', 'crossread', 'timeline', 'lost']) {
  test(`a page whose style ${sheet} does not come says so`, async (t) => {
    const prepare = instead(new RegExp(`/${sheet}-.*\\.css`), { status: 404, body: '' });
    const page = await open(t, 'claims/', { errors: /404/, prepare });
    assert.ok(await page.locator('.bare').isVisible());
    assert.equal(await note(page).isVisible(), false);
  });
}

for (const sheet of ['tokens', 'crossread', 'timeline', 'lost']) {
  test(`a page whose style ${sheet} is another build’s says so`, async (t) => {
    const prepare = async (page) =>
      page.route(new RegExp(`/${sheet}-.*\\.css`), async (route) => {
        const response = await route.fetch();
        // Another build's has another mark.
        const body = (await response.text()).replaceAll(/--styled-[0-9a-f]{16}/g, '--styled-0123456789abcdef');
        await route.fulfill({ response, body: body.replaceAll(/data-style="[0-9a-f]{16}"/g, 'data-style="0123456789abcdef"') });
      });
    const page = await open(t, 'claims/', { prepare });
    assert.ok(await page.locator('.bare').isVisible());
  });
}

test('a style that never answers holds nothing up for good, and holds where it comes late', async (t) => {
  const waiting = [];
  const prepare = (page) => page.route(/\/crossread-[0-9a-f]+\.css/, (route) => void waiting.push(route));
  const page = await open(t, reading, { prepare, ready: false, until: 'commit' });
  const painted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  await page.waitForFunction(painted, undefined, { polling: 200 });
  assert.ok(await page.locator('.bare').isVisible());
  await page.locator('html[data-viewer="ready"]').waitFor({ state: 'attached' });
  for (const route of waiting) await route.continue();
  await page.locator('.bare').waitFor({ state: 'hidden' });
});

test('a whole style says nothing', async (t) => {
  const page = await open(t, 'claims/');
  assert.equal(await page.locator('.bare').isVisible(), false);
  assert.equal(await note(page).evaluate((element) => getComputedStyle(element).visibility), 'hidden');
});

test('a helper that does not come leaves the page as it was written, and links say so', async (t) => {
  const prepare = instead(/crossread-pages-.*\.js/, { status: 404, body: '' });
  const page = await open(t, 'timeline/', { ...failing, prepare });
  await told(page);
  const other = await open(t, reading, { errors: /./, prepare });
  await other.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  await other.getByRole('alert').getByRole('heading', { name: /could not be reached/ }).waitFor();
});

test('a helper that never answers is told after ten seconds, and the page goes on', async (t) => {
  const page = await open(t, reading, { prepare: instead(/crossread-pages-.*\.js/, script('onmessage = () => {};')) });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  const panel = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: /no answer yet/ }) });
  await panel.waitFor();
  await panel.getByRole('link', { name: 'Load the page again' }).click();
  await page.locator('main').getByRole('link', { name: claims[0].title }).first().waitFor();
});

test('a search engine that never answers is told after ten seconds', async (t) => {
  const prepare = instead(/crossread-engine-.*\.js/, script('onmessage = () => {};'));
  const page = await open(t, 'search/?q=treaty', { prepare });
  await page.getByRole('alert').getByRole('heading', { name: /no answer yet/ }).waitFor();
});

test('a helper that stops at work is not the connection', async (t) => {
  const body = 'onmessage = () => { throw new RangeError("out of memory"); };';
  const page = await open(t, reading, { errors: /memory/, prepare: instead(/crossread-pages-.*\.js/, script(body)) });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  await page.getByRole('alert').getByRole('heading', { name: /stopped/ }).waitFor();
});

/** The files of the build, as the browser asks for them. */
const build = (await readdir(join(FOLDER, 'data'))).find((name) => !name.includes('.'));

/** Answers a request for one file of data with what `change` makes of it. */
const changed = (name, change) => (page) =>
  page.route(new RegExp(`/data/${build}/${name}`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: await change(await response.body()) });
  });

for (const [what, change, said] of [
  ['of another build', (bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.from('0123456789abcdef'), bytes.subarray(20)]), /another build/],
  ['another file of the build', async () => Buffer.from(await (await fetch(at(`data/${build}/about.bin`))).arrayBuffer()), /another file/],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), /unpacked/],
  ['empty', () => Buffer.alloc(0), /no file of a site/],
  ['a page', () => Buffer.from('<!doctype html><title>Log in</title>'), /no file of a site/],
]) {
  test(`a file of data that is ${what} is refused`, async (t) => {
    const page = await open(t, 'people/?n=400', { prepare: changed('people.bin', change) });
    const panel = page.getByRole('alert').filter({ has: page.getByRole('heading') });
    await panel.waitFor();
    assert.match(await panel.innerText(), said);
    // Where the build wrote the same view, that stays.
    const timeline = await open(t, 'timeline/', { ...failing, prepare: changed('timeline.bin', change) });
    assert.match(await told(timeline), said);
  });
}

test('two shards that have changed places are refused, not read as an empty corpus', async (t) => {
  const prepare = changed('claims/\\d+.bin', async () => Buffer.from(await (await fetch(at(`data/${build}/documents/0.bin`))).arrayBuffer()));
  const page = await open(t, 'claims/no-such-claim', { errors: /404/, prepare });
  const panel = page.getByRole('alert').filter({ has: page.getByRole('heading') });
  await panel.waitFor();
  assert.match(await panel.innerText(), /another file/);
});

test('the search of another build is refused', async (t) => {
  const name = (await readdir(join(FOLDER, 'data', build, 'search'))).find((file) => file.startsWith('entry-'));
  const other = name.replace(/entry-.(.*)/, 'entry-f$1').replace('entry-ff', 'entry-f0');
  const html = await (await fetch(at('search/'))).text();
  const carried = /name="crossread-manifest" content="([^"]*)"/.exec(html)[1];
  const changedManifest = Buffer.from(carried, 'base64').toString('latin1').replace(name, other);
  const body = html.replace(carried, Buffer.from(changedManifest, 'latin1').toString('base64')).replaceAll(name, other);
  const own = await (await fetch(at(`data/${build}/search/${name}`))).arrayBuffer();
  const prepare = async (page) => {
    await page.route(/\/search\/\?q=/, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await page.route(new RegExp(other), (route) => route.fulfill({ contentType: 'application/octet-stream', body: Buffer.from(own) }));
  };
  const page = await open(t, 'search/?q=treaty', { prepare });
  await page.getByRole('alert').getByRole('heading').waitFor();
  assert.match(await page.getByRole('alert').filter({ hasText: 'build' }).first().innerText(), /another build/);
});

test('what moves on the page while it loads is next to nothing, even where faces come late', async (t) => {
  for (const path of ['', reading, 'claims/']) {
    const prepare = async (page) => {
      await page.route(/\.woff2$/, async (route) => {
        await new Promise((done) => setTimeout(done, 1500));
        await route.continue();
      });
      await page.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) if (!shift.hadRecentInput) globalThis.moved += shift.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
    };
    const page = await open(t, path, { prepare });
    await page.evaluate(() => document.fonts.ready);
    await settled(page);
    const moved = await page.evaluate(() => new Promise((done) => setTimeout(() => done(globalThis.moved), 300)));
    assert.ok(moved < 0.01, `${path}: ${moved}`);
  }
});
