// Drops reports on the desk, has them read across, and prints how long each part takes, the longest that the page held its
// reader up, and the most memory of the page's process, beside the command over the same reports.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { at, launch, settled } from '../../../../../tests/browser/harness.mjs';

const folder = process.env.CROSSREAD_DESK_CORPORA;
const command = process.env.CROSSREAD_DESK_COMMAND;
const sizes = process.env.CROSSREAD_DESK_SIZES.split(',').map(Number);

/** The most that each may take, in seconds: from the drop to the overview. */
const LIMITS = { 100: 3, 1000: 40 };
const HELD = 50;
const MEMORY = 600;

const { browser, close } = await launch();
const system = await browser.newBrowserCDPSession();
const renderers = async () => (await system.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');
// Seconds of processor time, of all threads of the pages: a busy machine makes it no longer.
const worked = async () => (await renderers()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
// The most memory that a page's process had, in MB: where the system tells.
const peak = async () => {
  const read = async ({ id }) => +(/VmHWM:\s*(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1] ?? 0) / 1024;
  return Math.max(...await Promise.all((await renderers()).map(read)));
};

console.log('reports  listed s  annotated s  overview s  processor s  longest held ms  memory MB  command s');
const over = [];
for (const size of sizes) {
  const lines = (await readFile(join(folder, `${size}.jsonl`), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  // From the disk, as somebody drops them: what the driver itself would put into the page holds it up.
  const given = join(folder, `files-${size}`);
  await mkdir(given, { recursive: true });
  const files = lines.map(({ id }) => join(given, `${id}.txt`));
  await Promise.all(lines.map(({ title, published, text }, at) => writeFile(files[at], `+++\ntitle = ${JSON.stringify(title)}\npublished = "${published}"\n+++\n\n${text}\n`)));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    // The page is loaded anew before the overview.
    const note = ({ duration }) => sessionStorage.setItem('held', Math.max(duration, sessionStorage.getItem('held') ?? 0));
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(at('desk/'));
  await page.locator('#desk h1').waitFor();
  const began = performance.now();
  const passed = () => ((performance.now() - began) / 1000).toFixed(1);
  await page.locator('#files').setInputFiles(files);
  await page.locator('#across:not([disabled])').waitFor();
  await page.locator('#stage', { hasText: 'found. Look' }).waitFor({ timeout: 600_000 });
  const listed = passed();
  await page.locator('#across').click();
  await page.locator('#stage', { hasText: 'Comparing' }).waitFor({ timeout: 600_000 }).catch(() => {});
  const annotated = passed();
  await page.waitForURL(/desk\/#\/[a-z0-9-]+\//, { timeout: 600_000 });
  await settled(page);
  const overview = passed();
  const held = +(await page.evaluate(() => sessionStorage.getItem('held')) ?? 0);
  const processor = (await worked()).toFixed(1);
  const memory = Math.round(await peak());
  await context.close();
  const from = performance.now();
  execFileSync(command, ['build', join(folder, `${size}.jsonl`), '--no-cache', '--out', join(folder, `out-${size}`)], { stdio: 'ignore' });
  const native = ((performance.now() - from) / 1000).toFixed(1);
  const told = [size, listed, annotated, overview, processor, Math.round(held), memory, native];
  const wide = [7, 8, 11, 10, 11, 15, 9, 9];
  console.log(told.map((figure, index) => String(figure).padStart(wide[index])).join('  '));
  if (overview > (LIMITS[size] ?? Infinity)) over.push(`${size} reports: ${overview} s, at most ${LIMITS[size]}`);
  if (held > HELD) over.push(`${size} reports: a press held up for ${Math.round(held)} ms, at most ${HELD}`);
  if (memory > MEMORY) over.push(`${size} reports: ${memory} MB, at most ${MEMORY}`);
}
await close();
if (over.length > 0) {
  console.error(over.join('\n'));
  process.exit(1);
}
