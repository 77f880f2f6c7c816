// Pictures of every view, in three widths and two schemes: `cargo xtask shots` puts them below target/shots, whole pages
// for looking at; with --docs the few that the documents show, cut to the window, go into docs/pictures.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SCHEMES, WIDTHS, at, launch, settled } from './harness.mjs';
import { views } from './views.mjs';

/** What the documents show. */
const FOR_DOCS = /^(overview|timeline|claims|claim|document|search|compare)-1280-light$|^(overview|document)-390-light$|^timeline-1280-dark$/;

const folder = process.env.CROSSREAD_SHOTS;
const docs = process.env.CROSSREAD_DOCS === 'yes';

async function shoot(browser, scheme, width) {
  const viewport = { width, height: width < 700 ? 844 : 900 };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const { name, path } of await views()) {
    const picture = `${name}-${width}-${scheme}`;
    if (docs && !FOR_DOCS.test(picture)) continue;
    await page.goto(at(path));
    await settled(page);
    await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: !docs });
  }
  await context.close();
}

await mkdir(folder, { recursive: true });
const { browser, close } = await launch();
try {
  for (const scheme of SCHEMES) for (const width of WIDTHS) await shoot(browser, scheme, width);
} finally {
  await close();
}
console.log(`Pictures are in ${folder}`);
