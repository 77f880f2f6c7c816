// Keeps the desk and the viewer, so that they open without a network: the files first, the page last, under a name of their
// own. OFFLINE is the service worker's file. A version is there as a whole or not at all; the one before it stays for tabs that still show it.
const keepShell = async () => {
  if (!navigator.serviceWorker || !window.caches) return;
  const site = new URL('../', document.baseURI).href;
  await navigator.serviceWorker.register(page.script(`${site}OFFLINE`), { scope: site });
  const list = await fetch('shell.json');
  const text = await list.clone().text();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const mark = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const shells = (await caches.keys()).filter((name) => name.startsWith('crossread-shell-'));
  root.dataset.offline = 'coming';
  if (shells.some((name) => name.endsWith(mark))) {
    root.dataset.offline = 'kept';
    return;
  }
  // Names are in their order of making: the first part is a number that grows.
  const number = Math.max(0, ...shells.map((name) => +name.split('-')[2])) + 1;
  const half = `crossread-half-${mark}`;
  const cache = await caches.open(half);
  // What reads formats is large, and kept when it was used.
  const names = JSON.parse(text).filter((name) => !/^crossread-formats-/.test(name));
  const before = shells.at(-1) && await caches.open(shells.at(-1));
  for (const name of names) {
    const known = /-[0-9a-f]{16}/.test(name) && await before?.match(site + name);
    if (known) await cache.put(site + name, known);
    else await cache.add(site + name);
  }
  await cache.put(`${site}desk/shell.json`, list);
  await cache.add(`${site}desk/shell.html`);
  const own = await fetch('./', { cache: 'no-cache' });
  // The site was built anew meanwhile: the next visit keeps that one.
  const script = document.querySelector('script[src*="/desk-"]').src.split('/').pop();
  if (!own.ok || !(await own.clone().text()).includes(script)) {
    await caches.delete(half);
    return;
  }
  const whole = await caches.open(`crossread-shell-${String(number).padStart(6, '0')}-${mark}`);
  for (const request of await cache.keys()) await whole.put(request.url, await cache.match(request));
  await whole.put(`${site}desk/`, own);
  await caches.delete(half);
  for (const name of shells.slice(0, -1)) await caches.delete(name);
  root.dataset.offline = 'kept';
};
