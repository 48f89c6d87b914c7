/** Reads a table out of CSV or Excel: rows of texts, the first one is the header. */
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';

export type SheetFormat = 'csv' | 'xlsx';

/** Nothing that could be read as a table. */
export class UnreadableSheet extends Error {}

const unpackedAtMost = 60_000_000;

/** Cells as texts without blanks around them; rows that are wholly empty are left empty, so that numbers of rows hold. */
export async function readSheet(content: Buffer, format: SheetFormat): Promise<string[][]> {
  const rows = format === 'csv' ? readCsv(content) : await readExcel(content);
  return rows.map((row) => row.map((cell) => plain(cell.normalize('NFC').trim())));
}

// what was neutralised on its way out
const plain = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

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
    let size = 0;
    // asked before anything is unpacked
    unzipSync(content, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    if (size > unpackedAtMost) throw new UnreadableSheet('unpacks to too much');
    const [first] = await readXlsx(content);
    return (first?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  } catch (error) {
    throw new UnreadableSheet(error instanceof Error ? error.message : String(error));
  }
}
