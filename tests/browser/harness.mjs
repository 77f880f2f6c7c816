// What every journey needs: a browser, a page that reports its errors, and axe.
// `cargo xtask test browser` serves the release site and says where everything is.
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import assert from 'node:assert/strict';

const need = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with cargo xtask test browser`);
  return value;
};

// Pictures (shots.mjs) and timings (crates/xtask/src/bench) are taken of one site alone; the journeys want all.
const other = (name) => (process.env.CROSSREAD_JOURNEYS ? need(name) : '');

const require = createRequire(join(need('CROSSREAD_MODULES'), 'journeys.js'));
const { chromium } = require('playwright-core');
const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The site's address, with a slash at its end. */
export const SITE = need('CROSSREAD_SITE');

/** The address of a site of so many reports that its search is cut into files; it is served under the same path. */
export const MANY = other('CROSSREAD_MANY');

/** The address of a site of 150 reports that share stories, and its folder. */
export const PRESS = other('CROSSREAD_PRESS');
export const PRESS_FOLDER = other('CROSSREAD_PRESS_FOLDER');

/** The address of a site of a corpus that wishes its readers ill, and its folder. */
export const HOSTILE = other('CROSSREAD_HOSTILE');
export const HOSTILE_FOLDER = other('CROSSREAD_HOSTILE_FOLDER');

/** The folder that is served, for what the browser can't tell. */
export const FOLDER = need('CROSSREAD_FOLDER');

/** The widths that every view is held to, in CSS pixels. */
export const WIDTHS = [390, 768, 1280];

/** Both colour schemes. */
export const SCHEMES = ['light', 'dark'];

/** The address of a view: `at('claims')`, `at('search?q=treaty')`; what is an address already stays one. */
export const at = (path = '') => new URL(path, SITE).href;

/** A record that the build exported: `claims`, `documents`, `timeline` or `quotes`. */
export const exported = async (name, folder = FOLDER) => JSON.parse(await readFile(join(folder, 'export', `${name}.json`), 'utf8'));

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with an empty profile; `close` ends it and removes the profile. */
export async function launch({ args = [], ...more } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'crossread-chromium-'));
  // The sandbox needs a user of its own, which root and containers have not.
  const sandbox = process.getuid?.() !== 0 && !process.env.CI;
  const browser = await chromium.launch({
    executablePath: need('CROSSREAD_CHROMIUM'),
    chromiumSandbox: sandbox,
    headless: !process.env.HEADED,
    args: [...FLAGS, ...args, `--disk-cache-dir=${profile}`],
    ...more,
  });
  const close = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { browser, close };
}

/**
 * One browser for a file of journeys. Returns a function that opens a page: `open('claims', { width: 390 })`.
 * A page whose console shows an error fails its test, unless the test expects it: `{ errors: /404/ }`.
 */
export function withBrowser() {
  let running;
  before(async () => {
    running = await launch();
  });
  after(() => running?.close());
  return (test, path, options) => open(running.browser, test, path, options);
}

/** Opens a page in a browser, with the same demands. */
export async function open(browser, test, path, { width = 1280, height = 900, scheme = 'light', errors, ready = true, until = 'load', prepare, ...rest } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  // Long enough for a busy machine: a wait that ends early decides nothing.
  context.setDefaultTimeout(60_000);
  context.setDefaultNavigationTimeout(60_000);
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  test.after(async () => {
    await context.close();
    const unexpected = complaints.filter((complaint) => !errors?.test(complaint));
    assert.deepEqual(unexpected, [], 'the console shows errors');
  });
  await prepare?.(page);
  await page.goto(at(path), { waitUntil: until });
  if (ready && rest.javaScriptEnabled !== false) await settled(page);
  return page;
}

/** Waits until the viewer has taken the page over and has fetched what it shows. */
export async function settled(page) {
  await page.locator('html[data-viewer="ready"]').waitFor({ state: 'attached' });
  await page.locator('#main:not([aria-busy="true"])').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

/** Fails where axe finds a violation of WCAG 2.2 AA or of its best practices. */
export async function assertAccessible(page) {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
    });
    return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
  assert.deepEqual(violations, []);
}

/** Fails where the page can be scrolled sideways, once what is measured has been drawn for the window as it is. */
export async function assertFits(page) {
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, null, { timeout: 3000 }).catch(() => {});
  const { inside, seen } = await page.evaluate(() => ({
    inside: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  assert.ok(inside <= seen, `the page is ${inside} px wide in a window of ${seen} px`);
}

/** Fails where something to press is lower than 24 pixels; words of a sentence that lead somewhere are as high as it is. */
export async function assertTargets(page) {
  const low = await page.evaluate(() => {
    const inline = (element) => getComputedStyle(element).display === 'inline';
    // The text of the line around it, without that of other things to press.
    const around = (element) => {
      let block = element.parentElement;
      while (block && inline(block)) block = block.parentElement;
      const rest = block.cloneNode(true);
      rest.querySelectorAll('a, button, input, label, .vh, svg').forEach((other) => other.remove());
      return rest.textContent.replace(/[\s·,.;:()]/g, '');
    };
    const pressed = [...document.querySelectorAll('a[href], button, input, select, summary')].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width < 2 || height < 2 || element.closest('.vh, .skip, svg, dialog:not([open])')) return false;
      return element.checkVisibility({ visibilityProperty: true }) && !(inline(element) && around(element));
    });
    return pressed
      .map((element) => {
        const label = element.closest('label');
        const box = (label?.contains(element) ? label : element).getBoundingClientRect();
        return { height: Math.round(box.height * 10) / 10, html: element.outerHTML.slice(0, 160), of: element.parentElement.className };
      })
      .filter(({ height }) => height < 24);
  });
  assert.deepEqual(low.slice(0, 6), [], `${low.length} targets are lower than 24 pixels at ${page.viewportSize().width}`);
}

/** Fails where what is found is not in the window, as it should be after a link that leads to words. */
export async function assertInView(found) {
  await found.waitFor();
  // A view scrolls to its words once they are laid out.
  await found.page().waitForFunction(
    (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    },
    await found.elementHandle(),
    { timeout: 60_000 },
  );
}
