import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { finalize, type Observable, Subject } from 'rxjs';
import { type Change, listenToChanges } from '../../database/changes.js';
import { ApiOptions } from '../options.js';

/** What changed anywhere, for the listeners of this process; it listens only while somebody does. */
@Injectable()
export class ChangeStream implements OnApplicationShutdown {
  private readonly subject = new Subject<Change>();
  private listeners = 0;
  private stop: (() => Promise<void>) | undefined;

  constructor(private readonly options: ApiOptions) {}

  changes(): Observable<Change> {
    this.listeners++;
    this.stop ??= listenToChanges(this.options.dataSource, (change) => this.subject.next(change));
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
