// A page has its own serif, and looks the same and is held the same whatever else a machine has: no font at all,
// Liberation, DejaVu with a larger size than usual.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WIDTHS, assertFits, assertTargets, launch, open } from './harness.mjs';
import { views } from './views.mjs';

const all = await views();

/** Where systems keep a family, where they have it. */
const installed = (...names) =>
  ['/usr/share/fonts/truetype', '/usr/share/fonts', '/usr/local/share/fonts']
    .flatMap((root) => names.map((name) => join(root, name)))
    .find((folder) => existsSync(folder));

const SETS = [
  // Chromium does not start without any: this one has the letters of ASCII.
  { name: 'no font but the own', folder: import.meta.dirname, size: 16 },
  { name: 'Liberation', folder: installed('liberation', 'liberation-fonts', 'liberation2'), size: 16 },
  { name: 'DejaVu at 20 pixels', folder: installed('dejavu', 'dejavu-sans-fonts', 'TTF'), size: 20 },
];

for (const { name, folder, size } of SETS) {
  test(name, { skip: folder === undefined && 'this machine has not got it' }, async (suite) => {
    const scratch = await mkdtemp(join(tmpdir(), 'crossread-fonts-'));
    const file = join(scratch, 'fonts.conf');
    await writeFile(
      file,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir>` +
        `<cachedir>${join(scratch, 'cache')}</cachedir></fontconfig>`,
    );
    const running = await launch({
      env: { ...process.env, FONTCONFIG_FILE: file },
      args: [`--blink-settings=defaultFontSize=${size}`],
    });
    try {
      for (const view of all) {
        await suite.test(view.name, async (t) => {
          const page = await open(running.browser, t, view.path);
          const drawn = await page.evaluate(() => {
            const heading = document.querySelector('h1:not(.vh), .mast-name');
            return [...document.fonts].some((face) => face.family.includes('Crossread Serif') && face.status === 'loaded')
              && getComputedStyle(heading).fontFamily.startsWith('"Crossread Serif"');
          });
          assert.ok(drawn, 'the own serif is there');
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 844 });
            await assertFits(page);
            await assertTargets(page);
            const [facets, hits] = [page.locator('.facets'), page.locator('.hits')];
            if (width >= 1024 && (await hits.count()) > 0) {
              const [beside, found] = [await facets.boundingBox(), await hits.boundingBox()];
              assert.ok(beside.x + beside.width <= found.x, 'the facets stand beside the results');
            }
          }
        });
      }
    } finally {
      await running.close();
      await rm(scratch, { recursive: true, force: true });
    }
  });
}
