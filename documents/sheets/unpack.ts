/** Takes a workbook apart before anybody reads it: what unpacks to too much, or has a cell too far out, is no table. */
import { strFromU8, unzipSync, zipSync } from 'fflate';

/** Nothing that could be read as a table. */
export class UnreadableSheet extends Error {}

const unpackedAtMost = 20_000_000; // bytes
const cellsAtMost = 400_000;
const rowsAtMost = 50_000;
const farthestColumn = 'CV'; // the hundredth

/** The same workbook with nothing in it but what was looked at, packed anew. */
export function soundWorkbook(content: Buffer): Buffer {
  let size = 0;
  // as many bytes are made as an entry claims, and no more
  const entries = unzipSync(content, {
    filter: ({ name, originalSize }) => {
      if (!/\.xml(\.rels)?$/.test(name)) return false;
      size += originalSize;
      if (size > unpackedAtMost) throw new UnreadableSheet('unpacks to too much');
      return true;
    },
  });
  for (const [name, bytes] of Object.entries(entries)) if (/worksheets\//i.test(name)) look(strFromU8(bytes));
  return Buffer.from(zipSync(entries, { level: 0 }));
}

/** A reader makes room for all that lies between the first cell and the last. */
function look(xml: string): void {
  let cells = 0;
  for (const _ of xml.matchAll(/<(?:\w+:)?c[\s/>]/g))
    if (++cells > cellsAtMost) throw new UnreadableSheet('has too many cells');
  for (const [, at = ''] of xml.matchAll(/\s(?!xmlns:)(?:\w+:)?r\s*=\s*["']([^"']*)["']/g)) {
    const [, column = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(at) ?? [];
    const isNear = column.length < 2 || (column.length === 2 && column <= farthestColumn);
    if (row === '' || Number(row) > rowsAtMost || !isNear) throw new UnreadableSheet('has a cell too far out');
  }
}
