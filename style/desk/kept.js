// What is kept on this device: corpora, the files of their sites, and the originals, in the browser's own database. What
// belongs together is written in one step: all of it is there afterwards, or nothing.
const kept = (() => {
  const settled = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  let opened;
  const database = () => {
    opened ??= new Promise((done, failed) => {
      const request = indexedDB.open('crossread-desk', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('corpora', { keyPath: 'name' });
        request.result.createObjectStore('files');
        request.result.createObjectStore('originals');
      };
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    return opened;
  };
  // Does something with the stores, and waits until it is on the disk.
  const step = async (how, stores, work) => {
    const change = (await database()).transaction(stores, how, { durability: 'strict' });
    const done = new Promise((done, failed) => {
      change.oncomplete = done;
      change.onabort = () => failed(change.error ?? new Error('it was not kept'));
    });
    const result = work(...stores.map((name) => change.objectStore(name)));
    await done;
    return result;
  };
  const all = (name) => IDBKeyRange.bound([name, ''], [name, '\uffff']);
  const listed = async (store, name) => {
    const files = (await database()).transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([settled(files.getAllKeys(all(name))), settled(files.getAll(all(name)))]);
    return new Map(keys.map(([, path], at) => [path, values[at]]));
  };
  return {
    corpora: async () => settled((await database()).transaction('corpora').objectStore('corpora').getAll()),
    corpus: async (name) => settled((await database()).transaction('corpora').objectStore('corpora').get(name)),
    file: async (name, path) => settled((await database()).transaction('files').objectStore('files').get([name, path])),
    files: (name) => listed('files', name),
    originals: (name) => listed('originals', name),
    put: (corpus, files, originals) => step('readwrite', ['corpora', 'files', 'originals'], (corpora, ...stores) => {
      corpora.put(corpus);
      for (const [at, list] of [files, originals].entries()) {
        stores[at].delete(all(corpus.name));
        for (const [path, bytes] of list) stores[at].put(bytes, [corpus.name, path]);
      }
    }),
    remove: (name) => step('readwrite', ['corpora', 'files', 'originals'], (corpora, files, originals) => {
      corpora.delete(name);
      files.delete(all(name));
      originals.delete(all(name));
    }),
  };
})();
