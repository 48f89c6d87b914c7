/** Files of complaints: what they are by their content, kept for nobody's eyes, handed out to be saved. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { openHouse, type TestHouse } from './house.js';

let house: TestHouse;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  id = await house.file();
});
afterAll(() => house.close());

async function bring(user: string, bytes: Uint8Array | string, name = '照片.jpg', complaint = id) {
  const caller = await house.as(user);
  return caller.send(`/api/complaints/${complaint}/files?name=${encodeURIComponent(name)}`, bytes);
}

const photo = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f6b66' } })
    .withExif({ IFD0: { Copyright: 'front door of Ms Zhou' } })
    .jpeg()
    .toBuffer();

test('a photo is made anew, attached, and saved by who sees the complaint, whatever it was called', async () => {
  const bytes = await photo();
  expect(bytes.includes(Buffer.from('front door of Ms Zhou'))).toBe(true);
  const brought = await bring('reception', bytes, '../..\\门口"\r\n照片.exe');
  expect(brought).toMatchObject({
    status: 201,
    body: { mediaType: 'image/jpeg', name: expect.stringMatching(/\.jpg$/) },
  });
  expect(brought.body.name).not.toMatch(/[\\/"\r\n]/);
  const { sha256 } = brought.body as { sha256: string };
  const path = `/api/complaints/${id}/files/${sha256}`;
  expect((await (await house.as('supervisor')).get(path)).status).toBe(404);
  expect((await (await house.as('reception')).post(`/api/complaints/${id}/attach`, brought.body)).status).toBe(200);
  const saved = await (await house.as('supervisor')).get(path);
  expect(saved.status).toBe(200);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''/);
  expect(saved.headers.get('content-type')).toBe('application/octet-stream');
  expect(saved.headers.get('content-security-policy')).toContain('sandbox');
  const content = Buffer.from(await (await house.as('supervisor')).bytes(path));
  expect(content.includes(Buffer.from('front door of Ms Zhou'))).toBe(false);
  expect(await sharp(content).metadata()).toMatchObject({ width: 40, height: 30, format: 'jpeg' });
  expect((await (await house.as('admin')).get(path)).status).toBe(403);
  expect((await house.nobody.get(path)).status).toBe(401);
});

test('what is kept can be read by nobody without the key of its complaint', async () => {
  const text = '业主提供的情况说明：电梯停运十四天。';
  const { body } = await bring('handler', text, '说明.txt');
  const [row] = await house.dataSource.query<{ content: Buffer }[]>('select content from files where sha256 = $1', [
    body.sha256,
  ]);
  expect(row?.content.includes(Buffer.from(text))).toBe(false);
  const path = `/api/complaints/${id}/files/${body.sha256 as string}`;
  expect(Buffer.from(await (await house.as('handler')).bytes(path)).toString()).toBe(text);
});

const hostile: [string, string | Uint8Array, string][] = [
  ['a page', '<!doctype html><script>alert(1)</script>', '报告.pdf'],
  ['a drawing with a script in it', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg'],
  ['a page after blanks', '\n\n  <html></html>', 'a.txt'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'a.jpg'],
  ['an archive', readFileSync(new URL('bomb.zip', import.meta.url)), 'a.docx'],
  ['a torn image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.png'],
  ['bytes', Buffer.from([0, 1, 2, 255, 254, 0]), 'a.txt'],
  ['nothing', '', 'a.txt'],
];
test.each(hostile)('%s is refused', async (_, bytes, name) => {
  expect(await bring('reception', bytes, name)).toMatchObject({ status: 415, body: { code: 'unsupported-file' } });
});

test('a picture that claims to be enormous is refused, and a body that is', async () => {
  const wide = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: 'white' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(wide.length).toBeLessThan(1_000_000);
  expect((await bring('reception', wide, 'a.png')).status).toBe(415);
  expect((await bring('reception', Buffer.alloc(21 * 1_048_576), 'a.txt')).status).toBe(413);
});

test('only who may attach brings files, and only to what they see', async () => {
  expect((await bring('auditor', 'text', 'a.txt')).status).toBe(403);
  expect((await bring('reception', 'text', 'a.txt', '00000000-0000-8000-a000-000000000000')).status).toBe(404);
  expect((await bring('reception', 'text', ' ')).status).toBe(400);
});

test('the same file twice is one', async () => {
  const [first, second] = [
    await bring('reception', '同一份材料', 'a.txt'),
    await bring('reception', '同一份材料', 'b.txt'),
  ];
  expect(second.body.sha256).toBe(first.body.sha256);
  const rows = await house.dataSource.query('select 1 from files where sha256 = $1', [first.body.sha256]);
  expect(rows).toHaveLength(1);
});
