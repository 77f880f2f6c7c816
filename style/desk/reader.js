// The programs beside the page: the reader, which reads across, those that help it, and those that read the formats of
// files. Each is a worker,
// asked by letters (crates/desk/src/letter.rs), which it answers in their order.
const program = (named) => {
  const address = () => new URL(document.querySelector(`meta[name=${named}]`).content, document.baseURI).href;
  let worker;
  let waiting = [];
  let answered = false;
  const end = (why) => {
    worker?.terminate();
    worker = undefined;
    const left = waiting;
    waiting = [];
    for (const { failed } of left) failed(why);
  };
  const start = () => {
    answered = false;
    worker = window.crossreadPage.worker(address());
    worker.onmessage = ({ data }) => {
      answered = true;
      const length = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
      const said = JSON.parse(new TextDecoder().decode(data.subarray(4, 4 + length)));
      const { done, failed } = waiting.shift();
      if (said.reply === 'failed') failed(new Error(said.why));
      else done({ ...said, bytes: data.subarray(4 + length) });
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      // One that never came is not at fault for what it was sent.
      const came = answered || /unreachable|RuntimeError|memory/i.test(event.message ?? '');
      end(new Error(came ? 'the reader stopped' : 'the reader did not come'));
    };
  };
  return {
    program: () => address().split('/').pop(),
    // Whether it knows what it was told before.
    isOn: () => worker !== undefined,
    ask: ({ ask, ...more }, bytes = new Uint8Array()) => new Promise((done, failed) => {
      if (!worker) start();
      // A word, or a word with what belongs to it.
      const said = Object.keys(more).length ? { [ask]: more } : ask;
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
};
const reader = program('crossread-desk');
// One for each core but the one that the page, or the reader, needs; each is started when there is something for it.
const beside = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));
const formats = Array.from({ length: beside }, () => program('crossread-formats'));
// What annotates beside the reader, where there is much.
const helpers = Array.from({ length: beside }, () => program('crossread-desk'));
