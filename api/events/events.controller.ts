import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { concatMap, interval, map, merge, mergeMap, type Observable } from 'rxjs';
import type { Viewer } from '../../database/queries/access.js';
import { seqOf } from '../../database/queries/complaint.js';
import { ForReaders, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { ChangeStream } from './stream.js';

const heartbeat = 25_000; // ms

@Controller('api/events')
@ForReaders()
export class EventsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly stream: ChangeStream,
  ) {}

  @Sse()
  @Described({
    id: 'streamEvents',
    summary:
      'What changed, as it changes: `change` {id, seq, type} of complaints that I see, `inbox` when I am told something',
    produces: 'text/event-stream',
    answers: { 200: { type: 'string' } },
  })
  all(@Who() viewer: Viewer): Observable<MessageEvent> {
    const { user, projects } = viewer;
    // one after the other: they stay in their order
    const mine = this.stream.news().pipe(
      concatMap(async (news): Promise<MessageEvent[]> => {
        if ('inboxOf' in news) return news.inboxOf === user ? [{ type: 'inbox', data: {} }] : [];
        const { id, seq, type, project, guarded } = news.change;
        const reached = projects === null || projects.includes(project);
        if (!reached || (guarded && !(await this.sees(viewer, id)))) return [];
        return [{ type: 'change', data: { id, seq, type } }];
      }),
      mergeMap((events) => events),
    );
    return merge(mine, interval(heartbeat).pipe(map(() => ({ type: 'beat', data: {} }))));
  }

  private async sees(viewer: Viewer, id: string): Promise<boolean> {
    return (await seqOf(this.options.dataSource, id, viewer).catch(() => undefined)) !== undefined;
  }
}
