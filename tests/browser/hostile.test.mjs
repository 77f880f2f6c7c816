// A corpus that wishes its readers ill stays text: two hundred ways to become more, each in every field of a document.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HOSTILE, HOSTILE_FOLDER, withBrowser } from './harness.mjs';

const open = withBrowser();

/** What a page may be made of. */
const ELEMENTS = new Set(
  (
    'html head meta title link script style body div p a ul ol li h1 h2 h3 section header footer main nav form label input ' +
    'kbd svg circle path rect line g text tspan use symbol defs polygon polyline ellipse title table thead tbody tr th td ' +
    'span b i em strong mark ins del sup sub q cite blockquote dl dt dd details summary button dialog fieldset legend figure ' +
    'figcaption output aside article noscript pre code time small caption colgroup col progress br hr'
  ).split(' '),
);

/** Watches a page for what must not come of it. */
function watch(page) {
  const seen = [];
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(HOSTILE).origin) seen.push(`a request: ${request.url()}`);
  });
  page.on('popup', (popup) => seen.push(`a window: ${popup.url()}`));
  return seen;
}

/** What stands on the page that must not. */
const unfit = (page) =>
  page.evaluate(
    ([allowed, root]) => {
      const found = [];
      for (const element of document.querySelectorAll('*')) {
        if (!allowed.includes(element.localName)) found.push(`<${element.localName}>`);
        if (element.localName === 'script' && element.closest('body')) found.push('a script in the body');
        if (element.localName === 'style') found.push('a style');
        // What search engines are told: browsers fetch nothing from there.
        if (element.matches('head > link[rel=canonical]')) continue;
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on') || name === 'srcdoc' || name === 'style') {
            // The viewer's own measures are set by CSSOM, and show as an attribute.
            if (name !== 'style' || /url|import|expression/i.test(value)) found.push(`${name}="${value}"`);
          }
          if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)) {
            const { protocol, host } = new URL(value, document.baseURI);
            const inside = ['http:', 'https:'].includes(protocol) && host === new URL(root).host;
            const leaves = element.localName === 'a' && ['http:', 'https:'].includes(protocol);
            if (!inside && !leaves) found.push(`${name}="${value}"`);
            if (leaves && !inside && element.rel !== 'noopener') found.push(`a link out without noopener: ${value}`);
          }
        }
      }
      if (globalThis.hit !== undefined) found.push('it ran');
      return found;
    },
    [[...ELEMENTS], HOSTILE],
  );

const folders = async (kind) =>
  (await readdir(join(HOSTILE_FOLDER, kind), { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${kind}/${encodeURIComponent(name)}/`);
const lists = ['', 'timeline/', 'claims/', 'documents/', 'people/', 'about/', 'search/'];

test('nothing comes of it as the pages were written', async (t) => {
  // Scripts of the page run, so that they could be seen to; the viewer does not start.
  const prepare = (page) => page.route(/boot-.*\.js/, (route) => route.abort());
  const page = await open(t, HOSTILE, { ready: false, errors: /ERR_FAILED/, prepare });
  const seen = watch(page);
  const all = [...lists, ...(await folders('documents')), ...(await folders('claims')).slice(0, 60), ...(await folders('people')).slice(0, 30)];
  for (const path of all) {
    await page.goto(new URL(path, HOSTILE).href);
    assert.deepEqual(await unfit(page), [], path);
  }
  assert.deepEqual(seen, []);
});

test('nothing comes of it without JavaScript', async (t) => {
  const page = await open(t, HOSTILE, { javaScriptEnabled: false });
  const seen = watch(page);
  for (const path of [...lists, ...(await folders('documents')).slice(0, 40)]) {
    await page.goto(new URL(path, HOSTILE).href);
    assert.equal(await page.locator('iframe, object, embed, base, main style, main script, main img, main form:not(.find)').count(), 0, path);
  }
  assert.deepEqual(seen, []);
});

test('nothing comes of it in the viewer', async (t) => {
  // An id that can't be a folder has no page of its own: the host answers 404, and the viewer shows it all the same.
  const page = await open(t, HOSTILE, { errors: /status of 404/ });
  const seen = watch(page);
  const payloads = ['<img src=x onerror=hit=1>', '"><script>hit=1</script>', '${hit=1}'];
  const searches = payloads.map((payload) => `search/?q=${encodeURIComponent(payload)}&outlet=${encodeURIComponent(payload)}`);
  const states = payloads.flatMap((payload) => [`claims/?sort=${encodeURIComponent(payload)}`, `timeline/?by=person&known=${encodeURIComponent(payload)}`]);
  const links = async () => page.locator('main a[href*="documents/"]').evaluateAll((all) => all.slice(0, 200).map((one) => one.href));
  await page.goto(new URL('documents/', HOSTILE).href);
  const documents = (await links()).filter((_, index) => index % 5 === 0);
  for (const path of [...lists, ...searches, ...states, ...documents]) {
    await page.goto(new URL(path, HOSTILE).href);
    await page.locator('html[data-viewer="ready"]').waitFor({ state: 'attached' });
    await page.locator('#main:not([aria-busy="true"])').waitFor({ state: 'attached' });
    assert.deepEqual(await unfit(page), [], path);
  }
  assert.deepEqual(seen, []);
});
