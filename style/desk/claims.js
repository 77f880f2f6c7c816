// Setting a claim right: a panel over its page, and the list of what the machine is least sure of. Each decision is one of
// review.toml's (docs/formats.md), with a reason, and can be undone.
const COMMITMENTS = ['asserted', 'attributed', 'hedged', 'expected', 'denied'];

const openClaim = () => /^#\/[^/?#]+\/claims\/([^/?#]+)/.exec(location.hash)?.[1];

// A statement with who says it.
const quoted = (said) => el('div', { class: 'desk-said' },
  el('q', {}, said.text),
  el('span', { class: 'quiet' }, ` ${[said.outlet || said.document, said.speaker && `by ${said.speaker}`, said.origin && said.origin !== said.outlet && said.origin !== said.speaker && `from ${said.origin}`, said.commitment, said.date].filter(Boolean).join(', ')}`));

// Runs a decision, tells what came of it, and shows the page anew, or the one that it leads to.
const deciding = (name, status, dialog) => async (decision, leads) => {
  status.textContent = 'Working …';
  try {
    await decide(name, (decisions) => [...decisions, decision]);
  } catch (error) {
    status.textContent = `That can’t be decided so: ${error.message}.`;
    return;
  }
  sessionStorage.setItem('crossread-decided', decided(decision));
  dialog.close();
  if (leads) history.replaceState(null, '', leads);
  location.reload();
};

const correctClaim = async (corpus) => {
  const id = decodeURIComponent(openClaim() ?? '');
  const status = el('p', { class: 'desk-stage', role: 'status' });
  const body = el('div');
  const dialog = panel('Correct this claim', body, status);
  try {
    await atHand(corpus, (text) => { status.textContent = text; });
    const claim = await reader.ask({ ask: 'claim', id });
    status.textContent = '';
    const why = el('input', { id: 'desk-why' });
    const reason = () => (why.value.trim() ? { why: why.value.trim() } : {});
    const run = deciding(corpus.name, status, dialog);
    const anchored = claim.statements.filter(({ anchor }) => anchor);
    const title = el('input', { id: 'desk-claim-title', value: claim.title });
    const boxes = claim.statements.map((said, at) => {
      const box = el('input', { type: 'checkbox', id: `desk-said-${at}`, disabled: !said.anchor });
      return { said, box, line: el('li', {}, el('label', { for: `desk-said-${at}` }, box, quoted(said)), !said.anchor && el('span', { class: 'quiet' }, ' Its document says these words twice, so that no decision can name them.')) };
    });
    const chosen = () => boxes.filter(({ box }) => box.checked).map(({ said }) => said.anchor);
    const some = (make) => async () => {
      const statements = chosen();
      if (statements.length === 0) {
        status.textContent = 'Tick the statements first.';
        return;
      }
      const decision = make(statements);
      if (decision) await run({ ...decision, ...reason() });
    };
    const commitment = el('select', { id: 'desk-commitment' }, ...COMMITMENTS.map((word) => el('option', {}, word)));
    const date = el('input', { id: 'desk-date', placeholder: '2024-10-11', size: 12 });
    const origin = el('input', { id: 'desk-origin' });
    const speaker = el('input', { id: 'desk-speaker' });
    const told = (input, decision) => some((statements) => {
      if (!input.value.trim()) {
        status.textContent = 'Write it into the field first.';
        return undefined;
      }
      return decision(statements, input.value.trim());
    });
    const other = el('select', { id: 'desk-other' }, ...claim.others.map((one, at) => el('option', { value: at }, one.title)));
    body.append(
      claim.reviews.length > 0 && el('ul', { class: 'quiet' }, ...claim.reviews.map((text) => el('li', {}, text))) || '',
      el('p', {}, el('label', { for: 'desk-why' }, 'Why, for those who read it (optional)'), why),
      anchored.length > 0 && el('p', {}, el('label', { for: 'desk-claim-title' }, 'What the claim is called'), title, button('Set the title', async () => {
        if (title.value.trim()) await run({ decide: 'retitle', statement: anchored[0].anchor, title: title.value.trim(), ...reason() });
      })) || '',
      claim.perhaps.length > 0 && el('section', {}, el('h3', {}, 'Perhaps the same'), el('ul', { class: 'desk-list' }, ...claim.perhaps.map((one) => el('li', {},
        quoted(one.said), el('span', { class: 'quiet' }, ` ${one.percent} %, in “${one.claim}” `),
        ...(one.like && one.said.anchor ? [['The same', 'merge'], ['Not the same', 'apart']] : []).flatMap(([text, decide]) =>
          [' ', button(text, () => run({ decide, statements: [one.like, one.said.anchor], ...reason() }))]))))) || '',
      el('section', {}, el('h3', {}, 'Its statements'), el('ul', { class: 'desk-list' }, ...boxes.map(({ line }) => line)),
        el('p', { class: 'desk-acts' },
          button('They are another claim', some((statements) => ({ decide: 'split', statements }))),
          button('Leave them out', some((statements) => ({ decide: 'hide', statements })))),
        el('p', { class: 'desk-acts' }, el('label', { for: 'desk-commitment' }, 'How firmly they are said'), commitment, button('Set it', some((statements) => ({ decide: 'commitment', statements, commitment: commitment.value })))),
        el('p', { class: 'desk-acts' }, el('label', { for: 'desk-date' }, 'When it happened or is due'), date, button('Set the day', told(date, (statements, value) => ({ decide: 'date', statements, date: value })))),
        el('p', { class: 'desk-acts' }, el('label', { for: 'desk-speaker' }, 'Whose words they are'), speaker,
          button('Set the speaker', told(speaker, (statements, value) => ({ decide: 'speaker', statements, speaker: value }))),
          button('The report’s own', some((statements) => ({ decide: 'speaker', statements, speaker: '' })))),
        el('p', { class: 'desk-acts' }, el('label', { for: 'desk-origin' }, 'Whom they first come from'), origin, button('Set the origin', told(origin, (statements, value) => ({ decide: 'origin', statements, origin: value }))))),
      claim.others.length > 0 && anchored.length > 0 && el('section', {}, el('h3', {}, 'One with another claim of the story'),
        el('p', { class: 'desk-acts' }, el('label', { for: 'desk-other' }, 'The other claim'), other,
          button('They are one claim', () => run({ decide: 'merge', statements: [anchored[0].anchor, claim.others[other.value].anchor], ...reason() })))) || '');
  } catch (error) {
    status.textContent = `That did not work: ${error.message}.`;
  }
};

