import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { filter, interval, map, merge, type Observable } from 'rxjs';
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
    summary: 'What changed, as it changes: `{id, seq, type}` of complaints that I see',
    produces: 'text/event-stream',
    answers: { 200: { type: 'string' } },
  })
  all(@Who() { projects }: Viewer): Observable<MessageEvent> {
    const changes = this.stream.changes().pipe(
      filter(({ project }) => projects === null || projects.includes(project)),
      map(({ id, seq, type }) => ({ type: 'change', data: { id, seq, type } })),
    );
    return merge(changes, interval(heartbeat).pipe(map(() => ({ type: 'beat', data: {} }))));
  }
}
