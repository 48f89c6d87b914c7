/** Takes what happened out of the outbox, in order, and hands it to the readers. */
import type { DataSource } from 'typeorm';
import { failRow, isMyTurn, markTaken, waitingRows } from '../database/queries/outbox.js';
import type { Reader } from './told.js';

const pageSize = 200;

/**
 * Hands one page to all readers and marks it taken, in one transaction; answers whether more may be waiting. Any
 * number of processes may call it: one at a time sorts, so that everybody hears things in their order. An event that
 * a reader cannot take waits for longer and longer, and with it what came later of the same complaint; the rest
 * goes on.
 */
export async function sort(
  dataSource: DataSource,
  readers: readonly Reader[],
  onFault: (error: unknown) => void,
): Promise<boolean> {
  try {
    return (await page(dataSource, readers, pageSize)) === pageSize;
  } catch (error) {
    if (!(error instanceof ReaderFault)) throw error;
    // one by one finds the event that it is about
    return oneByOne(dataSource, readers, error.rows, onFault);
  }
}

async function oneByOne(
  dataSource: DataSource,
  readers: readonly Reader[],
  rows: number,
  onFault: (error: unknown) => void,
): Promise<boolean> {
  for (let done = 0; done < rows; done++) {
    try {
      if ((await page(dataSource, readers, 1)) === 0) break;
    } catch (error) {
      if (!(error instanceof ReaderFault)) throw error;
      onFault(error);
      await failRow(dataSource, error.outboxId, error.message);
    }
  }
  return true;
}

class ReaderFault extends Error {
  constructor(
    reader: string,
    /** The first of the page. */
    readonly outboxId: string,
    readonly rows: number,
    cause: unknown,
  ) {
    super(`${reader}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ReaderFault';
  }
}

async function page(dataSource: DataSource, readers: readonly Reader[], limit: number): Promise<number> {
  return await dataSource.transaction(async (tx) => {
    if (!(await isMyTurn(tx))) return 0;
    const { ids, told } = await waitingRows(tx, limit);
    const [first] = ids;
    if (first === undefined) return 0;
    for (const reader of told.length > 0 ? readers : []) {
      try {
        await reader.read(tx, told);
      } catch (error) {
        throw new ReaderFault(reader.name, first, ids.length, error);
      }
    }
    await markTaken(tx, ids);
    return ids.length;
  });
}
