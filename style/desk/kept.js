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
  // Does something with the stores, and waits until it is on the disk. It may wait for what it asked of them, and for nothing
  // else: a step ends where nothing more is asked.
  const step = async (work) => {
    const change = (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });
    const done = new Promise((done, failed) => {
      change.oncomplete = done;
      change.onabort = () => failed(change.error ?? new Error('it was not kept'));
    });
    // Who waits for the work is told of it as well.
    done.catch(() => {});
    try {
      await work(Object.fromEntries(STORES.map((name) => [name, change.objectStore(name)])));
    } catch (error) {
      // What was written before it must not stay by itself.
      if (!change.error) change.abort();
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
  // So many bytes are handed over at a time: the page answers between.
  const PORTION = 1 << 20;
  const filled = async (store, name, list) => {
    store.delete(all(name));
    let portion = 0;
    for (const [path, bytes] of list) {
      // Of a part all is kept that it is a part of.
      const asked = store.put(bytes.length < bytes.buffer.byteLength ? bytes.slice() : bytes, [name, path]);
      portion += bytes.length;
      if (portion < PORTION) continue;
      portion = 0;
      await settled(asked);
    }
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
      await step(async (stores) => {
        stores.corpora.put(corpus);
        if (state) stores.states.put(state.slice(), corpus.name);
        await filled(stores.files, corpus.name, files);
        if (originals) await filled(stores.originals, corpus.name, originals);
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
