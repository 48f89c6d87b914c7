import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { interval, map, merge, mergeMap, type Observable } from 'rxjs';
import type { Viewer } from '../../database/queries/access.js';
import { ForReaders, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ChangeStream } from './stream.js';

const heartbeat = 25_000; // ms

@Controller('api/events')
@ForReaders()
export class EventsController {
  constructor(private readonly stream: ChangeStream) {}

  @Sse()
  @Described({
    id: 'streamEvents',
    summary:
      'What changed, as it changes: `change` {id, seq, type} of complaints that I see, `inbox` when I am told something',
    produces: 'text/event-stream',
    answers: { 200: { type: 'string' } },
  })
  all(@Who() { user, projects }: Viewer): Observable<MessageEvent> {
    const mine = this.stream.news().pipe(
      mergeMap((news): MessageEvent[] => {
        if ('inboxOf' in news) return news.inboxOf === user ? [{ type: 'inbox', data: {} }] : [];
        const { id, seq, type, project } = news.change;
        return projects === null || projects.includes(project) ? [{ type: 'change', data: { id, seq, type } }] : [];
      }),
    );
    return merge(mine, interval(heartbeat).pipe(map(() => ({ type: 'beat', data: {} }))));
  }
}
