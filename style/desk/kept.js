// What is kept on this device: corpora, the files of their sites, the originals, and what the reader made of them, in the
// browser's own database. What belongs together is written in one step: all of it is there afterwards, or nothing.
const kept = (() => {
  const STORES = ['corpora', 'files', 'originals', 'states'];
  const settled = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  let opened;
  const database = () => {
    opened ??= new Promise((done, failed) => {
      const request = indexedDB.open('crossread-desk', 2);
      request.onupgradeneeded = () => {
        for (const name of STORES) {
          if (request.result.objectStoreNames.contains(name)) continue;
          request.result.createObjectStore(name, name === 'corpora' ? { keyPath: 'name' } : undefined);
        }
      };
      request.onsuccess = () => {
        // Another tab has a newer site, whose form of this is another: it must not wait for this one.
        request.result.onversionchange = () => request.result.close();
        done(request.result);
      };
      request.onblocked = () => failed(new Error('another tab has an older version of this page open; close it'));
      request.onerror = () => failed(request.error);
    });
    return opened;
  };
  // Does something with the stores, and waits until it is on the disk.
  const step = async (work) => {
    const change = (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });
    const done = new Promise((done, failed) => {
      change.oncomplete = done;
      change.onabort = () => failed(change.error ?? new Error('it was not kept'));
    });
    try {
      work(Object.fromEntries(STORES.map((name) => [name, change.objectStore(name)])));
    } catch (error) {
      // What was written before it must not stay by itself.
      done.catch(() => {});
      change.abort();
      throw error;
    }
    await done;
  };
  const all = (name) => IDBKeyRange.bound([name, ''], [name, '\uffff']);
  const one = async (store, key) => settled((await database()).transaction(store).objectStore(store).get(key));
  const listed = async (store, name) => {
    const files = (await database()).transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([settled(files.getAllKeys(all(name))), settled(files.getAll(all(name)))]);
    return new Map(keys.map(([, path], at) => [path, values[at]]));
  };
  // Tells the other tabs that a corpus is another now.
  const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('crossread-desk') : undefined;
  const filled = (store, name, list) => {
    store.delete(all(name));
    for (const [path, bytes] of list) store.put(bytes, [name, path]);
  };
  return {
    corpora: async () => settled((await database()).transaction('corpora').objectStore('corpora').getAll()),
    corpus: (name) => one('corpora', name),
    file: (name, path) => one('files', [name, path]),
    files: (name) => listed('files', name),
    originals: (name) => listed('originals', name),
    state: (name) => one('states', name),
    // A corpus with its site; and the originals and what was made of them, where these are new.
    put: async (corpus, files, originals, state) => {
      await step((stores) => {
        stores.corpora.put(corpus);
        filled(stores.files, corpus.name, files);
        if (originals) filled(stores.originals, corpus.name, originals);
        if (state) stores.states.put(state, corpus.name);
      });
      others?.postMessage(corpus.name);
    },
    remove: async (name) => {
      await step((stores) => {
        stores.corpora.delete(name);
        stores.states.delete(name);
        for (const store of [stores.files, stores.originals]) store.delete(all(name));
      });
      others?.postMessage(name);
    },
    // Calls back when another tab has changed a corpus.
    onchange: (told) => others?.addEventListener('message', ({ data }) => told(data)),
  };
})();
