// What can be dropped on the desk: every format that the command reads.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { LEFT, across, listed, pdf, report, zipped } from './desk.mjs';
import { settled, withBrowser } from './harness.mjs';

const opened = withBrowser();
const open = (t, path, options = {}) => opened(t, path, { errors: LEFT, ...options });

test('a PDF, a table, a mail and an old character set are read in the page', async (t) => {
  const page = await open(t, 'desk/');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const plain = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(report('Plain', 'Lamp', '2024-03-03', 'The bridge at Tolne closed on 2 March 2024, the council said.')) };
  await page.locator('#files').setInputFiles([plain]);
  await listed(page, 1);
  assert.ok(!asked.some((url) => /crossread-formats-/.test(url)), 'a plain text takes no program for formats');
  await page.locator('#files').setInputFiles([
    { name: 'b.pdf', mimeType: 'application/pdf', buffer: pdf(['The bridge at Tolne closed on 2 March 2024, the council of the', 'valley said. Thirty lorries a day used it before that day.']) },
    { name: 'c.csv', mimeType: 'text/csv', buffer: Buffer.from('title,date,text\nBridge closed,2024-03-02,"The bridge at Tolne closed, the engineer said."\n') },
    { name: 'd.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: Mira Sand <m@tolne.example>\r\nTo: council@tolne.example\r\nSubject: The bridge\r\nDate: Sat, 2 Mar 2024 10:00:00 +0000\r\n\r\nThe bridge is closed from today on.\r\n') },
    { name: 'e.txt', mimeType: 'text/plain', buffer: Buffer.from('Die Br\xfccke \xfcber die Tolne wurde am 2. M\xe4rz geschlossen, sagte der B\xfcrgermeister.', 'latin1') },
  ]);
  await listed(page, 5);
  const list = await page.locator('#list tbody').innerText();
  for (const format of ['PDF', 'table', 'mail', 'windows-1252']) assert.match(list, new RegExp(format), list);
  assert.equal(await page.locator('#told li').count(), 0);
});

/** What each report tells, in other words by its number, so that none is taken for another. */
const said = (n) => `The bridge over arm ${n} of the Tolne closed on 2 March 2024, the council of parish ${n} said. Lorries go round by road ${n * 3 + 1} until May.`;
const page = (n) => `<!doctype html><html><head><title>Arm ${n} closed</title></head><body><article><h1>Arm ${n} closed</h1><p>${said(n)}</p></article></body></html>`;
/** More of it, where a few lines would be taken for a menu. */
const long = (n) => [said(n), `Engineers measured its ${n + 4} pillars after the flood of the winter and found that two of them had sunk into the bed of the river.`, 'The council will hear the builder before it decides whether the bridge is mended or built anew, its chair told those who had come to the meeting in the evening.', `A ferry takes people and carts across at the ${n + 10}th mile until the lorries can use the road by the river again.`];
const pages = (n) => `<!doctype html><html><head><title>Arm ${n} closed</title></head><body><article><h1>Arm ${n} closed</h1>${long(n).map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const word = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tar = (name, text) => {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.fill(' ', 148, 156);
  head.write('0', 156);
  head.write('ustar\0' + '00', 257);
  head.write(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  body.write(text);
  return Buffer.concat([head, body, Buffer.alloc(1024)]);
};
const ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
const letter = (n) => `From: Mira Sand <m@tolne.example>\r\nTo: c@tolne.example\r\nSubject: Arm ${n}\r\nDate: Sat, 2 Mar 2024 10:00:00 +0000\r\nMessage-ID: <${n}@tolne.example>\r\n\r\n${said(n)}\r\n`;
const answer = (n) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pages(n)}`;

