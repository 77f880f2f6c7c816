// Setting right how a name is written: a decision of review.toml as any other, but that all reports are annotated anew.
const KINDS = ['person', 'organisation', 'place', 'other'];

const openPerson = () => /^#\/[^/?#]+\/people\/([^/?#]+)/.test(location.hash);

const correctName = async (corpus) => {
  const status = el('p', { class: 'desk-stage', role: 'status' });
  const body = el('div');
  const dialog = panel('Correct a name', body, status);
  try {
    await atHand(corpus, (text) => { status.textContent = text; });
    const { names } = await reader.ask({ ask: 'names' });
    status.textContent = '';
    const known = new Map(names.map((one) => [one.name, one]));
    const shown = el('input', { id: 'desk-name', list: 'desk-names' });
    const name = el('input', { id: 'desk-called' });
    const kind = el('select', { id: 'desk-kind' }, ...KINDS.map((word) => el('option', {}, word)));
    const spellings = el('textarea', { id: 'desk-spellings', rows: 4 });
    const why = el('input', { id: 'desk-why' });
    const choose = () => {
      const found = known.get(shown.value.trim());
      if (!found) return;
      name.value = found.name;
      kind.value = found.kind;
      spellings.value = found.aliases.join('\n');
    };
    shown.addEventListener('input', choose);
    if (openPerson()) {
      shown.value = one('main h1')?.textContent ?? '';
      choose();
    }
    const run = deciding(corpus.name, status, dialog);
    const set = async () => {
      const called = name.value.trim();
      const lines = [shown.value, ...spellings.value.split('\n')].map((line) => line.trim());
      const others = [...new Set(lines)].filter((line) => line && line !== called);
      // A spelling that is taken out is somebody else's: left to itself, the machine would take them for one again.
      const apart = (known.get(shown.value.trim())?.aliases ?? []).filter((line) => line !== called && !others.includes(line));
      if (!called || others.length + apart.length === 0) {
        status.textContent = 'Write what it is called, and one other spelling at least, or take one out.';
        return;
      }
      // The page of somebody goes where the name goes.
      const leads = openPerson() && called !== shown.value.trim();
      await run({ decide: 'name', name: called, kind: kind.value, spellings: others, ...(apart.length ? { apart } : {}), ...(why.value.trim() ? { why: why.value.trim() } : {}) }, leads && `#/${corpus.name}/people/`);
    };
    const field = (label, input) => el('p', { class: 'desk-field' }, el('label', { for: input.id }, label), input);
    body.append(
      el('datalist', { id: 'desk-names' }, ...names.map((one) => el('option', { value: one.name }))),
      field('The name, as it is shown now', shown),
      field('What it is to be called', name),
      field('What it is', kind),
      field('How it is written besides, a spelling a line', spellings),
      el('p', { class: 'quiet' }, 'A spelling that is a name of its own becomes one with this; one that you take out is somebody else’s from then on. All reports are read with it anew, which takes a while where they are many.'),
      field('Why, for those who read it (optional)', why),
      button('Set the name', set));
  } catch (error) {
    status.textContent = `That did not work: ${error.message}.`;
  }
};
