/** What people read, with many complaints in the tables, against the same statements behind a bare server. */
import { type Arm, inPairs, measure, type Plan } from './pairs.js';
import type { Scene } from './scene.js';
import { rateRow, type Row, spread, timeRow } from './table.js';

type Pace = Omit<Plan, 'concurrency'>;

export async function benchReading({ as, bare, dataSource }: Scene, pace: Pace): Promise<Row[]> {
  const found = await dataSource.query<{ id: string }[]>(`select id from complaints order by md5(id) limit 2000`);
  const some = (i: number) => found[i % found.length]?.id ?? '';
  const get = (path: (i: number) => string): Arm => ({ once: async (i) => void (await as('hq').call('GET', path(i))) });
  const plain = (path: (i: number) => string): Arm => ({ once: async (i) => void (await bare.call('GET', path(i))) });
  const rows: Row[] = [];
  for (const [what, ours, theirs] of [
    ['a complaint', get((i) => `/api/complaints/${some(i)}`), plain((i) => `/one/${some(i)}`)],
    ['a list of 50', get(() => '/api/complaints?limit=50'), plain(() => '/list')],
  ] as const) {
    for (const concurrency of [1, 8]) {
      const pairs = await inPairs(ours, theirs, { ...pace, concurrency });
      rows.push(rateRow(`${what}, ${concurrency} at once`, pairs, 0.85));
      rows.push(timeRow(`${what}, ${concurrency} at once`, pairs, 'p99'));
    }
  }
  for (const [what, word] of [
    ['in a hundredth of all', '漏水'],
    ['in all', '电梯'],
    ['in none', '鹦鹉'],
  ] as const) {
    const search = get(() => `/api/complaints?limit=50&q=${encodeURIComponent(word)}`);
    const times: number[] = [];
    for (let i = 0; i < pace.pairs; i++) times.push((await measure(search, 1, pace.seconds / 2)).p50);
    rows.push({ what: `two characters that are ${what}, 1 at once, p50`, ours: spread(times, ' ms') });
  }
  return rows;
}
