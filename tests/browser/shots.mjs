// Pictures of every view in three widths and two schemes, below target/shots: `cargo xtask shots`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SCHEMES, WIDTHS, at, launch, settled } from './harness.mjs';
import { views } from './views.mjs';

const folder = process.env.CROSSREAD_SHOTS;
await mkdir(folder, { recursive: true });
const { browser, close } = await launch();
try {
  for (const scheme of SCHEMES) {
    for (const width of WIDTHS) {
      const viewport = { width, height: width < 700 ? 844 : 900 };
      const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const { name, path } of await views()) {
        await page.goto(at(path));
        await settled(page);
        await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
} finally {
  await close();
}
console.log(`Pictures are in ${folder}`);
