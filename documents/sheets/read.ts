/** Reads a table out of CSV or Excel: rows of texts, the first one is the header. */
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { soundWorkbook, UnreadableSheet } from './unpack.js';

export { UnreadableSheet };

export type SheetFormat = 'csv' | 'xlsx';

/** Cells as texts without blanks around them; rows that are wholly empty are left empty, so that numbers of rows hold. */
export async function readSheet(content: Buffer, format: SheetFormat): Promise<string[][]> {
  const rows = format === 'csv' ? readCsv(content) : await readExcel(content);
  return rows.map((row) => row.map((cell) => plain(cell.normalize('NFC').trim())));
}

// what was neutralised on its way out
const plain = (cell: string): string => (/^'\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

function readCsv(content: Buffer): string[][] {
  return Papa.parse<string[]>(textOf(content), { delimitersToGuess: [',', ';', '\t'] }).data;
}

/** UTF-8, else what Excel in Chinese saves without asking. */
function textOf(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

async function readExcel(content: Buffer): Promise<string[][]> {
  try {
    const [first] = await readXlsx(soundWorkbook(content));
    return (first?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  } catch (error) {
    throw new UnreadableSheet(error instanceof Error ? error.message : String(error));
  }
}
