// Saves what is shown as a picture: the timeline as it stands, or a claim with what each report says of it. In light colours
// whatever the page has, with a title and a line that says where it comes from; the serif goes along, so that the picture
// reads the same on a machine without it. It comes when the first picture is asked for; a site in one file has it within.
{
  const page = window.crossreadPage;
  const NS = 'http://www.w3.org/2000/svg';
  const PAPER = '#fdfdfb';
  const INK = '#1a1c1e';
  const SIDE = 24;
  const SERIF = '"Crossread Serif", Georgia, serif';
  const SANS = getComputedStyle(document.body).fontFamily;
  // What a drawing takes over from the page's style.
  const TAKEN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'text-anchor', 'color', 'font-family', 'font-size', 'font-style', 'font-weight'];

  const made = (name, attributes, text = '') => {
    const element = document.createElementNS(NS, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.textContent = text;
    return element;
  };
  const plain = (element) => (element ? element.textContent.replace(/\s+/g, ' ').trim() : '');

  // Text in lines that are as wide as they may be.
  const pen = document.createElement('canvas').getContext('2d');
  const lines = (text, font, width) => {
    pen.font = font;
    const wrapped = [''];
    for (const word of text.split(' ')) {
      const longer = `${wrapped.at(-1)} ${word}`.trim();
      if (wrapped.at(-1) && pen.measureText(longer).width > width) wrapped.push(word);
      else wrapped[wrapped.length - 1] = longer;
    }
    return wrapped;
  };

  // A picture that grows downwards.
  const sheet = (width) => {
    const svg = made('svg', { xmlns: NS, width });
    let y = SIDE;
    const write = (text, size, leading, { weight = 400, family = SERIF, fill = INK, x = SIDE, right = SIDE } = {}) => {
      for (const line of lines(text, `${weight} ${size}px ${family}`, width - x - right)) {
        y += leading;
        svg.append(made('text', { x, y: y - leading * 0.28, fill, 'font-family': family, 'font-size': size, 'font-weight': weight }, line));
      }
    };
    const skip = (by) => (y += by);
    const put = (element) => svg.append(element);
    return { svg, write, skip, put, now: () => y };
  };
  const QUIET = { family: SANS, fill: '#484d52' };

  // The figure with the style that the page gives it in light colours.
  const figure = (drawn) => {
    const copy = drawn.cloneNode(true);
    const theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = 'light';
    const own = drawn.querySelectorAll('*');
    copy.querySelectorAll('*').forEach((element, at) => {
      const style = getComputedStyle(own[at]);
      if (!element.closest('.gl') || element.matches('.gl')) for (const key of TAKEN) element.setAttribute(key, style.getPropertyValue(key));
      if (element.localName === 'a') element.setAttribute('href', page.whole(element.getAttribute('href')));
    });
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    for (const element of copy.querySelectorAll('.hit')) element.remove();
    for (const element of copy.querySelectorAll('*')) for (const name of ['class', 'tabindex', 'data-e', 'data-c', 'data-n', 'aria-hidden']) element.removeAttribute(name);
    return copy;
  };

  const timeline = (drawn) => {
    const box = drawn.viewBox.baseVal;
    const picture = sheet(box.width + 2 * SIDE);
    picture.write(plain(document.querySelector('h1')), 28, 36);
    picture.skip(16);
    const copy = figure(drawn);
    for (const name of ['class', 'role', 'tabindex', 'aria-label']) copy.removeAttribute(name);
    for (const [key, value] of Object.entries({ x: SIDE, y: picture.now(), width: box.width, height: box.height })) copy.setAttribute(key, value);
    picture.put(copy);
    picture.skip(box.height + 16);
    return picture;
  };

  const claim = () => {
    const picture = sheet(800);
    picture.write(plain(document.querySelector('h1')), 28, 36);
    picture.skip(4);
    picture.write([...document.querySelectorAll('.verdict > *')].map(plain).join(' · '), 13, 20, QUIET);
    const origins = [...document.querySelectorAll('.origins > li')].map((origin) => `${plain(origin.querySelector('b'))} (${plain(origin.querySelector('.docsof')).replace(/^documents? /, '')})`);
    picture.write(`Origins: ${origins.join(', ')}`, 13, 20, QUIET);
    for (const said of document.querySelectorAll('section[aria-labelledby=says] .says > li')) {
      picture.skip(16);
      picture.put(made('path', { d: `M${SIDE} ${picture.now() - 6}H${800 - SIDE}`, stroke: '#d8dad6' }));
      const who = [...said.querySelectorAll('.chain > li')].map(plain).join(' – ');
      picture.write(`${plain(said.querySelector('.no'))}  ${who}, ${plain(said.querySelector('.dt'))}: ${plain(said.querySelector('.k'))}`, 13, 20, QUIET);
      picture.write(plain(said.querySelector('.sent')), 18, 28, { right: 160 });
    }
    picture.skip(16);
    return picture;
  };

  // The cuts of the serif that a page of Latin letters needs, as parts of the picture.
  const faces = async () => {
    const rules = [...document.styleSheets].flatMap((of) => [...of.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule);
    const found = rules.filter(({ style }) => /Crossread Serif/.test(style.fontFamily) && /latin-|data:/.test(style.src) && !/italic/.test(style.fontStyle));
    const whole = found.map(async ({ style, parentStyleSheet }) => {
      const [, address] = /url\("?([^")]+)/.exec(style.src);
      const bytes = address.startsWith('data:') ? address : await fetch(new URL(address, parentStyleSheet.href ?? location.href)).then((answer) => answer.blob()).then(coded);
      return `@font-face{font-family:"Crossread Serif";font-weight:${style.fontWeight || 400};src:url(${bytes})}`;
    });
    return (await Promise.all(whole)).join('');
  };
  const coded = (blob) => new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });

  const png = async (text, width, height) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    // As many pixels as a canvas is sure to have.
    const scale = Math.min(2, 16000 / height, 16000 / width);
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, 'image/png'));
  };

  const save = async (kind) => {
    await document.fonts.ready;
    const drawn = document.querySelector('figure.tl svg.fig');
    const picture = drawn ? timeline(drawn) : claim();
    const corpus = document.querySelector('meta[property="og:site_name"]')?.content ?? document.title.split(' · ').at(-1);
    picture.write(`From “${corpus}”, read across by Crossread: ${location.href}`, 12, 16, QUIET);
    picture.skip(SIDE);
    const { svg } = picture;
    const [width, height] = [+svg.getAttribute('width'), Math.ceil(picture.now())];
    svg.setAttribute('height', height);
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.prepend(made('title', {}, plain(document.querySelector('h1'))), made('style', {}, await faces().catch(() => '')), made('rect', { width, height, fill: PAPER }));
    const text = new XMLSerializer().serializeToString(svg);
    const blob = kind === 'png' ? await png(text, width, height) : new Blob([text], { type: 'image/svg+xml' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${plain(document.querySelector('h1')).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60)}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  page.picture = (button) => save(button.dataset.picture).then(() => 'Saved.', () => 'The browser could not draw it.');
}
