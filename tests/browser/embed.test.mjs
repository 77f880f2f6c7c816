// What a newsroom wants: a view within its own page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFits, at, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();

test('what is copied shows the view in another page, which is told its height and where it comes from', async (t) => {
  const { claims } = await exported('claims');
  const { id, title } = claims.find(({ statements }) => statements.length > 1);
  const own = await open(t, `claims/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own.getByRole('button', { name: 'Embed this view' }).click();
  await own.getByText('Copied.').waitFor();
  const snippet = await own.evaluate(() => navigator.clipboard.readText());
  assert.match(snippet, /^<iframe src="[^"]*[?]embed=yes" title="[^"]+" width="100%" height="600" loading="lazy"><\/iframe>$/);

  for (const width of [390, 1280]) {
    // A page of the same host: browsers let no page from elsewhere look at what is served on this machine.
    const theirs = `<!doctype html><script>onmessage = ({ data }) => { document.body.dataset.height = data.height }</script><p>Ours</p>${snippet}`;
    const prepare = (page) => page.route('**/their-article', (route) => route.fulfill({ contentType: 'text/html', body: theirs }));
    const page = await open(t, 'their-article', { width, ready: false, prepare });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('body[data-height]').waitFor();
    const height = Number(await page.locator('body').getAttribute('data-height'));
    assert.ok(height > 200, `${height} pixels high`);
    assert.equal(await frame.getByRole('navigation', { name: 'Views' }).isVisible(), false);
    assert.equal(await frame.getByRole('button', { name: 'Embed this view' }).isVisible(), false);
    const source = frame.getByRole('link', { name: /read across by Crossread: open it there$/ });
    assert.equal(await source.evaluate((link) => link.href), at(`claims/${id}/`));
    // A link out of it opens beside the page that shows it.
    const [beside] = await Promise.all([page.context().waitForEvent('page'), source.click()]);
    await settled(beside);
    assert.equal(beside.url(), at(`claims/${id}/`));
    assert.ok((await beside.title()).includes(title.slice(0, 20)) || title === '');
    await beside.close();
  }
});

test('a view that is asked for within another page fits, and keeps what was chosen in it', async (t) => {
  const page = await open(t, 'timeline?known=2024-10-11&embed=yes', { width: 390 });
  await assertFits(page);
  const link = page.getByRole('link', { name: /open it there$/ });
  assert.equal(await link.evaluate((it) => new URL(it.href).search), '?known=2024-10-11');
});
