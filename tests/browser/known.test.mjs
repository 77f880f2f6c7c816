// As known on a day: nothing on a page knows anything that no report told by then.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SCHEMES, WIDTHS, assertAccessible, assertFits, exported, settled, withBrowser } from './harness.mjs';

const open = withBrowser();
const { claims } = await exported('claims');
const { documents } = await exported('documents');

/** The day from which on each document is surely out, by its id; nothing where no day is sure. */
const out = new Map(documents.filter(({ published }) => published).map(({ id, published }) => [id, published.split('/').at(-1)]));
const days = [...new Set(out.values())].toSorted();

/** The first day on which somebody can be sure to have read a claim. */
const known = (claim) => claim.statements.map(({ document }) => out.get(document)).filter(Boolean).toSorted()[0];

/** How many claims the list says that there are. */
const total = async (page) =>
  Number((await page.locator('main').getByRole('link', { name: /^All ?\d/ }).innerText()).match(/\d+/)[0]);

for (const day of days) {
  test(`the claims of ${day} are those that a report told by then`, async (t) => {
    const page = await open(t, `claims/?known=${day}`);
    const told = claims.filter((claim) => known(claim) && known(claim) <= day);
    assert.equal(await total(page), told.length);
    // What leaves nothing is no choice.
    const choice = page.locator('main').getByRole('link', { name: /^Agreed/ });
    const agreed = (await choice.count()) > 0 ? Number((await choice.innerText()).match(/\d+/)[0]) : 0;
    const two = told.filter((claim) => new Set(claim.statements.filter((s) => out.get(s.document) <= day).map((s) => s.document)).size > 1);
    assert.ok(agreed <= two.length, 'what one report tells is not agreed');
  });

  test(`the overview of ${day} counts what was out`, async (t) => {
    const page = await open(t, `?known=${day}`);
    const told = claims.filter((claim) => known(claim) && known(claim) <= day).length;
    await page.getByText(`${told} claim`).first().waitFor();
  });
}

test('a claim that no report had told says so, and leads to when one did', async (t) => {
  const late = claims.find((claim) => known(claim) && known(claim) > days[0]);
  const page = await open(t, `claims/${late.id}?known=${days[0]}`);
  await page.getByRole('heading', { level: 1, name: /^Not told yet/ }).waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes(late.title) || !late.title);
  await page.getByRole('link', { name: 'The claim on that day' }).click();
  await page.waitForURL((url) => url.searchParams.get('known') === known(late));
});

test('the list of reports honours the day, and that of people says that it shows all', async (t) => {
  const day = days[0];
  const page = await open(t, `claims/?known=${day}`);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Documents' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/documents/') && url.searchParams.get('known') === day);
  await page.getByRole('heading', { level: 1, name: /as known on/ }).waitFor();
  const shown = await page.locator('.docs tbody tr').count();
  assert.ok(shown < out.size && shown >= [...out.values()].filter((other) => other && other <= day).length, `${shown}`);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'People' }).click();
  await page.waitForURL((url) => url.searchParams.get('known') === day);
  await page.getByText('This list is of all reports').waitFor();
});

test('the overview as known on a day tells nothing of later reports', async (t) => {
  const page = await open(t, `?known=${days.at(-2)}`);
  assert.doesNotMatch(await page.locator('.four').innerText(), /the last report is of/);
  const whole = await open(t, '');
  assert.match(await whole.locator('.four').innerText(), /the last report is of/, 'with all reports it is told');
});

test('the course of a claim leads to each of its days', async (t) => {
  const course = claims.find((claim) => new Set(claim.statements.map((s) => out.get(s.document)).filter(Boolean)).size > 1);
  const page = await open(t, `claims/${course.id}`);
  const steps = page.locator('.course a.day');
  assert.ok((await steps.count()) > 1);
  await steps.first().click();
  await page.waitForURL((url) => url.searchParams.get('known') === known(course));
  await settled(page);
  const articles = course.statements.filter((s) => out.get(s.document) && out.get(s.document) <= known(course));
  assert.match(
    await page.locator('.verdict').innerText(),
    new RegExp(`^${new Set(articles.map((s) => s.document)).size} article`),
  );
});

test('what changed since a day tells new claims, and none that were known', async (t) => {
  const page = await open(t, `claims/?since=${days[0]}`);
  const fresh = claims.filter((claim) => known(claim) && known(claim) > days[0]).length;
  const heading = page.getByRole('heading', { level: 2, name: /^New/ });
  assert.equal(Number((await heading.innerText()).match(/\d+/)[0]), fresh);
  await page.getByRole('link', { name: 'As it was then' }).click();
  await page.waitForURL((url) => url.searchParams.get('known') === days[0]);
});

test('what changed in a month is one press away, from the overview, the claims and the timeline', async (t) => {
  const months = [...new Set([...out.values()].filter(Boolean).map((day) => day.slice(0, 7)))].toSorted();
  assert.ok(months.length > 1);
  const month = months.at(-2);
  const [year, number] = month.split('-').map(Number);
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  const [before, last] = [day(Date.UTC(year, number - 1, 0)), day(Date.UTC(year, number, 0))];
  const name = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, number - 1));
  const fresh = claims.filter((claim) => known(claim) > before && known(claim) <= last).length;
  for (const path of ['', 'claims', 'timeline']) {
    const page = await open(t, path);
    await page.getByRole('navigation', { name: 'What changed in' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name: `What changed in ${name}` }).waitFor();
    await settled(page);
    const { searchParams } = new URL(page.url());
    assert.deepEqual([searchParams.get('since'), searchParams.get('known')], [before, last]);
    const heading = await page.getByRole('heading', { level: 2, name: /^New/ }).innerText();
    assert.equal(Number(heading.match(/\d+/)[0]), fresh);
    assert.equal(await page.getByRole('link', { name, exact: true }).getAttribute('aria-current'), 'true');
  }
});

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    test(`as known on a day, at ${width} px, ${scheme}: it fits and axe finds nothing`, async (t) => {
      const day = days[Math.floor(days.length / 2)];
      const course = claims.find((claim) => new Set(claim.statements.map((s) => out.get(s.document)).filter(Boolean)).size > 1);
      for (const path of [`?known=${day}`, `claims/?known=${day}`, `claims/?since=${day}`, `claims/${course.id}`]) {
        const page = await open(t, path, { width, scheme });
        await assertFits(page);
        await assertAccessible(page);
        await page.context().close();
      }
    });
  }
}

test('what nothing settles to this day was open on the day when the first report looked ahead', async (t) => {
  const looks = (claim) => claim.statements.filter((s) => s.commitment === 'expected').length * 2 >= claim.statements.length;
  const ahead = claims.find((claim) =>
    claim.expectation?.outcome === 'not resolved in this corpus' && claim.title && looks(claim) && days.some((day) => day < known(claim)) === false);
  const page = await open(t, `claims/?show=open&known=${known(ahead)}`);
  await page.locator('main').getByRole('link', { name: ahead.title }).first().waitFor();
});

test('what was expected and came is told, and when', async (t) => {
  const settledOnes = claims.filter((claim) => claim.expectation && claim.expectation.outcome !== 'not resolved in this corpus');
  const page = await open(t, 'claims/?show=settled');
  assert.match(await page.getByRole('link', { name: /^Settled/ }).innerText(), new RegExp(`${settledOnes.length}$`));
  for (const claim of settledOnes) {
    await page.goto(new URL(`claims/${claim.id}/`, page.url().split('claims/')[0]).href);
    const last = page.locator('.expect > li').last();
    assert.ok((await last.getByRole('link').count()) > 0, 'who tells it is a link away');
  }
});
