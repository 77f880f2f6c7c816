// The timeline: its state is its link, and everything in it can be had by mouse, by keys and from the list.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SCHEMES, WIDTHS, assertAccessible, assertFits, settled, withBrowser, exported } from './harness.mjs';

const open = withBrowser();
const { events } = await exported('timeline');
const { documents } = await exported('documents');

/** The days on which reports came out, as days that all of them can be known from. */
const published = documents
  .filter((card) => card.published)
  .map(({ published }) => published.split('/').at(-1))
  .toSorted();

const query = (page, key) => new URL(page.url()).searchParams.get(key);

/** Waits until the address says what the view shows: it follows when nothing has changed for a moment. */
const said = (page, test) => page.waitForURL((url) => test(url.searchParams));

const figure = (page) => page.locator('figure.tl svg.fig');

/** Fails where two labels of the figure cover each other. */
async function assertReadable(page) {
  const covered = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('figure.tl a.tw text, figure.tl text.tb')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { said: text.textContent, left, right, top: top + 2, bottom: bottom - 2 };
    });
    const meets = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
    return texts.flatMap((a, index) => texts.slice(index + 1).filter((b) => meets(a, b)).map((b) => `${a.said} | ${b.said}`));
  });
  assert.deepEqual(covered, []);
}

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    test(`what happened when, at ${width} px, ${scheme}`, async (t) => {
      const page = await open(t, 'timeline', { width, scheme });
      assert.equal(await page.locator('h1').innerText(), 'What happened when');
      const marks = page.locator('figure.tl a.tm[data-e]');
      assert.ok((await marks.count()) > 0, 'there are marks');
      for (const name of await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')))) {
        assert.match(name, /: .+\. (Asserted|Attributed|Hedged|Expected|Denied)/);
      }
      const listed = await page.locator('.ev-list > li').count();
      assert.ok(listed > 0 && listed <= Math.min(events.length, 100), `${listed} listed`);
      await assertReadable(page);
      await assertFits(page);
      await assertAccessible(page);
    });
  }
}

test('a mark leads to its claim, and is large enough to hit', async (t) => {
  const page = await open(t, 'timeline', { width: 390 });
  const small = await page.locator('figure.tl a.tm .hit').evaluateAll((all) =>
    all.map((hit) => hit.getBoundingClientRect()).filter(({ width, height }) => width < 23.5 || height < 23.5).length);
  assert.equal(small, 0);
  const mark = page.locator('figure.tl a.tm[data-e]').first();
  const link = await mark.getAttribute('href');
  await mark.locator('.hit').click();
  await page.waitForURL((url) => url.pathname.endsWith(link));
});

test('buttons choose the days, Back undoes them, and the link brings them back', async (t) => {
  const page = await open(t, 'timeline');
  assert.equal(query(page, 'from'), null);
  await page.getByRole('button', { name: 'closer' }).click();
  await said(page, (q) => q.has('from') && q.has('to'));
  const closer = page.url();
  await page.getByRole('button', { name: 'earlier' }).click();
  await said(page, (q) => q.get('from') < new URL(closer).searchParams.get('from'));
  await page.goBack();
  // A step within the page: its address follows a moment later.
  await page.waitForURL(closer);
  const label = await figure(page).getAttribute('aria-label');
  const other = await open(t, `timeline${new URL(closer).search}`);
  assert.equal(await figure(other).getAttribute('aria-label'), label);
});

test('lanes by person are a link', async (t) => {
  const page = await open(t, 'timeline');
  await page.getByRole('group', { name: 'Lanes' }).getByRole('link', { name: 'person' }).click();
  await said(page, (q) => q.get('lanes') === 'person');
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('.choices [aria-current]').innerText(), 'person');
  assert.match(await figure(page).getAttribute('aria-label'), /by person/);
});

