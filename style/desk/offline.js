// The service worker: once the desk was opened, it opens without a network too. It answers for nothing but the desk's page
// and the files of the viewer, whose names carry the digests of what is in them: such a file is never another one. A page
// comes from the network wherever that answers, and else from what was kept with all its files (keep.js): a page of one
// version never loads a file of another.
const CACHE = /^crossread-shell-/;
const NAMED = /-[0-9a-f]{16}(_bg)?\.(js|css|wasm|svg)$/;
const page = new URL('desk/', self.registration.scope).href;

const newest = async () => (await caches.keys()).filter((name) => CACHE.test(name)).pop();

// A file of the viewer, as it was kept; else from the network, and kept beside the others where it is the page's own.
const named = async (request) => {
  for (const name of await caches.keys()) {
    const found = CACHE.test(name) && await (await caches.open(name)).match(request.url);
    if (found) return found;
  }
  const answer = await fetch(request);
  const name = await newest();
  if (answer.ok && name) await (await caches.open(name)).put(request.url, answer.clone()).catch(() => {});
  return answer;
};

// What changes with the site: as the network has it; as it was kept where there is none.
const current = async (request, url) => {
  try {
    return await fetch(request);
  } catch (error) {
    const name = await newest();
    const found = name && await (await caches.open(name)).match(url);
    if (found) return found;
    throw error;
  }
};

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  const below = url.slice(self.registration.scope.length);
  if (url === page || ['desk/shell.html', 'desk/shell.json', 'licences.txt'].includes(below)) event.respondWith(current(request, url));
  else if (!below.startsWith('data/') && (NAMED.test(below) || below.startsWith('faces/'))) event.respondWith(named(request));
});
