// The program that reads across, in a worker: what it is asked, as letters (crates/desk/src/letter.rs).
const reader = (() => {
  const address = () => new URL(document.querySelector('meta[name=crossread-desk]').content, document.baseURI).href;
  let worker;
  let waiting = [];
  const end = (why) => {
    worker?.terminate();
    worker = undefined;
    const left = waiting;
    waiting = [];
    for (const { failed } of left) failed(why);
  };
  const start = () => {
    worker = window.crossreadPage.worker(address());
    worker.onmessage = ({ data }) => {
      const length = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
      const said = JSON.parse(new TextDecoder().decode(data.subarray(4, 4 + length)));
      const { done, failed } = waiting.shift();
      if (said.reply === 'failed') failed(new Error(said.why));
      else done({ ...said, bytes: data.subarray(4 + length) });
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      end(new Error(event.message ? 'the reader stopped' : 'the reader did not come'));
    };
  };
  return {
    program: () => address().split('/').pop(),
    // Whether it knows what it was told before.
    isOn: () => worker !== undefined,
    ask: (said, bytes = new Uint8Array()) => new Promise((done, failed) => {
      if (!worker) start();
      const text = new TextEncoder().encode(JSON.stringify(said));
      const letter = new Uint8Array(4 + text.length + bytes.length);
      new DataView(letter.buffer).setUint32(0, text.length, true);
      letter.set(text, 4);
      letter.set(bytes, 4 + text.length);
      waiting.push({ done, failed });
      worker.postMessage(letter, [letter.buffer]);
    }),
    // Ends what it is doing; it forgets everything.
    stop: () => end(new Error('cancelled')),
  };
})();
