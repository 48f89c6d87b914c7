/** Somebody who listens: who they are is asked again while they do, since sessions end and rights change. */
import type { Viewer } from '../../database/queries/access.js';
import type { News } from './stream.js';

const trusted = 1_000; // ms

export class Listener {
  private asked = Date.now();

  constructor(
    private viewer: Viewer | undefined,
    private readonly again: () => Promise<Viewer | undefined>,
  ) {}

  /** The viewer as of a second ago at most; undefined once they are let in no more. */
  async now(): Promise<Viewer | undefined> {
    if (this.viewer && Date.now() - this.asked > trusted) {
      const asked = Date.now();
      this.viewer = await this.again();
      this.asked = asked;
    }
    return this.viewer;
  }

  /** Whether news may be for them, as they were last known. */
  reaches(news: News): boolean {
    if (!this.viewer) return false;
    const { user, projects } = this.viewer;
    // asked for each time
    if ('paper' in news) return true;
    return 'inboxOf' in news ? news.inboxOf === user : projects === null || projects.includes(news.change.project);
  }
}
