/** Everybody who is handed what happened. Adding one is adding its file and one line here. */
import type { Library } from '../../documents/library.js';
import type { Reader } from '../told.js';
import { chronicle } from './chronicle.js';
import { matters } from './matters.js';
import { type NoticeMeans, noticeReader } from './notices.js';
import { paperReader } from './papers.js';

/** What readers are made of. */
export interface Means {
  library: Library;
  /** Without: no e-mail. */
  notices?: NoticeMeans;
}

/** The readers, in the order in which they are handed a page. */
export function createReaders({ notices = { mail: false, now: () => Date.now() } }: Means): Reader[] {
  return [matters, chronicle, noticeReader(notices), paperReader(notices.now)];
}
