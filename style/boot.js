// Asks for the viewer when the page has been painted, so that what is there to read waits for nothing, and starts it; where
// it can't, the page's first script says so. VIEWER is the name of its files, which lie beside this one, and
// PICTURE that of the script that draws pictures.
const page = window.crossreadPage;
page.begun = true;
// The address of an icon is made whole: a browser asks for it again, from wherever the viewer has gone.
for (const icon of document.querySelectorAll('link[rel=icon]')) icon.setAttribute('href', icon.href);
const painted = new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true }));
// A page that is not looked at is not painted.
const unseen = new Promise((done) => setTimeout(done, 2000));
// What has the right name and is of another build may start all the same, and show what is not so: the browser holds both
// files against their digests, PROGRAM and SCRIPT.
const fetched = async () => {
  const answer = await fetch(new URL('./VIEWER_bg.wasm', import.meta.url), { integrity: 'PROGRAM' }).catch(() => {
    throw new Error('VIEWER_bg.wasm');
  });
  if (!answer.ok) throw new Error(`VIEWER_bg.wasm: ${answer.status}`);
  return answer;
};
// A browser that can't hold a module against its digest starts it as it is.
const held = () => new Promise((done, failed) => {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return done();
  link.onload = done;
  // Where the page itself has asked for it, Firefox takes a second asking for a failure: the file tells.
  link.onerror = () => fetch(link.href, { integrity: 'SCRIPT' }).then(done, () => failed(new Error('VIEWER.js')));
  Object.assign(link, { rel: 'modulepreload', integrity: 'SCRIPT', href: new URL('./VIEWER.js', import.meta.url) });
  document.head.append(link);
});
const start = async () => {
  await Promise.race([painted, unseen]);
  const wasm = fetched();
  // Whoever waits for it is told.
  wasm.catch(() => {});
  await held();
  const { default: viewer } = await import('./VIEWER.js');
  if (!viewer) throw new Error('VIEWER.js is another one');
  await viewer({ module_or_path: wasm });
};
if (document.documentElement.dataset.viewer === 'coming') start().catch((error) => page.failed(page.reason(error)));
// What draws pictures comes when the first one is asked for.
page.picture = (button) => import('./PICTURE').then(() => page.picture(button), () => 'What draws it did not come.');
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-picture]');
  if (button) button.parentElement.querySelector('[role=status]').textContent = await page.picture(button);
});
