// What journeys on the desk share: invented reports, and the steps that most of them take.
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { SITE, settled } from './harness.mjs';

/**
 * What a page may say on its console. One that is left while it fetches what it keeps for later breaks that off, which is told
 * there; that it does keep it, journeys hold. A file that is missing would be told by its status.
 */
export const LEFT = /net::ERR_FAILED/;

export const report = (title, outlet, day, text) => `+++\ntitle = "${title}"\noutlet = "${outlet}"\npublished = "${day}"\n+++\n\n${text}\n`;

/** Reports of one matter, invented, in several forms; and one that can't be read. */
export const FILES = [
  ['lamp.txt', report('Bridge at Tolne closed', 'Evening Lamp', '2024-03-03', 'The bridge at Tolne closed on 2 March 2024. Thirty lorries a day used it, the council said.\n\nMira Sand, the engineer, denied that the bridge had been inspected.')],
  ['post.md', report('Tolne bridge shut', 'Valley Post', '2024-03-02', 'The bridge at Tolne closed on 2 March 2024, the engineer Mira Sand said. "We will open it again in May," she said.\n\nForty lorries a day used it.')],
  ['river.html', '<!doctype html><html><head><title>Tolne bridge closed</title><meta property="og:site_name" content="River News"><meta property="article:published_time" content="2024-03-04T09:00:00Z"></head><body><nav>Home Sport</nav><article><h1>Tolne bridge closed</h1><p>The bridge at Tolne closed on 2 March 2024, the council of the valley told River News. It will be opened again by the end of May 2024.</p></article></body></html>'],
  ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
];
export const files = FILES.map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }));

/** Everything that the page asks for, and sends. */
export function watch(page) {
  const sent = [];
  page.on('request', (request) => {
    const own = request.url().startsWith(SITE) || /^(blob:|data:)/.test(request.url());
    if (!own || request.method() !== 'GET' || request.postData()) sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

export const rows = (page) => page.locator('#list tbody tr');

/** Waits until so many reports are listed, put together, to be set right. */
export async function listed(page, reports) {
  await page.waitForFunction((reports) => document.querySelectorAll('#list tbody td:nth-child(2) input').length === reports, reports);
}

export async function dropped(page) {
  await page.locator('#files').setInputFiles(files);
  await listed(page, 3);
}

export async function across(page) {
  await page.locator('#across:not([disabled])').click();
  await page.waitForURL(/desk\/#\/[a-z0-9-]+\//);
  await page.locator('.desk-bar').waitFor();
  await settled(page);
}

/** The files of a ZIP, by name. */
export function unzipped(bytes) {
  const files = new Map();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [how, packed, name, more] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + name + more;
    const held = bytes.subarray(begin, begin + packed);
    files.set(bytes.toString('utf8', at + 30, at + 30 + name), how === 8 ? inflateRawSync(held) : held);
    at = begin + packed;
  }
  return files;
}

/** The bytes of what a button saves. */
export async function downloaded(page, form) {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: form }).click();
  return readFile(await (await saving).path());
}

export const saved = async (page, form) => unzipped(await downloaded(page, form));

/** The page of the claim that a report's words are in. */
export async function claim(page) {
  await page.locator('nav a', { hasText: 'Claims' }).click();
  await page.locator('main .cl a, main tbody th a').first().click();
  await page.waitForURL(/\/claims\//);
  await settled(page);
  return page.locator('main h1').innerText();
}

/** A PDF of one page with these lines. */
export function pdf(lines) {
  const text = lines.map((line, at) => `BT /F1 11 Tf 72 ${720 - 16 * at} Td (${line}) Tj ET`).join('\n');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let whole = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = whole.length;
    whole += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = whole.length;
  whole += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(whole, 'latin1');
}

/** A ZIP of these files, as they are. */
export function zipped(entries) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, text] of entries) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(text)];
    const own = Buffer.alloc(26);
    own.writeUInt16LE(20, 0);
    own.writeUInt16LE(0x0800, 2);
    own.writeUInt16LE(0x0021, 8);
    own.writeUInt32LE(crc32(bytes), 10);
    own.writeUInt32LE(bytes.length, 14);
    own.writeUInt32LE(bytes.length, 18);
    own.writeUInt16LE(label.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), own, where, label);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), own, label, bytes);
    at += 30 + label.length + bytes.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
