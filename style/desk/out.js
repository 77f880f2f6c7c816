// What leaves the desk, each form with what it holds, named before it is saved.
const save = (name, bytes, type) => {
  const link = el('a', { href: URL.createObjectURL(new Blob([bytes], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
};

const joined = (files) => {
  const whole = new Uint8Array(files.reduce((sum, [, bytes]) => sum + bytes.length, 0));
  let at = 0;
  for (const [, bytes] of files) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return [whole, files.map(([name, bytes]) => [name, bytes.length])];
};

// The viewer's files, as the site of this page has them.
const shell = async (wanted) => {
  const names = JSON.parse(new TextDecoder().decode(await fetched('shell.json'))).filter(wanted);
  const files = [['index.html', await fetched('shell.html')]];
  for (const name of names) files.push([name, await fetched(`../${name}`)]);
  return joined(files);
};

const FORMS = [
  {
    name: 'One file',
    file: (corpus) => [`${corpus.name}.html`, 'text/html'],
    holds: (corpus) => `Everything in one HTML file, with its search and the full text of ${count(corpus.documents, 'report')}. It opens by a double click, without a network.`,
    make: async (corpus) => {
      await atHand(corpus);
      const [bytes, list] = await shell((name) => !/^(desk-|crossread-(desk|formats|offline)-)/.test(name));
      return reader.ask({ ask: 'single', shell: list }, bytes);
    },
  },
  {
    name: 'A site to put on a host',
    file: (corpus) => [`${corpus.name}-site.zip`, 'application/zip'],
    holds: (corpus) => `A ZIP with the whole site, its exports and a desk of its own, and the full text of ${count(corpus.documents, 'report')}. Any host of files takes what is in it. On GitHub: upload it to a repository, then Settings, Pages, “Deploy from a branch”, main, / (root).`,
    make: async (corpus) => {
      await atHand(corpus);
      const [bytes, list] = await shell(() => true);
      return reader.ask({ ask: 'site', shell: list }, bytes);
    },
  },
  {
    name: 'The corpus',
    file: (corpus) => [`${corpus.name}-corpus.zip`, 'application/zip'],
    holds: (corpus) => `A ZIP for the command: the full text of ${count(corpus.documents, 'report')} as JSON lines, corpus.toml, and ${count((corpus.decisions ?? []).length, 'decision')} of yours in review.toml. Unpacked, crossread build --corpus ${corpus.name} makes the same site of it; dropped here, it is this corpus again.`,
    make: async (corpus) => {
      await atHand(corpus);
      return reader.ask({ ask: 'corpus', folder: corpus.name, decisions: corpus.decisions ?? [] });
    },
  },
  {
    name: 'Your decisions',
    file: () => ['review.toml', 'application/toml'],
    holds: (corpus) => `${count((corpus.decisions ?? []).length, 'decision')} as review.toml, and no text but the words that they are about. Put beside the reports that this was read from, crossread build carries them out.`,
    make: async (corpus) => reader.ask({ ask: 'review', decisions: corpus.decisions ?? [] }),
  },
  {
    name: 'The exports',
    file: (corpus) => [`${corpus.name}-exports.zip`, 'application/zip'],
    holds: (corpus) => `A ZIP with ${count(corpus.claims, 'claim')}, their statements, quotations and days, as JSON and as tables, a feed and a calendar; and the full text of the reports in documents.json.`,
    make: async (corpus) => {
      await atHand(corpus);
      return reader.ask({ ask: 'exports' });
    },
  },
];

// Offers the forms; what others wrote is warned of once, above them.
const showForms = (corpus) => {
  const status = el('p', { class: 'desk-stage', role: 'status' });
  const forms = FORMS.map((form) => el('li', {}, el('h3', {}, form.name), el('p', {}, form.holds(corpus)), button(`Save ${form.name[0].toLowerCase()}${form.name.slice(1)}`, async () => {
    status.textContent = 'Making it …';
    try {
      const { bytes } = await form.make(corpus);
      const [name, type] = form.file(corpus);
      save(name, bytes, type);
      status.textContent = `Saved: ${name}, ${size(bytes.length)}.`;
    } catch (error) {
      status.textContent = `That did not work: ${error.message}.`;
    }
  })));
  panel(`Save “${corpus.title}”`,
    el('p', {}, 'These hold what others wrote. To keep it and to show it to somebody is one thing; to publish full texts of others takes their leave.'),
    el('ul', { class: 'desk-list' }, ...forms), status);
};
