// Starts the viewer out of the page, and answers what it asks for out of the page: nothing is fetched, and nothing sent.
// VIEWER_START is the viewer's own beginning, which stands before this with the functions of `places.js`.
{
  const page = window.crossreadPage;
  page.begun = true;

  // The files that an element holds, by name.
  const unpacked = async (id) => {
    const text = document.getElementById(id).textContent;
    const coded = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const plain = new Blob([coded]).stream().pipeThrough(new DecompressionStream('deflate'));
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
  const data = unpacked('kept-data');
  // Whoever waits for them is told.
  program.catch(() => {});
  data.catch(() => {});

  document.addEventListener('click', async ({ target }) => {
    const button = target.closest('[data-picture]');
    if (button) button.parentElement.querySelector('[role=status]').textContent = await page.picture(button);
  });

  placesBehind(page, '#/', ['licences.txt'], async (name) => {
    const text = new Blob([(await program).get(name) ?? ''], { type: 'text/plain;charset=utf-8' });
    window.open(URL.createObjectURL(text), '_blank', 'noopener');
  });

  window.fetch = async (address, options) => {
    const file = (await data).get(String(address).replace('#/', ''));
    if (!file) return new Response(null, { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(options?.headers?.Range ?? '');
    return range ? new Response(file.slice(+range[1], +range[2] + 1), { status: 206 }) : new Response(file);
  };

  // The helpers, whose programs the page sends them before anything else.
  const door = window.trustedTypes?.createPolicy('crossread-kept', { createScriptURL: (address) => address });
  let helpers = new Map();
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