test('keys move and zoom the figure, and go from mark to mark', async (t) => {
  const page = await open(t, 'timeline');
  await figure(page).focus();
  await page.keyboard.press('+');
  await said(page, (q) => q.has('from'));
  const from = query(page, 'from');
  await page.keyboard.press('ArrowRight');
  await said(page, (q) => q.get('from') > from);
  await page.keyboard.press('0');
  await said(page, (q) => q.get('from') !== from);
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const first = await focused();
  assert.equal(await page.locator('figure.tl a.tm[tabindex="0"]').count(), 1, 'one mark is a stop of the Tab key');
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await focused(), first);
  // What has the focus is told in words as well.
  await page.locator('.tl-say a').first().waitFor();
  await page.keyboard.press('-');
  await page.waitForTimeout(400);
  assert.ok(await page.evaluate(() => document.activeElement.closest('figure.tl') !== null), 'the focus stays in the figure');
});

test('the wheel scrolls the page, and zooms only with a key', async (t) => {
  const page = await open(t, 'timeline', { height: 500 });
  await figure(page).hover({ position: { x: 600, y: 60 } });
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(query(page, 'from'), null);
  await page.evaluate(() => scrollTo(0, 0));
  await figure(page).hover({ position: { x: 600, y: 60 } });
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await said(page, (q) => q.has('from'));
});

test('two fingers stretch the days', async (t) => {
  const page = await open(t, 'timeline', { width: 390, hasTouch: true });
  const { x, y } = await figure(page).boundingBox();
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...places) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((at, id) => ({ x: x + at, y: y + 30, id })) });
  await send('touchStart', 150, 200);
  await send('touchMove', 120, 230);
  await send('touchMove', 80, 290);
  await send('touchEnd');
  await said(page, (q) => q.has('from') && q.has('to'));
});

test('as known on a day: the slider goes from report to report', async (t) => {
  const page = await open(t, 'timeline');
  const slider = page.getByRole('slider', { name: 'As known on' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await said(page, (q) => q.get('known') === published.at(-1));
  await page.keyboard.press('ArrowLeft');
  const day = published.filter((other) => other < published.at(-1)).at(-1);
  await said(page, (q) => q.get('known') === day);
  assert.match(await page.locator('h1').innerText(), /as known on \d+ \w+ \d{4}$/);
  assert.match(await slider.getAttribute('aria-valuetext'), /reports (is|are) out/);
  // What no report told by then has neither words nor a place in the list.
  const later = events.filter(({ known }) => !known || known > day);
  const listed = await page.locator('.ev-list a[href*="claims/"]').allInnerTexts();
  for (const { label } of later) {
    const told = events.some((event) => event.label === label && event.known && event.known <= day);
    assert.ok(told || !listed.includes(label), label);
  }
  assert.equal(await page.locator('figure.tl .later a, figure.tl a.later').count(), 0);
  await page.getByRole('link', { name: 'All reports' }).click();
  await said(page, (q) => !q.has('known'));
  assert.equal(await page.locator('.later').count(), 0);
});

test('the day as known on can be typed, and goes along to a claim and back to the menu', async (t) => {
  // The first day on which something of the timeline was known.
  const day = events.map(({ known }) => known).filter(Boolean).toSorted()[0];
  const page = await open(t, 'timeline');
  await page.getByLabel('As known on').and(page.locator('[type="date"]')).fill(day);
  await said(page, (q) => q.get('known') === day);
  // The list is drawn anew for that day: a press in between would fall on what is gone.
  await settled(page);
  await page.locator('.ev-list a[href*="claims/"]').first().click();
  await page.waitForURL((url) => /\/claims\/.+/.test(url.pathname) && url.searchParams.get('known') === day);
  await settled(page);
  assert.match(await page.locator('main').innerText(), /As known on .*, from \d+ reports? that (was|were) out/);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Claims' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/claims/') && url.searchParams.get('known') === day);
});

test('the list follows the days that are shown', async (t) => {
  const page = await open(t, 'timeline');
  await page.getByRole('button', { name: 'all', exact: true }).click();
  await page.waitForFunction((n) => document.querySelectorAll('.ev-list > li').length === n, Math.min(events.length, 100));
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'closer' }).click();
  await page.waitForFunction((n) => document.querySelectorAll('.ev-list > li').length < n, Math.min(events.length, 100));
});

test('what lies outside the days is named at the edge, one press away', async (t) => {
  const page = await open(t, 'timeline');
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'closer' }).click();
  const edge = page.locator('.tl-edges a').first();
  await edge.waitFor();
  const [, count, side] = (await edge.innerText()).match(/(\d+) (earlier|later)/);
  assert.ok(Number(count) > 0 && side);
  const before = query(page, 'from');
  await edge.click();
  await said(page, (q) => q.get('from') !== before);
});

