// A link unfurls in a chat, reads without JavaScript, and survives a rebuild.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SITE, at, exported, withBrowser } from './harness.mjs';
import { views } from './views.mjs';

const open = withBrowser();
const all = await views();
const { claims } = await exported('claims');
const { documents } = await exported('documents');

/** What a crawler sees: the page as it is sent. */
const sent = async (path) => (await fetch(at(path))).text();

const meta = (html, name) => {
  const tag = html.match(new RegExp(`<meta[^>]*(?:name|property)="${name}"[^>]*>`))?.[0];
  return tag?.match(/content="([^"]*)"/)?.[1];
};

for (const { name, path } of all) {
  test(`${name} is sent with a title, a description and what a chat shows`, async () => {
    const html = await sent(path);
    assert.match(html, /<title>[^<]+<\/title>/);
    for (const tag of ['description', 'og:title', 'og:description']) assert.ok(meta(html, tag), tag);
  });

  test(`${name} reads with JavaScript off`, async (t) => {
    const page = await open(t, path, { javaScriptEnabled: false });
    assert.equal(await page.locator('h1').count(), 1);
    const text = await page.locator('main').innerText();
    assert.ok(text.length > 20, `the view has no text: ${text}`);
    assert.equal(await page.locator('body').evaluate((body) => getComputedStyle(body).visibility), 'visible');
  });
}

test('every claim and every document has a page of its own', async () => {
  const paths = [...claims.map(({ id }) => `claims/${id}/`), ...documents.map(({ id }) => `documents/${encodeURIComponent(id)}/`)];
  const titles = new Map();
  for (const path of paths) {
    const answer = await fetch(at(path));
    assert.equal(answer.status, 200, path);
    titles.set(path, (await answer.text()).match(/<title>([^<]+)<\/title>/)?.[1]);
  }
  const views = new Set(titles.values());
  assert.ok(views.size > documents.length, 'titles tell the pages apart');
});

test('without JavaScript, links lead from the overview to a claim and on to its words', async (t) => {
  const page = await open(t, '', { javaScriptEnabled: false });
  await page.locator('main a[href*="claims/"]:visible').first().click();
  assert.ok(page.url().startsWith(`${SITE}claims/`), page.url());
  await page.locator('main a[href*="documents/"]').first().click();
  assert.ok(page.url().startsWith(`${SITE}documents/`), page.url());
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Overview' }).click();
  assert.equal(page.url(), SITE);
});

test('the viewer takes a page over without a jump', async (t) => {
  for (const { path } of all.filter(({ name }) => ['overview', 'claim', 'document'].includes(name))) {
    const page = await open(t, path, {
      prepare: (page) =>
        page.addInitScript(() => {
          globalThis.shifts = [];
          new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
            type: 'layout-shift',
            buffered: true,
          });
        }),
    });
    const shift = await page.evaluate(() => globalThis.shifts.reduce((sum, value) => sum + value, 0));
    // Below a tenth a shift counts as good (Cumulative Layout Shift, web.dev/cls).
    assert.ok(shift < 0.1, `${path}: the layout shifts by ${shift}`);
  }
});

test('no page allows a script of another host or an inline one', async (t) => {
  const page = await open(t, '', { errors: /Content Security Policy|TrustedScript|TrustedHTML/ });
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    // By a node, which no trusted type guards: the policy has to.
    script.append('globalThis.injected = true');
    document.body.append(script);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.injected = true">');
    } catch (refused) {
      return globalThis.injected === true;
    }
    return 'HTML came in';
  });
  assert.equal(ran, false);
});
