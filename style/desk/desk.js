// The desk: own documents, dropped into the page, read across beside it, kept on this device, sent nowhere. Files come in by
// bring.js and are listed by list.js; reader.js asks the programs beside the page, and kept.js keeps what these make. A corpus
// is then shown by the viewer (shown.js), set right in claims.js and names.js, and leaves the desk by out.js.
// ---- Reading across

const across = () => work('They could not be read across', async () => {
  await readAll();
  const all = desk.rows.length;
  hearAhead = ({ rows, left }) => {
    say(`Reading what each says: ${all - left} of ${all}`);
    complete(rows);
  };
  await ahead;
  if (!reader.isOn()) throw new Error('cancelled');
  const todo = await settle();
  hearAhead({ rows: [], left: todo });
  await annotateAll(todo, settle, hearAhead);
  say('Comparing what they say');
  const { refused } = await reader.ask({ ask: 'relate', decisions: desk.decisions });
  const gone = new Set(refused.map(({ decision }) => decision));
  desk.decisions = desk.decisions.filter((_, at) => !gone.has(at));
  say('Making the pages, and keeping them on this device');
  desk.title ||= 'My documents';
  desk.name ||= await free(desk.title);
  const { name, title, about, corrections, decisions } = desk;
  await keepSite({ name, title, about, corrections, decisions }, desk.files);
  navigator.storage?.persist?.();
  say('');
  if (refused.length > 0) sessionStorage.setItem('crossread-decided', `${count(refused.length, 'decision')} could not be carried out any more and ${refused.length === 1 ? 'was' : 'were'} left out: ${refused[0].why}`);
  // What is read anew is at its address already.
  if (opened() === name) location.reload();
  else location.hash = `#/${name}/`;
});

// A name for the address that no other corpus has.
const free = async (title) => {
  const plain = title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'documents';
  const taken = new Set((await kept.corpora()).map(({ name }) => name));
  let name = plain;
  for (let at = 2; taken.has(name); at += 1) name = `${plain}-${at}`;
  return name;
};

// Takes a corpus that is kept back onto the desk: as it was left, where this very program has read it, and else from its
// originals.
const take = async (corpus) => {
  stopAll();
  const { name, title, about, corrections, decisions } = corpus;
  desk = { ...fresh(), name, title, about, corrections, decisions: decisions ?? [], files: await kept.originals(name) };
  await work('It could not be read', async () => {
    const state = corpus.program === reader.program() && await kept.state(name);
    if (state) {
      await restore(corpus, state);
      holds = desk;
      desk.read = new Set(desk.files.keys());
    }
    await readAll();
    say(`${count(desk.rows.length, 'report')} of “${title}”.`);
  });
  one('#list h2').focus();
};

// ---- What is kept

const drawKept = async () => {
  const corpora = await kept.corpora();
  const place = one('#kept');
  place.hidden = corpora.length === 0;
  place.querySelector('ul').replaceChildren(...corpora.map((corpus) => {
    const line = el('span', { class: 'quiet', role: 'status' });
    const told = (text) => { line.textContent = text; };
    const tried = (doing) => async () => {
      try {
        // As it is by now.
        await doing(await kept.corpus(corpus.name) ?? corpus);
      } catch (error) {
        told(`That did not work: ${error.message}.`);
      }
    };
    let sure = false;
    const remove = async (event) => {
      if (!sure) {
        sure = true;
        event.target.textContent = `Delete “${corpus.title}” for good`;
        return;
      }
      await kept.remove(corpus.name);
      await drawKept();
      say(`“${corpus.title}” was deleted.`);
      one('#desk h1').focus();
    };
    return el('li', {},
      el('a', { class: 'desk-name', href: `#/${corpus.name}/` }, corpus.title), ' ',
      el('span', { class: 'app' }, `${count(corpus.documents, 'report')}, ${count(corpus.claims, 'claim')}, ${size(corpus.bytes)} on this device`),
      el('span', { class: 'desk-acts' },
        button('Add to it or correct it', () => take(corpus)),
        button('What the machine doubts', tried(showDoubts)),
        button(count((corpus.decisions ?? []).length, 'decision'), tried((corpus) => showDecisions(corpus, drawKept))),
        button('Save or send it', tried(showForms)),
        button('Delete', remove)),
      line);
  }));
};