/** A file of each format, with a report of its own. */
const FORMATS = {
  'text.txt': (n) => said(n),
  'mark.md': (n) => `# Arm ${n} closed\n\n${said(n)}\n`,
  'page.html': page,
  'page.mhtml': (n) => `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tolne.example/${n}\r\nSubject: Arm ${n}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://tolne.example/${n}\r\n\r\n${page(n)}\r\n--b--\r\n`,
  'print.pdf': (n) => pdf(said(n).split(/(?<=\. )/)),
  'word.docx': (n) => zipped([['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'], ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'], ['word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${word(said(n))}</w:body></w:document>`]]),
  'open.odt': (n) => zipped([['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml', `<?xml version="1.0"?><office:document-content ${ODF}><office:body><office:text><text:p>${said(n)}</text:p></office:text></office:body></office:document-content>`]]),
  'rich.rtf': (n) => `{\\rtf1\\ansi ${said(n)}\\par}`,
  'book.epub': (n) => zipped([['mimetype', 'application/epub+zip'], ['META-INF/container.xml', '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'], ['o.opf', '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Arms of the Tolne</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>'], ['c.xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Arm</title></head><body><h1>Arm ${n}</h1>${long(n).map((text) => `<p>${text}</p>`).join('')}</body></html>`]]),
  'letter.eml': letter,
  'box.mbox': (n) => `From m@tolne.example Sat Mar  2 10:00:00 2024\n${letter(n).replaceAll('\r', '')}\n`,
  'feed.rss': (n) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tolne News</title><item><title>Arm ${n}</title><pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${said(n)}</p>]]></content:encoded></item></channel></rss>`,
  'feed.atom': (n) => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tolne News</title><id>t</id><updated>2024-03-02T10:00:00Z</updated><entry><title>Arm ${n}</title><id>t${n}</id><updated>2024-03-02T10:00:00Z</updated><content type="html">&lt;p&gt;${said(n)}&lt;/p&gt;</content></entry></feed>`,
  'rows.csv': (n) => `title,date,text\nArm ${n},2024-03-02,"${said(n)}"\n`,
  'rows.tsv': (n) => `title\tdate\ttext\nArm ${n}\t2024-03-02\t${said(n)}\n`,
  'rows.ods': (n) => zipped([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'], ['META-INF/manifest.xml', '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'], ['content.xml', `<?xml version="1.0"?><office:document-content ${ODF}><office:body><office:spreadsheet><table:table table:name="A">${[['title', 'text'], [`Arm ${n}`, said(n)]].map((cells) => `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`]]),
  'list.json': (n) => JSON.stringify([{ title: `Arm ${n}`, date: '2024-03-02', text: said(n) }]),
  'lines.jsonl': (n) => `${JSON.stringify({ id: `line-${n}`, text: said(n) })}\n`,
  'item.ninjs.json': (n) => JSON.stringify({ uri: `tag:${n}`, type: 'text', headline: `Arm ${n}`, versioncreated: '2024-03-02T10:00:00Z', body_text: said(n) }),
  'item.nitf.xml': (n) => `<?xml version="1.0"?><nitf><head><title>Arm ${n}</title></head><body><body.head><hedline><hl1>Arm ${n}</hl1></hedline></body.head><body.content><p>${said(n)}</p></body.content></body></nitf>`,
  'item.g2.xml': (n) => `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="t${n}" version="1"><itemMeta><versionCreated>2024-03-02T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Arm ${n}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${said(n)}</p></body></html></inlineXML></contentSet></newsItem>`,
  'saved.warc': (n) => `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tolne.example/${n}\r\nWARC-Date: 2024-03-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:${n}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer(n))}\r\n\r\n${answer(n)}\r\n\r\n`,
  'packed.zip': (n) => zipped([['inner/report.txt', said(n)]]),
  'packed.tar': (n) => tar('report.txt', said(n)),
  'packed.txt.gz': (n) => gzipSync(said(n)),
};

test('a folder with every format is read in the page', async (t) => {
  const page = await open(t, 'desk/');
  const all = Object.entries(FORMATS);
  await page.locator('#files').setInputFiles(all.map(([name, make], n) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(make(n + 2)) })));
  await page.locator('#stage', { hasText: 'found. Look' }).waitFor();
  const list = await page.locator('#list tbody th').allInnerTexts();
  const told = await page.locator('#told li').allInnerTexts();
  for (const [name] of all) assert.ok(list.some((line) => line.startsWith(name.replace(/\.gz$/, ''))), `${name}\n${list.join('\n')}\n${told.join('\n')}`);
  assert.deepEqual(told, []);
  await listed(page, all.length);
  await across(page);
  // Each is there with its words.
  await page.locator('#find').fill('bridge over arm');
  await page.locator('#find').press('Enter');
  await page.locator('.hits li').first().waitFor();
  await page.locator('nav a', { hasText: 'Documents' }).click();
  await settled(page);
  assert.equal(await page.locator('main a[href*="/documents/"]').evaluateAll((links) => new Set(links.map((link) => link.hash)).size) >= all.length, true);
});
