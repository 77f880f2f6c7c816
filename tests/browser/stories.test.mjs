// What a reader wants of stories: what is told of one event, and the way from a claim to it and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, exported, withBrowser } from './harness.mjs';

const open = withBrowser();

test('from a claim a reader gets to its story, and from there to its other claims', async (t) => {
  const { claims: stories } = await exported('stories');
  const story = stories.find(({ members }) => members.length > 1);
  const page = await open(t, `claims/${story.members[0]}`);

  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: story.title }).click();

  await page.getByRole('heading', { level: 1, name: story.title }).waitFor();
  assert.equal(page.url(), at(`stories/${story.id}/`));
  // Claims that can be read alone come first, then those in a report's words only; the strip of its events is before them.
  const claims = page.locator('main ul.claims.cols > li');
  await claims.nth(Math.min(story.members.length, 60) - 1).waitFor();
  await claims.nth(1).getByRole('link').first().click();
  await page.waitForURL((url) => story.members.some((id) => url.pathname.endsWith(`/claims/${id}/`)));
});

test('the list of stories begins with what most reports tell', async (t) => {
  const { claims: stories } = await exported('stories');
  const page = await open(t, 'stories');
  const first = page.getByRole('main').getByRole('listitem').first();
  assert.equal(await first.getByRole('link').textContent(), stories[0].title);
  assert.match(await first.textContent(), new RegExp(`${stories[0].documents.length} reports?, `));
});
