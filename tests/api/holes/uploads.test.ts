/** Files that are two things at once, or far more than they seem; plain kinds of hostile files are in `files.test.ts`. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { openHouse, type TestHouse } from '../house.js';

let house: TestHouse;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  id = await house.file();
});
afterAll(() => house.close());

const script = '<script>alert(document.cookie)</script>';
const bring = async (bytes: Uint8Array | string, name: string) =>
  (await house.as('reception')).send(`/api/complaints/${id}/files?name=${encodeURIComponent(name)}`, bytes);
const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#0f6b66' } });

describe('two things at once', () => {
  test.each([
    [
      'a JPEG with a page behind it',
      async () => Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(`<html>${script}`)]),
    ],
    [
      'a PNG with an archive behind it',
      async () => Buffer.concat([await picture().png().toBuffer(), zipSync({ 'x.html': strToU8(script) })]),
    ],
    [
      'a WebP that says a script of itself',
      async () =>
        picture()
          .withExif({ IFD0: { ImageDescription: script } })
          .webp()
          .toBuffer(),
    ],
  ])('%s is kept as a picture alone', async (_, make) => {
    const { status, body } = await bring(await make(), 'a.html');
    expect(status).toBe(201);
    expect(body.name).not.toMatch(/html/);
    const kept = await (await house.as('reception')).bytes(`/api/complaints/${id}/files/${body.sha256}`);
    const content = Buffer.from(kept).toString('latin1');
    expect(content).not.toContain('script');
    expect(content).not.toContain('PK\u0003\u0004');
  });

  test('a PDF with a page in it is handed out to be saved, never to be shown', async () => {
    const { status, body } = await bring(`%PDF-1.7\n<html>${script}</html>\n%%EOF`, '报告.html');
    expect([status, body.mediaType]).toEqual([201, 'application/pdf']);
    expect(body.name).toMatch(/\.pdf$/);
    const { headers } = await (await house.as('reception')).get(`/api/complaints/${id}/files/${body.sha256}`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test.each([
    ['a GIF that is a script', 'GIF89a=1;alert(1)//'],
    ['a drawing without a heading', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page after a mark', `\ufeff<html>${script}</html>`],
    ['a page in wide letters', Buffer.from(`\ufeff<html>${script}</html>`, 'utf16le')],
  ])('%s is refused', async (_, bytes) => {
    expect((await bring(bytes, 'a.jpg')).status).toBe(415);
  });
});

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
const book = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
const cells = (inner: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData></worksheet>`;
const sheet = (xml: string | Uint8Array) =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    'xl/workbook.xml': strToU8(book),
    'xl/_rels/workbook.xml.rels': strToU8(relations),
    'xl/worksheets/sheet1.xml': typeof xml === 'string' ? strToU8(xml) : xml,
  });
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The size that each entry claims, in both of its headings. */
function claiming(zip: Uint8Array, size: number): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 4; at++) {
    const sign = bytes.readUInt32LE(at);
    if (sign === 0x04034b50) bytes.writeUInt32LE(size, at + 22);
    if (sign === 0x02014b50) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

describe('a table that is far more than it seems', () => {
  const take = async (bytes: Uint8Array | string, type = sheetType) =>
    (await house.as('admin')).post('/api/organisation/sheets/nodes/preview', bytes, { 'content-type': type });
  const much = () => new Uint8Array(80_000_000).fill(0x20);

  test('is refused before it is unpacked', async () => {
    expect((await take(sheet(much()))).status).toBe(400);
  });

  test('is refused although it claims to be small', async () => {
    const { status } = await take(claiming(sheet(much()), 1_000));
    expect(status).toBe(400);
  });

  test('with names that stand for each other is not written out', async () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "回音回音回音">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>${cells(`<row r="1">${inline('A1', '&e9;')}${inline('B1', '&f;')}</row>`).slice(21)}`;
    const { status, body } = await take(sheet(bomb));
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toMatch(/root:|回音回音/);
    expect(JSON.stringify(body).length).toBeLessThan(10_000);
  });

  test('as it should be is read', async () => {
    const own = cells(
      `<row r="1">${['编号', '上级编号', '层级', '名称', '规程'].map((name, i) => inline(`${'ABCDE'[i]}1`, name)).join('')}</row>`,
    );
    expect((await take(sheet(own))).status).toBe(200);
  });

  test('with a cell at the far end is refused, not drawn', async () => {
    const far = cells(`<row r="1">${inline('A1', '编号')}</row><row r="1048576">${inline('XFD1048576', 'x')}</row>`);
    expect((await take(sheet(far))).status).toBe(400);
  });

  test('of nothing but commas is told to be wrong', async () => {
    expect((await take(`${','.repeat(2_000_000)}\n`, 'text/csv')).status).toBeLessThan(500);
  });

  test('leaves the house as it was', async () => {
    expect((await (await house.as('admin')).get('/api/organisation/nodes')).status).toBe(200);
    expect(house.faults).toEqual([]);
  });
});

describe('a document whose names stand for each other', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)].join('\n'); // prettier-ignore

  test.each([
    ['admin', '/api/rulebooks/check', { text: bomb }],
    ['hq', '/api/storylines', { name: 'x', yaml: bomb }],
    ['hq', '/api/rehearsals', { yaml: bomb }],
    ['hq', '/api/rehearsals', { yaml: 'storyline: !!js/function "function(){}"\nrulebook: !include /etc/passwd' }],
  ])('%s %s tells what is wrong', async (user, path, body) => {
    const answer = await (await house.as(user)).post(path, body);
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).not.toContain('root:');
    expect(JSON.stringify(answer.body).length).toBeLessThan(20_000);
    expect(house.faults).toEqual([]);
  });
});