// What the machine is least sure of, to be settled one by one.
const showDoubts = async (corpus) => {
  const status = el('p', { class: 'desk-stage', role: 'status' });
  const list = el('ul', { class: 'desk-list' });
  panel('What the machine is least sure of', el('p', { class: 'quiet' }, 'The most doubtful first. What you decide is kept at once, and can be undone in the list of your decisions.'), list, status);
  try {
    await atHand(corpus, (text) => { status.textContent = text; });
    const { doubts } = await reader.ask({ ask: 'doubts' });
    status.textContent = doubts.length === 0 ? 'Nothing is left that it doubts.' : '';
    list.append(...doubts.map((doubt) => {
      const merge = doubt.decision.decide === 'merge';
      const { why, ...decision } = doubt.decision;
      const settle = (own) => async () => {
        status.textContent = 'Working …';
        try {
          await decide(corpus.name, (decisions) => [...decisions, own]);
          status.textContent = `${decided(own)}.`;
          line.remove();
        } catch (error) {
          status.textContent = `That can’t be decided so: ${error.message}.`;
        }
      };
      const line = el('li', {}, ...doubt.said.map(quoted), el('p', { class: 'desk-acts' },
        el('span', {}, merge ? 'Do these say the same?' : `Does this belong to “${doubt.claims[0]}”?`),
        button(merge ? 'The same' : 'It does not', settle(decision)),
        // That a statement belongs where it is takes no decision.
        button(merge ? 'Not the same' : 'It does', merge ? settle({ decide: 'apart', statements: decision.statements }) : () => {
          line.remove();
          status.textContent = 'Left as it is.';
        })));
      return line;
    }));
  } catch (error) {
    status.textContent = `That did not work: ${error.message}.`;
  }
};

// What was decided, each to be undone.
const showDecisions = (corpus, changed) => {
  const status = el('p', { class: 'desk-stage', role: 'status' });
  const list = el('ol', { class: 'desk-list' });
  const fill = (decisions) => {
    list.replaceChildren(...decisions.map((decision, at) => el('li', {}, decided(decision), decision.why && el('span', { class: 'quiet' }, ` ${decision.why}`) || '', ' ',
      button('Undo', async () => {
        status.textContent = 'Working …';
        try {
          await atHand(corpus);
          const now = await decide(corpus.name, (all) => all.filter((other, place) => place !== at || JSON.stringify(other) !== JSON.stringify(decision)));
          fill(now.decisions);
          status.textContent = 'Undone.';
          changed();
        } catch (error) {
          status.textContent = `That can’t be undone by itself: ${error.message}.`;
        }
      }, { 'aria-label': `Undo: ${decided(decision)}` }))));
    if (decisions.length === 0) status.textContent = 'Nothing was decided yet.';
  };
  panel('Your decisions', list, status);
  fill(corpus.decisions ?? []);
};
