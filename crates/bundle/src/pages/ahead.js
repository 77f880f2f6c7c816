// Fetches the words of the search that the address names, beside the engine, which would say only then where they lie. Who
// wants a part of a file looks here first. Where a guess is wrong the engine asks for another part, and nothing is lost but
// what was fetched.
{
  const { folder, directory } = JSON.parse(document.getElementById('directory').textContent);
  const { firsts, bytes, per_file: perFile, files, common } = directory;
  const typed = new URLSearchParams(location.search).get('q') ?? '';
  const folded = typed.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const all = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !common.includes(word));
  // Common words are looked up in phrases, and alone.
  const words = (/["“”„«»]/.test(typed) || telling.length === 0 ? all : telling).slice(0, 24);
  // The directory is in the order of stems, and these endings are most of what tells a word from its stem ("using", "use").
  const stems = words.map((word) => word.replace(/(?<=...)(ing|ed|s)$/, '')).flatMap((stem) => [stem, `${stem}e`]);
  // The last word may be unfinished, and what it would be have a shorter stem.
  const last = words.at(-1) ?? '';
  for (let length = Math.max(4, last.length - 4); length <= last.length; length += 1) stems.push(last.slice(0, length));
  const leaves = stems.map((stem) => firsts.findLastIndex((first) => first <= `${stem}\0`));
  globalThis.crossread = new Map();
  for (const leaf of new Set(leaves.filter((leaf) => leaf >= 0))) {
    const file = Math.floor(leaf / perFile);
    const start = bytes.slice(file * perFile, leaf).reduce((sum, length) => sum + length, 0);
    const range = `bytes=${start}-${start + bytes[leaf] - 1}`;
    const fetched = fetch(folder + files[file], { headers: { Range: range } });
    // Whoever takes it is told of a failure.
    fetched.catch(() => {});
    globalThis.crossread.set(`${files[file]} ${range}`, fetched);
  }
}
