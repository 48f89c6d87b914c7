/** Tells the world what happened: the loops that run beside the workflows' worker. */
import type { DataSource } from 'typeorm';
import { listenToChanges } from '../database/changes.js';
import type { Library } from '../documents/library.js';
import { deliver } from './delivery/deliver.js';
import type { Post } from './delivery/send.js';
import { startLoop } from './loop.js';
import { tellOfPapers } from './paper-notices.js';
import { createReaders } from './readers/index.js';
import { enclose } from './enclose.js';
import { sort } from './sorter.js';
import { sweep } from './sweeper.js';
import { drain, type Tell } from './teller.js';

export interface CourierOptions {
  /** Initialized. */
  dataSource: DataSource;
  library: Library;
  /** Hands signals to complaints' workflows. */
  tell: Tell;
  /** By what notices leave the house. */
  post: Post;
  /** Told of what failed and will be tried again. */
  onFault: (error: unknown) => void;
  /** Epoch milliseconds; this machine's clock unless told. */
  now?: () => number;
}

/** Runs until it is stopped; any number of processes may run one. */
export function startCourier(options: CourierOptions): { stop: () => Promise<void> } {
  const { dataSource, library, tell, onFault, now = Date.now } = options;
  const enclosed: Post['enclose'] = (paper, language) =>
    enclose(dataSource, paper, language).catch((error: unknown) => {
      // without its files the news still goes
      onFault(error);
      return [];
    });
  const post: Post = { enclose: enclosed, ...options.post };
  const notices = { mail: post.mailer !== undefined, now };
  const readers = createReaders({ library, notices });
  const delivery = startLoop({ work: () => deliver({ dataSource, post, now, onFault }), every: 2_000, onFault });
  const sortAndWake = async () => {
    const more = await sort(dataSource, readers, onFault);
    if (!more) delivery.wake();
    return more;
  };
  const loops = [
    startLoop({ work: sortAndWake, every: 5_000, onFault }),
    delivery,
    startLoop({ work: () => tellOfPapers(dataSource, notices), every: 3_000, onFault }),
    startLoop({ work: () => drain(dataSource, tell, onFault), every: 2_000, onFault }),
    startLoop({ work: () => sweep(dataSource, now()), every: 3_600_000, onFault }),
  ];
  const [sorter] = loops;
  const deaf = listenToChanges(dataSource, () => sorter?.wake());
  return {
    async stop() {
      await deaf();
      await Promise.all(loops.map((loop) => loop.stop()));
      post.mailer?.close();
    },
  };
}
