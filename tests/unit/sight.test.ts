/** Every statement about complaints asks who looks, or says here why it does not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = new URL('../..', import.meta.url).pathname;
const folders = ['activities', 'api', 'cli', 'courier', 'database', 'engine', 'proof', 'vault'];

/** How many statements of a file ask nobody, and why. */
const forNobody: Record<string, [count: number, why: string]> = {
  'activities/batch/telling.ts': [1, 'a batch works for the house'],
  'api/complaints/filing.ts': [1, 'whether a filing got through, to whoever filed it'],
  'cli/verify.ts': [1, 'the operator verifies everything'],
  'database/demo/seed.ts': [1, 'whether there is anything real, told in yes or no'],
  'database/attend-papers.ts': [1, 'the house composes papers'],
  'database/check.ts': [2, 'the operator checks the projection'],
  'database/matters/accounts.ts': [2, 'the house compares; who looks is asked before anything is shown'],
  'database/matters/regroup.ts': [1, 'the house groups matters'],
  'database/paper-facts.ts': [1, 'the house composes papers; readers have rows withheld'],
  'database/project.ts': [1, 'the projection itself'],
  'database/queries/calendars.ts': [1, 'a forecast over all open complaints, told in counts'],
  'database/queries/chronicle.ts': [1, 'entries whose complaint is gone'],
  'database/queries/complaints.ts': [1, 'its conditions ask, before all that is filtered by'],
  'database/queries/dead-addresses.ts': [
    2,
    'leaves out whoever it is hidden from; counts and numbers of what does not arrive',
  ],
  'database/queries/deliveries.ts': [1, 'delivery: who may be told was decided before'],
  'database/queries/inbox.ts': [1, 'a join; the condition beside it asks'],
  'database/queries/nodes.ts': [1, 'whether a node may be closed, told in counts'],
  'database/queries/outbox.ts': [1, 'the sorter reads for its readers'],
  'database/queries/paper-steps.ts': [1, 'leaves out whoever it is hidden from'],
  'database/queries/papers.ts': [1, 'whether a paper names anything that is guarded'],
  'database/queries/rulebook-versions.ts': [1, 'counts under a version, for whoever releases it'],
  'database/queries/selection.ts': [2, 'what a batch works on: all of it, whoever started it'],
  'database/queries/standing.ts': [1, 'a batch works for the house'],
  'database/queries/troubles.ts': [2, 'administrators see numbers of what is stuck, and nothing else'],
  'database/queries/undelivered.ts': [1, 'administrators see numbers of what is stuck, and nothing else'],
  'database/queries/people.ts': [2, 'what is handed over or mended; not what is hidden from whoever asks'],
  'database/queries/public-addresses.ts': [1, 'residents: what is guarded is left out for all of them'],
  'database/recount.ts': [3, 'the operator checks what is counted'],
  'database/write-offs.ts': [1, 'what a batch wrote off, to be taken back whole'],
  'proof/erase.ts': [1, 'the house erases by law'],
  'proof/complaint.ts': [1, 'asked for a complaint that was found before'],
};

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('migrations/'))
    .map((name) => `${folder}/${name}`),
);

const about = /\b(?:from|join)\s+(?:complaints|board_counts)\b/;
const asks = /\b(?:seen|unhidden|seenById|aboutSeen)\(/;

/** Template and quoted literals of a source, with what they are made of. */
const literals = (source: string): string[] => source.match(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g) ?? [];

/** Whether a literal asks, itself or by what it is put together of. */
function asksIn(literal: string, source: string, depth = 0): boolean {
  if (asks.test(literal)) return true;
  if (depth > 3) return false;
  const parts = [...literal.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  return parts.some((name) => {
    const at = source.search(new RegExp(`(?:const|let|function) ${name}\\b`));
    if (at < 0) return false;
    const end = source.indexOf('\n\n', at);
    return asksIn(source.slice(at, end < 0 ? undefined : end), source, depth + 1);
  });
}

test.each(files.filter((file) => about.test(readFileSync(join(root, file), 'utf8'))))('%s', (file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const silent = literals(source).filter((one) => about.test(one) && !asksIn(one, source));
  // more: somebody would find what is not there for them; fewer: this list is out of date
  expect(silent).toHaveLength(forNobody[file]?.[0] ?? 0);
});
