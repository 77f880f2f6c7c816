// A corpus that is kept, as the reader has it at hand: to decide about its claims, and to save it in other forms.

// Makes the reader know a corpus, with what was decided of it.
const atHand = async (corpus, told = () => {}) => {
  const state = await kept.state(corpus.name);
  if (!state || corpus.program !== reader.program()) throw new Error('it was read by another version of this site; open it once, and it is read anew');
  told('Bringing the documents back …');
  await reader.ask({ ask: 'restore' }, state);
  return reader.ask({ ask: 'relate', decisions: corpus.decisions ?? [] });
};

// Makes the site of what the reader knows, and keeps it with the corpus.
const keepSite = async (corpus, originals) => {
  const made = await reader.ask({ ask: 'make' });
  const files = new Map();
  let at = 0;
  for (const [path, length] of made.files) {
    files.set(path, made.bytes.slice(at, at + length));
    at += length;
  }
  const state = originals && (await reader.ask({ ask: 'keep' })).bytes;
  const size = (list) => [...list].reduce((sum, bytes) => sum + bytes.length, 0);
  const { build, manifest, wide, documents, claims } = made;
  const own = originals ? size(originals.values()) + state.length : corpus.own;
  const whole = { ...corpus, build, manifest, wide, documents, claims, own, bytes: own + size(files.values()), program: reader.program() };
  try {
    await kept.put(whole, files, originals, state);
  } catch (error) {
    throw new Error(error.name === 'QuotaExceededError' ? 'there is no room for it on this device, and nothing was kept' : error.message);
  }
  return whole;
};

// What a decision says, for somebody who reads the list.
const decided = (decision) => {
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
    origin: () => `From ${decision.origin}: ${words.join(', ')}`,
  }[decision.decide];
  return said ? said() : decision.decide;
};

// Carries decisions out, and keeps what comes of them; what can't be carried out changes nothing.
const decide = async (name, change) => {
  const corpus = await kept.corpus(name);
  // Another tab may have decided meanwhile: what it decided holds.
  const decisions = change(corpus.decisions ?? []);
  const { refused } = await reader.ask({ ask: 'relate', decisions });
  if (refused.length > 0) {
    await reader.ask({ ask: 'relate', decisions: corpus.decisions ?? [] });
    throw new Error(refused[0].why);
  }
  return keepSite({ ...corpus, decisions });
};
