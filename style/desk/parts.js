// What the desk's scripts share: elements of the page, words for figures, and what lies on the desk.
const page = window.crossreadPage;
page.begun = true;
const root = document.documentElement;
const one = (selector) => document.querySelector(selector);

// An element with attributes, handlers and what is in it.
const el = (name, attributes = {}, ...inner) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...inner.filter((part) => part !== undefined && part !== false));
  return element;
};
const button = (text, click, more = {}) => el('button', { type: 'button', class: 'textbtn', click, ...more }, text);
const count = (number, what) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

// A panel over the page.
const panel = (title, ...inner) => {
  const heading = el('h2', { tabindex: '-1' }, title);
  const close = button('Close', () => dialog.close());
  const dialog = el('dialog', { class: 'desk-panel', 'aria-label': title, close: () => dialog.remove() }, el('div', { class: 'desk-head' }, heading, close), ...inner);
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return dialog;
};

const fetched = async (name) => {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} did not come`);
  return new Uint8Array(await answer.arrayBuffer());
};

// What lies on the desk now. Files have paths below the folder that they were dropped with.
const fresh = () => ({ name: '', title: '', files: new Map(), read: new Set(), failing: new Map(), corrections: {}, decisions: [], about: undefined, rows: [], told: [] });
let desk = fresh();
let busy = false;

const say = (text) => { one('#stage').textContent = text; };
const fail = (error, what) => say(error.message === 'cancelled' ? 'Cancelled. What was read is still listed.' : `${what}: ${error.message}.`);

const work = async (what, doing) => {
  if (busy) return;
  busy = true;
  one('#cancel').hidden = false;
  for (const part of document.querySelectorAll('#desk button.main, #in button')) part.disabled = true;
  try {
    await doing();
  } catch (error) {
    fail(error, what);
  }
  busy = false;
  one('#cancel').hidden = true;
  for (const part of document.querySelectorAll('#in button')) part.disabled = false;
  draw();
};
