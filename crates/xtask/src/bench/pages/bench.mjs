// Lighthouse on three views of the release site, as a phone sees them; prints a table and fails below the limits.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { CROSSREAD_SITE: site, CROSSREAD_CHROMIUM: chromium, CROSSREAD_LIGHTHOUSE: modules } = process.env;

/** The least that each category may have, in hundredths. */
const LIMITS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const exported = async (name) => (await fetch(`${site}export/${name}.json`)).json();
const { claims } = await exported('claims');
const { documents } = await exported('documents');
const views = { overview: '', claim: `claims/${claims[0].id}/`, document: `documents/${documents[0].id}/` };

const folder = mkdtempSync(join(tmpdir(), 'crossread-pages-'));
const report = join(folder, 'report.json');
const below = [];
console.log(['view'.padEnd(10), ...Object.keys(LIMITS)].join('  '));
for (const [view, path] of Object.entries(views)) {
  const only = `--only-categories=${Object.keys(LIMITS).join(',')}`;
  const told = ['--quiet', only, `--chrome-flags=${FLAGS}`, '--output=json', `--output-path=${report}`];
  execFileSync(process.execPath, [join(modules, 'lighthouse/cli/index.js'), site + path, ...told], {
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { categories } = JSON.parse(readFileSync(report, 'utf8'));
  const scores = Object.entries(LIMITS).map(([name, limit]) => {
    const score = Math.round(100 * categories[name].score);
    if (score < limit) below.push(`${view}: ${name} ${score}, at least ${limit}`);
    return String(score).padStart(name.length);
  });
  console.log([view.padEnd(10), ...scores].join('  '));
}
rmSync(folder, { recursive: true });
if (below.length) {
  console.error(below.join('\n'));
  process.exit(1);
}
