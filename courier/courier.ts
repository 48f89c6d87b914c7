/** Tells the world what happened: the loops that run beside the workflows' worker. */
import type { DataSource } from 'typeorm';
import { listenToChanges } from '../database/changes.js';
import type { Library } from '../documents/library.js';
import { startLoop } from './loop.js';
import { createReaders } from './readers/index.js';
import { sort } from './sorter.js';
import { sweep } from './sweeper.js';
import { drain, type Tell } from './teller.js';

export interface CourierOptions {
  /** Initialized. */
  dataSource: DataSource;
  library: Library;
  /** Hands signals to complaints' workflows. */
  tell: Tell;
  /** Told of what failed and will be tried again. */
  onFault: (error: unknown) => void;
}

/** Runs until it is stopped; any number of processes may run one. */
export function startCourier({ dataSource, library, tell, onFault }: CourierOptions): { stop: () => Promise<void> } {
  const readers = createReaders({ library });
  const loops = [
    startLoop({ work: () => sort(dataSource, readers, onFault), every: 5_000, onFault }),
    startLoop({ work: () => drain(dataSource, tell, onFault), every: 2_000, onFault }),
    startLoop({ work: () => sweep(dataSource, Date.now()), every: 3_600_000, onFault }),
  ];
  const [sorter] = loops;
  const deaf = listenToChanges(dataSource, () => sorter?.wake());
  return {
    async stop() {
      await deaf();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
