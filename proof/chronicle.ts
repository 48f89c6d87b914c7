/** Whether the chronicle hangs together and stood at each checkpoint as was signed. */
import type { DataSource } from 'typeorm';
import { chainOf, chronicleAfter, endOfChronicle, vanished } from '../database/queries/chronicle.js';
import { type Checkpoint, digestOfCheckpoint, isGenuine } from './checkpoint.js';
import type { Finding } from './finding.js';

const page = 5_000;

/** Walks the whole chronicle. `told`: how far, now and then. */
export async function verifyChronicle(
  dataSource: DataSource,
  checkpoints: readonly Checkpoint[],
  publicKey: string | undefined,
  told: (done: number, all: number) => void = () => undefined,
): Promise<Finding[]> {
  const findings = checkpointFindings(checkpoints, publicKey);
  const marks = new Map(checkpoints.map(({ position, chain }) => [position, chain]));
  const { position: all } = await endOfChronicle(dataSource);
  let position = 0;
  let chain = '';
  for (;;) {
    const rows = await chronicleAfter(dataSource, position, page);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.position !== position + 1 || chainOf(chain, row) !== row.chain)
        findings.push({ what: 'chronicle-broken', position: row.position });
      ({ position, chain } = row);
      const mark = marks.get(position);
      if (mark !== undefined && mark !== chain) findings.push({ what: 'checkpoint-differs', position });
    }
    told(position, all);
  }
  const last = Math.max(0, ...marks.keys());
  if (last > position) findings.push({ what: 'chronicle-shorter', position: last });
  for (const complaint of await vanished(dataSource)) findings.push({ what: 'no-row', complaint });
  return findings;
}

function checkpointFindings(checkpoints: readonly Checkpoint[], publicKey: string | undefined): Finding[] {
  let before = '';
  return checkpoints.flatMap((checkpoint): Finding[] => {
    const { position } = checkpoint;
    const follows = checkpoint.before === before;
    before = digestOfCheckpoint(checkpoint);
    if (publicKey !== undefined && !isGenuine(checkpoint, publicKey)) return [{ what: 'checkpoint-forged', position }];
    return follows ? [] : [{ what: 'checkpoint-missing', position }];
  });
}