// ---- Its page

const EXAMPLE = [
  ['evening-lamp.txt', '+++\ntitle = "Mill at Ossery closes"\noutlet = "Evening Lamp"\npublished = "2023-05-03"\n+++\n\nThe mill at Ossery closed on 1 May 2023. Thirty people work there, the council said.\n\nIda Brann, the owner, denied that the mill had been sold. A new owner is expected by the end of June 2023.\n'],
  ['valley-post.txt', '+++\ntitle = "The mill stops"\noutlet = "Valley Post"\npublished = "2023-05-02"\n+++\n\nThe mill at Ossery closed on 1 May 2023, its owner Ida Brann said. "We will open again in June," she said.\n\nForty people work there.\n'],
  ['river-news.txt', '+++\ntitle = "Ossery mill shut"\noutlet = "River News"\npublished = "2023-05-04"\n+++\n\nThe mill at Ossery closed on 1 May 2023, according to the Valley Post. The council will meet on 12 May 2023.\n'],
];

const showDesk = async () => {
  const chosen = async (event) => {
    const files = [...event.target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    event.target.value = '';
    if (files.length) await add(files);
  };
  for (const [id, input] of [['#choose', '#files'], ['#choose-folder', '#folder']]) {
    one(id).addEventListener('click', () => one(input).click());
    one(input).addEventListener('change', chosen);
  }
  one('#review').addEventListener('click', review);
  one('#try').addEventListener('click', () => add(EXAMPLE.map(([path, text]) => ({ path: `Mill/${path}`, file: new File([text], path) }))));
  let pasted = 0;
  const addText = (text, end) => {
    pasted += 1;
    return add([{ path: `pasted-${pasted}.${end}`, file: new File([text], 'pasted') }]);
  };
  one('#add').addEventListener('click', async () => {
    const text = one('#text').value;
    if (text.trim()) {
      one('#text').value = '';
      await addText(text, 'txt');
    }
  });
  one('#text').addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html');
    if (!html) return;
    event.preventDefault();
    addText(html, 'html');
  });
  addEventListener('dragover', (event) => {
    event.preventDefault();
    one('#in').classList.add('over');
  });
  addEventListener('dragleave', () => one('#in').classList.remove('over'));
  addEventListener('drop', async (event) => {
    event.preventDefault();
    one('#in').classList.remove('over');
    // What was dropped is forgotten once this waits.
    const dropped = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
    const whole = dropped.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    const found = [];
    for (const part of whole) found.push(...part instanceof File ? [{ path: part.name, file: part }] : await entries(part));
    if (found.length) await add(found);
  });
  one('#title').addEventListener('change', () => { desk.title = one('#title').value.trim(); });
  one('#across').addEventListener('click', across);
  one('#cancel').addEventListener('click', stopAll);
  one('#clear').addEventListener('click', () => {
    stopAll();
    desk = fresh();
    draw();
    say('');
    one('#desk h1').focus();
  });
  root.dataset.viewer = 'ready';
  draw();
  await drawKept();
  kept.onchange(drawKept);
};

const here = opened();
addEventListener('hashchange', () => {
  // Within a corpus the viewer follows by itself.
  if (opened() !== here) location.reload();
});
if (document.querySelector('meta[name=crossread-desk]')) {
  (here ? showCorpus(here) : showDesk())
    .catch((error) => page.failed(page.reason(error)))
    // Where it is refused, or there is no room, the desk works all the same as long as there is a network.
    .then(() => setTimeout(() => keepShell().catch(() => {}), 1000));
} else {
  // While a site is built for the first time, its pages can be read before the desk's programs are there.
  page.failed('The programs of the desk are still being built; load this page again in some minutes.');
}
