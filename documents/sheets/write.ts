/** Writes a table as CSV or Excel. No cell is a formula, whatever it begins with. */
import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/node';
import type { SheetFormat } from './read.js';

// a program of spreadsheets would run it, some after blanks, some as wide letters
const dangerous = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const neutral = (cell: string): string => (dangerous.test(cell) ? `'${cell}` : cell);
const byteOrderMark = '\ufeff';

/** UTF-8 with a mark for Excel, or .xlsx with every cell a text. */
export async function writeSheet(rows: string[][], format: SheetFormat): Promise<Buffer> {
  const cells = rows.map((row) => row.map(neutral));
  if (format === 'csv') return Buffer.from(byteOrderMark + Papa.unparse(cells, { newline: '\r\n' }), 'utf8');
  const [header = [], ...rest] = cells;
  const widths = header.map((_, i) => ({
    width: Math.min(40, 4 + 2 * Math.max(...cells.slice(0, 200).map((row) => (row[i] ?? '').length))),
  }));
  return writeXlsx(
    [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rest.map((row) => row.map((value) => ({ value, type: String }))),
    ],
    { columns: widths, stickyRowsCount: 1 },
  ).toBuffer();
}
