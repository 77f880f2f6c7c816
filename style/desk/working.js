// A corpus that is kept, as the reader has it at hand: to decide about its claims, and to save it in other forms.


// What was decided of names: it has to be known before anything is annotated.
const namesOf = (decisions) => JSON.stringify((decisions ?? []).filter(({ decide }) => decide === 'name'));
// What the reader knows of it.
let named;

// Puts all files together, as a corpus has them; tells the rows, and how many reports have to be annotated.
const settleAs = async ({ title, about, corrections, decisions }) => {
  const told = await reader.ask({ ask: 'settle', title, about, corrections, decisions });
  named = namesOf(decisions);
  return told;
};

// What the reader has at hand: the name of a corpus that is kept, or what lies on the desk. It never takes one for the other.
let holds;

const restore = async (corpus, state) => {
  await reader.ask({ ask: 'restore' }, state);
  named = namesOf(corpus.decisions);
  holds = corpus.name;
};

// So many reports are worth the start of further programs.
const MANY = 24;

// Annotates what is left: in the reader, and in further programs where there is much. Where one of these stops, `again`
// has what it was lent put back, and the reader does it. `told` hears of each part.
const annotateAll = async (todo, again, told = () => {}) => {
  const own = async () => {
    for (let part; (part = await reader.ask({ ask: 'annotate' })).rows.length > 0;) told(part);
  };
  let lost = false;
  const lane = async (helper) => {
    for (;;) {
      const lent = await reader.ask({ ask: 'lend' });
      if (lent.documents === 0) return;
      let done;
      try {
        done = await helper.ask({ ask: 'help' }, lent.bytes);
      } catch (error) {
        if (error.message === 'cancelled') throw error;
        lost = true;
        return;
      }
      told(await reader.ask({ ask: 'take_back' }, done.bytes));
    }
  };
  await Promise.all([own(), ...todo < MANY ? [] : helpers.map(lane)]);
  // They take memory, and are seldom asked twice.
  for (const helper of helpers) helper.stop();
  if (lost) {
    await again();
    await own();
  }
};

// What is annotated before anybody asks for it, while the list is looked at; and who is told how much is left.
let ahead = Promise.resolve();
let hearAhead = () => {};
const annotateAhead = (todo, again) => {
  // What is missed here is done when it is asked for; a reader that was stopped meanwhile knows of nothing.
  ahead = ahead.then(() => reader.isOn() && annotateAll(todo, again, (part) => hearAhead(part))).catch(() => {});
};

// Has a corpus related as was decided: annotated anew first, where names are written otherwise.
const relateAs = async (corpus, decisions) => {
  if (namesOf(decisions) !== named) {
    const again = () => settleAs({ ...corpus, decisions });
    await annotateAll((await again()).todo, again);
  }
  return reader.ask({ ask: 'relate', decisions });
};

// Makes the reader know a corpus, with what was decided of it.
const atHand = async (corpus, told = () => {}) => {
  if (reader.isOn() && holds === corpus.name) return;
  if (busy) throw new Error('other documents are being read; wait for them, or cancel that');
  const state = await kept.state(corpus.name);
  if (!state || corpus.program !== reader.program()) throw new Error('it was read by another version of this site; open it once, and it is read anew');
  told('Bringing the documents back …');
  await restore(corpus, state);
  await relateAs(corpus, corpus.decisions ?? []);
};

// Makes the site of what the reader knows, and keeps it with the corpus; and what the reader knows, where that is new.
const keepSite = async (corpus, originals, isNew = Boolean(originals)) => {
  const made = await reader.ask({ ask: 'make' });
  const files = new Map();
  let at = 0;
  for (const [path, length] of made.files) {
    files.set(path, made.bytes.subarray(at, at + length));
    at += length;
  }
  const state = isNew && (await reader.ask({ ask: 'keep' })).bytes;
  const size = (list) => [...list].reduce((sum, bytes) => sum + bytes.length, 0);
  const { build, manifest, documents, claims } = made;
  const held = originals ? size(originals.values()) : corpus.held ?? 0;
  const own = state ? held + state.length : corpus.own;
  const whole = { ...corpus, build, manifest, documents, claims, held, own, bytes: own + size(files.values()), program: reader.program() };
  try {
    await kept.put(whole, files, originals, state);
  } catch (error) {
    throw new Error(error.name === 'QuotaExceededError' ? 'there is no room for it on this device, and nothing was kept' : error.message);
  }
  return whole;
};

// What a decision says, for somebody who reads the list.
const decided = (decision) => {
  if (decision.decide === 'name') {
    const { name, spellings = [], apart = [] } = decision;
    return [name, spellings.length && `also written ${spellings.join(', ')}`, apart.length && `not ${apart.join(', nor ')}`].filter(Boolean).join(', ');
  }
  const anchors = decision.statements ?? [decision.statement];
  const words = anchors.map(({ words }) => `“${words.length > 90 ? `${words.slice(0, 90)} …` : words}”`);
  const said = {
    merge: () => `One claim: ${words.join(' and ')}`,
    apart: () => `Not the same: ${words.join(' and ')}`,
    split: () => `A claim of its own: ${words.join(', ')}`,
    retitle: () => `Called “${decision.title}”: the claim with ${words[0]}`,
    hide: () => `Left out: ${words.join(', ')}`,
    commitment: () => `${decision.commitment[0].toUpperCase()}${decision.commitment.slice(1)}: ${words.join(', ')}`,
    date: () => `On ${decision.date}: ${words.join(', ')}`,
    speaker: () => `${decision.speaker ? `Said by ${decision.speaker}` : 'The report’s own words'}: ${words.join(', ')}`,
    origin: () => `From ${decision.origin}: ${words.join(', ')}`,
  }[decision.decide];
  return said ? said() : decision.decide;
};

// Carries decisions out, and keeps what comes of them; what can't be carried out changes nothing.
const decide = async (name, change) => {
  const corpus = await kept.corpus(name);
  // Another tab may have decided meanwhile: what it decided holds.
  const decisions = change(corpus.decisions ?? []);
  const { refused } = await relateAs(corpus, decisions);
  if (refused.length > 0) {
    await relateAs(corpus, corpus.decisions ?? []);
    throw new Error(refused[0].why);
  }
  return keepSite({ ...corpus, decisions }, undefined, namesOf(decisions) !== namesOf(corpus.decisions));
};
