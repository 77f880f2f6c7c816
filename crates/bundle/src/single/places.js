// Where a site has one page only, its places are behind the sign of a fragment (`#/claims/…`), and what such an address
// points at on a page behind a second one. `root` is what places begin with; `files` are names below it that are no places,
// and `open` opens one of them.
const placesBehind = (page, root, files, open) => {
  const here = () => (location.hash.startsWith(root) ? location.hash : root);
  page.root = () => root;
  page.where = (href) => {
    if (href === '') return here();
    if (href.startsWith(root)) return href;
    if (href.startsWith('#/')) return '';
    if (href.startsWith('#')) return here().split('#', 2).join('#') + href;
    const [address, place] = [new URL(href, location.href), new URL(location.href)];
    const same = address.origin === place.origin && address.pathname === place.pathname;
    return same && address.hash.startsWith(root) ? address.hash : '';
  };
  // A word of the page itself: the browser would take it for a place.
  document.addEventListener('click', (event) => {
    const href = event.target.closest?.('a[href]')?.getAttribute('href') ?? '';
    const name = files.find((name) => href === root + name);
    if (!name && (!href.startsWith('#') || href.startsWith('#/'))) return;
    event.preventDefault();
    event.stopPropagation();
    if (name) {
      open(name);
      return;
    }
    const aim = document.getElementById(href.slice(1));
    aim?.scrollIntoView();
    aim?.focus();
  }, true);
};
