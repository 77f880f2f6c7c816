// Starts the viewer out of the page, and answers what it asks for out of the page: nothing is fetched, and nothing sent.
// VIEWER_START is the viewer's own beginning, which stands before this with the functions of `places.js`.
{
  const page = window.crossreadPage;
  page.begun = true;
  let helpers = new Map();

  // What an element holds.
  const decoded = (id) => {
    const text = document.getElementById(id).textContent;
    return Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  };

  // The files that an element holds, by name.
  const unpacked = async (id) => {
    const plain = new Blob([decoded(id)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
    const length = new DataView(bytes.buffer).getUint32(0, true);
    const files = new Map();
    let at = 4 + length;
    for (const [name, size] of JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)))) {
      files.set(name, bytes.subarray(at, at + size));
      at += size;
    }
    return files;
  };
  const program = unpacked('kept-program');
  // Whoever waits for it is told.
  program.catch(() => {});

  // Where a corpus is packed as a whole, a helper makes files of it as they are asked for.
  const maker = async () => {
    helpers = await program;
    const worker = page.worker([...helpers.keys()].find((name) => /^crossread-maker-.*\.js$/.test(name)));
    const waiting = [];
    worker.onmessage = ({ data }) => waiting.shift().done(data);
    worker.onerror = (error) => waiting.splice(0).forEach(({ failed }) => failed(error));
    const ask = (bytes) => new Promise((done, failed) => {
      waiting.push({ done, failed });
      worker.postMessage(bytes);
    });
    const sound = (await ask(decoded('kept-data'))).length > 0;
    return async (path) => {
      // No file of the corpus, which whoever asks says then.
      if (!sound) return new Uint8Array();
      const file = await ask(new TextEncoder().encode(path));
      return file.length ? file : undefined;
    };
  };
  // One for what a search reads, whose making takes longest, and which is asked for piece by piece; one for the rest.
  const makers = new Map();
  const searched = new Map();
  const made = async (path) => {
    const kind = path.includes('/search/') ? 'search' : 'records';
    if (!makers.has(kind)) makers.set(kind, maker());
    const make = async () => (await makers.get(kind))(path);
    if (kind === 'records') return make();
    if (!searched.has(path)) searched.set(path, make());
    return searched.get(path);
  };
  const data = 'made' in document.getElementById('kept-data').dataset ? undefined : unpacked('kept-data');
  data?.catch(() => {});

  document.addEventListener('click', async ({ target }) => {
    const button = target.closest('[data-picture]');
    if (button) button.parentElement.querySelector('[role=status]').textContent = await page.picture(button);
  });

  placesBehind(page, '#/', ['licences.txt'], async (name) => {
    const text = new Blob([(await program).get(name) ?? ''], { type: 'text/plain;charset=utf-8' });
    window.open(URL.createObjectURL(text), '_blank', 'noopener');
  });

  window.fetch = async (address, options) => {
    const path = String(address).replace('#/', '');
    const file = data ? (await data).get(path) : await made(path);
    if (!file) return new Response(null, { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(options?.headers?.Range ?? '');
    return range ? new Response(file.slice(+range[1], +range[2] + 1), { status: 206 }) : new Response(file);
  };

  // The helpers, whose programs the page sends them before anything else.
  const door = window.trustedTypes?.createPolicy('crossread-kept', { createScriptURL: (address) => address });
  page.worker = (address) => {
    const script = [...helpers.keys()].find((name) => name.endsWith('.js') && address.endsWith(name));
    const kind = /crossread-[a-z]+-/.exec(script)[0];
    const wasm = [...helpers.keys()].find((name) => name.startsWith(kind) && name.endsWith('.wasm'));
    const own = URL.createObjectURL(new Blob([helpers.get(script)], { type: 'text/javascript' }));
    const worker = new Worker(door ? door.createScriptURL(own) : own, { name: 'crossread-sent' });
    worker.postMessage(helpers.get(wasm));
    return worker;
  };

  const start = async () => {
    helpers = await program;
    const wasm = [...helpers.keys()].find((name) => name.startsWith('crossread-viewer-'));
    await VIEWER_START({ module_or_path: helpers.get(wasm) });
  };
  if (document.documentElement.dataset.viewer === 'coming') start().catch((error) => page.failed(page.reason(error)));
}
