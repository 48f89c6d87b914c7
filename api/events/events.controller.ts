import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { concatMap, interval, merge, mergeMap, type Observable, takeWhile } from 'rxjs';
import type { Viewer } from '../../database/queries/access.js';
import { seenPaper } from '../../database/queries/papers.js';
import { seqOf } from '../../database/queries/complaint.js';
import { Again, ForReaders, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { Listener } from './listener.js';
import { ChangeStream, type News } from './stream.js';

const heartbeat = 25_000; // ms
/** The session has ended, or lets nobody in here any more. */
const over = undefined;

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
      'What changed, as it changes: `change` {id, seq, type} of complaints and `paper` {id} of papers that I see, `inbox` when I am told something',
    produces: 'text/event-stream',
    answers: { 200: { type: 'string' } },
  })
  all(@Who() viewer: Viewer, @Again() again: () => Promise<Viewer | undefined>): Observable<MessageEvent> {
    const listener = new Listener(viewer, again);
    // one after the other: they stay in their order
    const mine = this.stream.news().pipe(concatMap((news) => this.told(listener, news)));
    const beats = interval(heartbeat).pipe(
      concatMap(async () => ((await listener.now()) ? [{ type: 'beat', data: {} }] : over)),
    );
    return merge(mine, beats).pipe(
      takeWhile((events) => events !== over),
      mergeMap((events) => events ?? []),
    );
  }

  private async told(listener: Listener, news: News): Promise<MessageEvent[] | typeof over> {
    if (!listener.reaches(news)) return [];
    const viewer = await listener.now();
    if (!viewer) return over;
    if ('inboxOf' in news) return [{ type: 'inbox', data: {} }];
    if ('paper' in news)
      return (await this.reads(viewer, news.paper)) ? [{ type: 'paper', data: { id: news.paper } }] : [];
    const { id, seq, type, guarded } = news.change;
    const isSeen = listener.reaches(news) && (!guarded || (await this.sees(viewer, id)));
    return isSeen ? [{ type: 'change', data: { id, seq, type } }] : [];
  }

  private async reads(viewer: Viewer, paper: string): Promise<boolean> {
    return (await seenPaper(this.options.dataSource, paper, viewer).catch(() => undefined)) !== undefined;
  }

  private async sees(viewer: Viewer, id: string): Promise<boolean> {
    return (await seqOf(this.options.dataSource, id, viewer).catch(() => undefined)) !== undefined;
  }
}
