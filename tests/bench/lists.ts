/** Lists of 10,000 against lists of 100, in turns: first page, filter, next page on the API; filtering and scrolling in the browser. */
import { fileURLToPath } from 'node:url';
import type { ListHouse } from './lists-house.js';
import { openLists } from './lists-house.js';
import { pagesOfLists } from './lists-pages.js';
import { type Arm, inPairs } from './pairs.js';
import { type Row, table, timeRow } from './table.js';

const few = 100;
const many = 10_000;
const aim = 1.5;

/** Each answers as many rows in the one house as in the other, but for those of a project and status (50, 10) and a company's board (20, 12). */
const asked: [what: string, user: string, path: string, next?: 'after' | 'before'][] = [
  ['complaints', 'hq', '/api/complaints?limit=50', 'after'],
  ['complaints of a project and status', 'hq', '/api/complaints?limit=50&project=cuihu&status=received'],
  ['complaints that are major', 'hq', '/api/complaints?limit=10&severity=major'],
  ['complaints by two characters', 'hq', `/api/complaints?limit=50&q=${encodeURIComponent('电梯')}`],
  ['tasks', 'supervisor', '/api/tasks'],
  ['inbox', 'hq', '/api/inbox', 'before'],
  ['inbox, unread', 'hq', '/api/inbox?unread=true&limit=10'],
  ['inbox, count', 'hq', '/api/inbox/unread'],
  ['board', 'hq', '/api/board'],
  ['board of a company', 'hq', '/api/board?node=huadong'],
  ['bulletins', 'hq', '/api/bulletins', 'after'],
  ['bulletins, issued', 'hq', '/api/bulletins?state=issued&kind=weekly'],
  ['people', 'admin', '/api/people?all=true', 'after'],
  ['people by name', 'admin', `/api/people?q=${encodeURIComponent('员工')}`],
  ['acts', 'auditor', '/api/acts', 'after'],
  ['acts of somebody', 'auditor', '/api/acts?user=company&act=exportSheet'],
];

export async function benchLists(pairs = 5, seconds = 0.3): Promise<Row[]> {
  const houses = await openLists(few, many);
  const rows: Row[] = [];
  try {
    const plan = { concurrency: 1, pairs, seconds };
    const turn = async (what: string, user: string, paths: [ofMany: string, ofFew: string]) => {
      const arms: Arm[] = [];
      for (const [i, house] of [houses.many, houses.few].entries()) {
        const client = await house.as(user);
        arms.push({ once: async () => void (await client.call('GET', paths[i] ?? '')) });
      }
      rows.push(
        timeRow(`${what}: ${many} against ${few}`, await inPairs(arms[0] as Arm, arms[1] as Arm, plan), 'p50', aim),
      );
      console.error(`  ${what}: ${rows.at(-1)?.ratio?.toFixed(2)}`);
    };
    for (const [what, user, path, next] of asked) {
      await turn(what, user, [path, path]);
      if (!next) continue;
      // of the hundred there is one more page only where a page is short
      const on = await Promise.all([houses.many, houses.few].map((house) => nextOf(house, user, path, next)));
      await turn(`${what}, next page`, user, on as [string, string]);
    }
    rows.push(...(await pagesOfLists(houses, { few, many, aim })));
  } finally {
    await houses.close();
  }
  return rows;
}

async function nextOf(house: ListHouse, user: string, path: string, name: string): Promise<string> {
  const { next } = JSON.parse(await (await house.as(user)).call('GET', path)) as { next: string | null };
  if (!next) throw new Error(`${path} has no next page`);
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(next)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await benchLists()));
