// The views that the journeys and the pictures go through, with ids taken from what the build wrote.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDER, exported as exportedOf } from './harness.mjs';

/** Every kind of view of the site in a folder once: a name for it, and its path below the site's root. */
export async function views(folder = FOLDER) {
  const exported = (name) => exportedOf(name, folder);
  const { claims } = await exported('claims');
  const { documents } = await exported('documents');
  // Under `claims`, as in the other export: what reads claims reads stories too.
  const { claims: stories } = await exported('stories');
  const people = (await readdir(join(folder, 'people'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  // The claim that most documents make shows the most of what a claim's page can show.
  const articles = (claim) => new Set(claim.statements.map(({ document }) => document)).size;
  const claim = claims.toSorted((a, b) => articles(b) - articles(a))[0];
  const [first, second] = documents;
  const last = documents.at(-1);
  return [
    { name: 'overview', path: '' },
    { name: 'search', path: `search?q=${encodeURIComponent(claim.title.split(' ').slice(0, 2).join(' '))}` },
    { name: 'timeline', path: 'timeline' },
    { name: 'stories', path: 'stories' },
    { name: 'story', path: `stories/${stories[0].id}` },
    { name: 'claims', path: 'claims' },
    { name: 'claim', path: `claims/${claim.id}` },
    { name: 'documents', path: 'documents' },
    { name: 'document', path: `documents/${last.id}` },
    { name: 'compare', path: `compare/${first.id}/${second.id}` },
    { name: 'people', path: 'people' },
    ...people.slice(0, 1).map(({ name }) => ({ name: 'person', path: `people/${name}` })),
    { name: 'about', path: 'about' },
  ];
}