test('the window over all events is dragged in its middle, by mouse and by touch', async (t) => {
  const page = await open(t, 'timeline', { hasTouch: true });
  await page.getByRole('button', { name: 'closer' }).click();
  await said(page, (q) => q.has('from'));
  const from = query(page, 'from');
  const middle = async () => {
    const { x, y, width, height } = await page.locator('.brush-strip .brushl').boundingBox();
    return [x + width / 2, y + height / 2];
  };
  const [x, y] = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await said(page, (q) => q.get('from') < from);
  const moved = query(page, 'from');
  // Fewer lanes are shown now, so it lies elsewhere.
  const [left, top] = await middle();
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...at) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((x) => ({ x, y: top })) });
  await send('touchStart', left);
  for (const step of [10, 20, 30, 40]) await send('touchMove', left + step);
  await send('touchEnd');
  await said(page, (q) => q.get('from') > moved);
});

test('a touch tells what a mark is, a second one follows it, and Escape closes what is told', async (t) => {
  const page = await open(t, 'timeline', { width: 390, hasTouch: true });
  const mark = page.locator('figure.tl a.tm[data-e] .hit').first();
  await mark.tap();
  await page.locator('.tl-say a').first().waitFor();
  assert.match(new URL(page.url()).pathname, /timeline\/?$/);
  await page.keyboard.press('Escape');
  await page.locator('.tl-say a').first().waitFor({ state: 'detached' });
  await mark.tap();
  await page.locator('.tl-say a').first().waitFor();
  await mark.tap();
  await page.waitForURL(/\/claims\/.+/);
});

test('what is told of a mark is closed by a button that is seen while there is something to close', async (t) => {
  const page = await open(t, 'timeline', { width: 390, hasTouch: true });
  const close = page.locator('.tl-say').getByRole('button', { name: 'Close' });
  assert.equal(await close.isVisible(), false);
  await page.locator('figure.tl a.tm[data-e] .hit').first().tap();
  await page.locator('.tl-say a').first().waitFor();
  await close.tap();
  await page.locator('.tl-say a').first().waitFor({ state: 'detached' });
  assert.equal(await close.isVisible(), false);
});

test('a search has one element that tells how it stands', async (t) => {
  const page = await open(t, 'search?q=treaty');
  await page.locator('.hits li').first().waitFor();
  assert.equal(await page.locator('main [role=status]:not(.loading)').count(), 1);
});

test('playing goes through the reports; without motion it is a step at a time', async (t) => {
  const page = await open(t, 'timeline');
  await page.getByRole('button', { name: 'Next report' }).click();
  await said(page, (q) => q.get('known') === published[0]);
  const moving = await open(t, 'timeline', { reducedMotion: 'no-preference' });
  await moving.getByRole('button', { name: 'Play' }).click();
  await said(moving, (q) => q.get('known') > published[0]);
  await moving.getByRole('button', { name: 'Pause' }).click();
  await moving.getByRole('button', { name: 'Play' }).waitFor();
});

test('the ends of the window are sliders', async (t) => {
  const page = await open(t, 'timeline');
  await page.getByRole('slider', { name: 'Shown from' }).focus();
  const before = await figure(page).getAttribute('aria-label');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await said(page, (q) => q.has('from'));
  assert.notEqual(await figure(page).getAttribute('aria-label'), before);
});

test('on paper there is the list, and nothing that only a screen can do', async (t) => {
  const page = await open(t, 'timeline');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.pubrange', '.brush-strip', '.tl-say']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  assert.ok(await page.locator('.ev-list').isVisible());
});

test('without JavaScript the figure is there once, at the width that fits', async (t) => {
  const page = await open(t, 'timeline', { width: 768, javaScriptEnabled: false });
  assert.equal(await page.locator('figure.tl svg.fig:visible').count(), 1);
  await assertFits(page);
  assert.ok((await page.locator('.ev-list > li').count()) > 0);
  for (const dead of ['.known input', '.known button', '.pubrange', '.tl-edges a']) {
    assert.equal(await page.locator(dead).filter({ visible: true }).count(), 0, dead);
  }
});
