// A corpus that is kept, shown by the viewer, which asks for its files here. BOOT is the script that starts the viewer.
const opened = () => /^#\/([^/?#]+)\//.exec(location.hash)?.[1];

const showCorpus = async (name) => {
  const corpus = await kept.corpus(name).catch(() => undefined);
  if (!corpus) {
    await showDesk();
    say(`There are no documents called “${name}” on this device: a link to one’s own documents works only where they are kept.`);
    return;
  }
  if (corpus.program !== reader.program()) {
    // Another version of the site reads otherwise.
    await showDesk();
    say(`“${corpus.title}” was read by another version of this site, and is read anew.`);
    await take(corpus);
    await across();
    return;
  }
  const own = `#/${name}/`;
  placesBehind(page, own, ['licences.txt'], () => window.open('../licences.txt', '_blank', 'noopener'));
  const site = new URL('../', document.baseURI).href;
  const start = page.worker;
  page.worker = (address) => start(site + String(address).split('/').pop());
  const outside = window.fetch.bind(window);
  window.fetch = async (address, options) => {
    if (!String(address).startsWith(own)) return outside(address, options);
    const file = await kept.file(name, String(address).slice(own.length));
    if (!file) return new Response(null, { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(options?.headers?.Range ?? '');
    return range ? new Response(file.slice(+range[1], +range[2] + 1), { status: 206 }) : new Response(file);
  };
  document.head.append(el('meta', { name: 'crossread-manifest', content: corpus.manifest }));
  const again = async () => (await kept.corpus(name)) ?? corpus;
  const correcting = button('Correct this claim', async () => correctClaim(await again()));
  const naming = button('Correct a name', async () => correctName(await again()));
  const doubting = button('What the machine doubts', async () => showDoubts(await again()));
  const said = el('span', { class: 'desk-decided', role: 'status' });
  const decision = sessionStorage.getItem('crossread-decided');
  if (decision) {
    sessionStorage.removeItem('crossread-decided');
    said.append(`${decision}. `, button('Your decisions', async () => showDecisions(await again(), () => sessionStorage.setItem('crossread-decided', 'Undone'))));
  }
  one('#app').before(el('aside', { class: 'desk-bar', 'aria-label': 'Your documents' }, el('div', { class: 'page' },
    el('span', {}, 'On this device only, sent nowhere. '), el('a', { href: './' }, 'Your documents'), ' ', correcting, ' ', naming, ' ', doubting, ' ', said)));
  const follow = () => { correcting.hidden = !openClaim(); };
  follow();
  addEventListener('hashchange', follow);
  for (const step of ['pushState', 'replaceState']) {
    const change = history[step].bind(history);
    history[step] = (...arguments_) => {
      change(...arguments_);
      follow();
    };
  }
  kept.onchange((changed) => {
    if (changed === name) said.replaceChildren('These documents were changed in another tab. ', button('Load them anew', () => location.reload()));
  });
  root.dataset.viewer = 'coming';
  await import('./BOOT');
};
