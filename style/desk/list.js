// The list of what was found: a line a report, to be read, set right and taken out.
const MOST = 100;
// How many are shown by now.
let most = MOST;

const field = (row, key, label) => {
  const given = (desk.corrections[row.id] ?? {})[key];
  const input = el('input', { 'aria-label': `${label} of ${row.place}`, value: given || row[key], placeholder: 'unknown', title: row[`${key}_by`] });
  input.value = given || row[key];
  input.addEventListener('change', async () => {
    const before = desk.corrections[row.id];
    desk.corrections[row.id] = { title: '', outlet: '', published: '', ...before, [key]: input.value.trim() };
    input.setAttribute('aria-invalid', 'false');
    try {
      await settle();
      say(`${label} of ${row.place}: set by you.`);
    } catch (error) {
      if (before) desk.corrections[row.id] = before;
      else delete desk.corrections[row.id];
      input.setAttribute('aria-invalid', 'true');
      say(`${label} of ${row.place}: ${error.message}.`);
    }
  });
  return el('td', { 'data-label': label }, input);
};

const takeOut = async (row) => {
  const file = row.place.split(', ')[0].split('!')[0];
  desk.files.delete(file);
  desk.read.delete(file);
  await work('It could not be taken out', async () => {
    await reader.ask({ ask: 'take_out', name: file });
    await settle();
    say(`${file} was taken out.`);
  });
};

const head = (row) => el('th', { scope: 'row' }, row.place, el('span', { class: 'quiet' }, ` ${row.format}, ${count(row.words, 'word')}`, row.notes.length > 0 && `; ${row.notes.join('; ')}`));

// The words of a report, while others are still being read.
const showText = async (row) => {
  const body = el('div', { class: 'desk-text' }, el('p', { class: 'quiet', role: 'status' }, 'Waiting for the program that reads …'));
  const heading = row.title || row.place;
  panel(heading, body);
  try {
    const { text } = await reader.ask({ ask: 'text', id: row.id, place: row.place });
    body.replaceChildren(el('p', { class: 'quiet' }, [row.outlet, row.published, row.place].filter(Boolean).join(', ')), ...text.split(/\n+/).filter((line) => line.trim()).map((line) => el('p', {}, line)));
  } catch (error) {
    body.replaceChildren(el('p', { role: 'status' }, `It can’t be shown: ${error.message}.`));
  }
};

const reading = (row) => button('Read', () => showText(row), { 'aria-label': `Read ${row.place}` });

// What was read so far: it can be looked at while the rest is being read, and set right when all is put together.
const drawEarly = (rows) => {
  const body = one('#list tbody');
  one('#list').hidden = false;
  for (const row of rows.slice(0, Math.max(0, most - body.children.length))) {
    body.append(el('tr', {}, head(row), el('td', {}, row.title), el('td', {}, row.outlet), el('td', {}, row.published), el('td', {}, reading(row))));
  }
};

// The rows that are not shown yet, up to as many as are to be.
const drawMore = () => {
  const body = one('#list tbody');
  body.append(...desk.rows.slice(body.children.length, most).map((row) => el('tr', {},
    head(row), field(row, 'title', 'Title'), field(row, 'outlet', 'Outlet'), field(row, 'published', 'Day'),
    el('td', {}, reading(row), ' ', button('Take out', () => takeOut(row), { 'aria-label': `Take out ${row.place}` })))));
  const left = desk.rows.length - body.children.length;
  one('#rest').replaceChildren(...left > 0 ? [`and ${count(left, 'more report')} `, button(`Show ${Math.min(left, MOST)} more`, () => {
    const first = body.children.length;
    most += MOST;
    drawMore();
    body.children[first]?.querySelector('input').focus();
  })] : []);
};

const draw = () => {
  const list = one('#list');
  list.hidden = desk.files.size === 0;
  // What is being typed stays.
  if (document.activeElement !== one('#title')) one('#title').value = desk.title;
  one('#list tbody').replaceChildren();
  drawMore();
  one('#told').replaceChildren(...desk.told.map(({ file, what, remedy }) => el('li', {}, el('b', {}, file), ` ${what}; ${remedy}`)));
  one('#told-h').hidden = desk.told.length === 0;
  one('#across').disabled = desk.rows.length === 0;
};
