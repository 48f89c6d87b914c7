/** How long a paper takes to be set: a bulletin of two pages, and a report of more than fifty. */
import { fileURLToPath } from 'node:url';
import { press } from '../../renderings/press.js';
import { rowsPaper } from '../support/papers/hard.js';
import { weeklyPaper } from '../support/papers/weekly.js';
import { type Row, spread, table } from './table.js';

const papers = { 'a weekly bulletin, 2 pages': weeklyPaper, 'a monthly report of 320 rows, 54 pages': rowsPaper(320) };

/** The median and the slowest of several settings, in the thread of the press as the API uses it. */
export async function benchPapers(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, paper] of Object.entries(papers)) {
    for (const form of ['pdf', 'docx'] as const) {
      const times: number[] = [];
      for (let run = 0; run < 8; run++) {
        const begun = performance.now();
        await press(paper, form, 'zh');
        times.push(performance.now() - begun);
      }
      rows.push({ what: `${name}, as .${form}`, ours: spread(times.slice(2), ' ms') });
    }
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await benchPapers()));
