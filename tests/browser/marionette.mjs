// Firefox by its own remote protocol, Marionette: JSON over a socket, each message with its length before it. The journeys'
// driver asks this Firefox for what it does not know, and a driver of its own would be one thing more to install.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where a Firefox is: named by FIREFOX, or on the path; `undefined` where there is none. */
export const FIREFOX = (() => {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
})();

/** How an element is named in the protocol. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** How long a wait may last, in milliseconds: what a busy machine needs. */
const PATIENCE = 40_000;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A port that nobody listens on. */
const free = () => new Promise((done, failed) => {
  const server = createServer();
  server.on('error', failed);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** The connection: `ask(command, parameters)` gives what the browser replies. */
async function dial(port, isGone) {
  const socket = await (async () => {
    for (const end = Date.now() + PATIENCE; Date.now() < end && !isGone(); await sleep(200)) {
      const found = await new Promise((done) => {
        const socket = connect(port, '127.0.0.1', () => done(socket));
        socket.on('error', () => done(undefined));
      });
      if (found) return found;
    }
    throw new Error('Firefox does not answer');
  })();
  const waiting = new Map();
  let held = Buffer.alloc(0);
  let greeted;
  const greeting = new Promise((done) => { greeted = done; });
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes]);
    for (let colon = held.indexOf(':'); colon > 0; colon = held.indexOf(':')) {
      const end = colon + 1 + +held.subarray(0, colon).toString();
      if (held.length < end) return;
      const message = JSON.parse(held.subarray(colon + 1, end).toString());
      held = held.subarray(end);
      if (!Array.isArray(message)) {
        greeted();
        continue;
      }
      const [, id, error, result] = message;
      const { done, failed } = waiting.get(id);
      waiting.delete(id);
      if (error) failed(new Error(`${error.error}: ${error.message}`));
      else done(result);
    }
  });
  socket.on('close', () => waiting.forEach(({ failed }) => failed(new Error('Firefox is gone'))));
  await greeting;
  let id = 0;
  const ask = (command, parameters = {}) => new Promise((done, failed) => {
    id += 1;
    waiting.set(id, { done, failed });
    const message = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(message)}:${message}`);
  });
  return { ask, hangUp: () => socket.destroy() };
}

/** Starts Firefox with an empty profile; what it saves lies in `downloads`. */
export async function firefox() {
  const profile = await mkdtemp(join(tmpdir(), 'crossread-firefox-'));
  const downloads = await mkdtemp(join(tmpdir(), 'crossread-saved-'));
  const port = await free();
  const settings = {
    'marionette.port': port,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'app.update.auto': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'ui.prefersReducedMotion': 1,
  };
  const lines = Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  let gone = false;
  const child = spawn(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', profile], { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  child.on('exit', () => { gone = true; });
  const { ask, hangUp } = await dial(port, () => gone);
  await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: false, unhandledPromptBehavior: 'accept' } } });
  await ask('WebDriver:SetTimeouts', { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });

  const run = async (script, ...args) => (await ask('WebDriver:ExecuteScript', { script, args })).value;
  const until = async (what, script, ...args) => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
      // A page that is being left has nothing to ask.
      const found = await run(script, ...args).catch(() => undefined);
      if (found) return found;
    }
    throw new Error(`waited in vain for ${what}: ${await run('return location.href + " " + document.body.innerText.slice(0, 600)')}`);
  };
  const find = async (css) => (await ask('WebDriver:FindElement', { using: 'css selector', value: css })).value[ELEMENT];
  const size = (width, height) => ask('WebDriver:SetWindowRect', { width, height });
  return {
    run,
    until,
    size,
    open: (url) => ask('WebDriver:Navigate', { url }),
    reload: () => ask('WebDriver:Refresh'),
    /** Waits until the viewer has taken the page over and has fetched what it shows. */
    settled: () => until('the viewer', 'return document.documentElement.dataset.viewer === "ready" && !!document.querySelector("#main:not([aria-busy=true])")'),
    /** Presses the element that a selector finds, or the one of these whose words begin so. */
    press: async (css, words = '') => {
      await until(`${css} ${words}`, 'const found = [...document.querySelectorAll(arguments[0])].find((one) => one.innerText.trim().startsWith(arguments[1]) && !one.disabled && one.checkVisibility()); document.querySelector("[data-pressed]")?.removeAttribute("data-pressed"); found?.setAttribute("data-pressed", ""); return !!found', css, words);
      await ask('WebDriver:ElementClick', { id: await find('[data-pressed]') });
    },
    type: async (css, text) => {
      const id = await find(css);
      await ask('WebDriver:ElementClear', { id }).catch(() => {});
      await ask('WebDriver:ElementSendKeys', { id, text });
    },
    /** Gives files to an input. */
    choose: async (css, paths) => ask('WebDriver:ElementSendKeys', { id: await find(css), text: paths.join('\n') }),
    /** The bytes and the path of the next file that is saved. */
    saved: async () => {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(200)) {
        const names = await readdir(downloads);
        const whole = names.length > 0 && names.every((name) => !name.endsWith('.part'));
        const bytes = whole ? await readFile(join(downloads, names[0])) : Buffer.alloc(0);
        if (bytes.length > 0) return { path: join(downloads, names[0]), bytes };
      }
      throw new Error('nothing was saved');
    },
    close: async () => {
      await ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      hangUp();
      for (let wait = 0; wait < 50 && !gone; wait += 1) await sleep(100);
      if (!gone) child.kill('SIGKILL');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
