import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { finalize, type Observable, Subject } from 'rxjs';
import { type Change, changesChannel, changesIn, listenTo } from '../../database/changes.js';
import { papersChannel } from '../../database/paper-changes.js';
import { inboxChannel } from '../../database/queries/notices.js';
import { ApiOptions } from '../options.js';

/** What changed: a complaint, a paper that somebody took a step with, or the inbox of a user. */
export type News = { change: Change } | { paper: string } | { inboxOf: string };

/** What changed anywhere, for the listeners of this process; it listens only while somebody does. */
@Injectable()
export class ChangeStream implements OnApplicationShutdown {
  private readonly subject = new Subject<News>();
  private listeners = 0;
  private stop: (() => Promise<void>) | undefined;

  constructor(private readonly options: ApiOptions) {}

  /** Complaints, papers and inboxes. */
  news(): Observable<News> {
    this.listeners++;
    this.stop ??= listenTo(
      this.options.dataSource,
      [changesChannel, papersChannel, inboxChannel],
      (channel, payload) => {
        if (channel === inboxChannel) payload.split('\n').forEach((inboxOf) => this.subject.next({ inboxOf }));
        else if (channel === papersChannel) this.subject.next({ paper: payload });
        else changesIn(payload).forEach((change) => this.subject.next({ change }));
      },
    );
    return this.subject.pipe(finalize(() => this.leave()));
  }

  private leave(): void {
    if (--this.listeners > 0) return;
    void this.stop?.();
    this.stop = undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    this.subject.complete();
    await this.stop?.();
  }
}
