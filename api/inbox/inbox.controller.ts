/** What somebody was told within the house: threads of notices, one for each complaint. */
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { type InboxNotice, inboxThread, inboxThreads, markRead, unreadOf } from '../../database/queries/inbox.js';
import { isStorable } from '../../database/plain-text.js';
import { personAt } from '../../domain/organisation/viewer.js';
import { masked, needsContact } from '../../domain/rights/contact.js';
import { contentIn } from '../../domain/notice/content.js';
import { say } from '../../domain/notice/say.js';
import { Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { type Language, languageOf } from '../kernel/language.js';
import { invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { flag, text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const isId = (value: string) => /^\d{1,18}$/.test(value);

export class ReadInput {
  /** The latest notice that was seen. */
  @IsString()
  @Matches(/^\d{1,18}$/, { message: 'must be the id of a notice' })
  upTo: string;

  /** Of one thread; without it, all. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  thread?: string;
}

@Controller('api/inbox')
export class InboxController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listInbox',
    summary: 'My notices by complaint, the latest first',
    query: { 'before?': text, 'unread?': flag, 'limit?': whole },
    answers: { 200: 'InboxThreadList' },
    problems: [400],
  })
  async list(
    @Who() viewer: Viewer,
    @Query('before') before?: string,
    @Query('unread') unread?: string,
    @Query('limit') given = '50',
    @Req() request?: FastifyRequest,
  ) {
    if (before !== undefined && !isId(before)) throw invalid({ path: 'before', message: 'must be the id of a notice' });
    if (!/^([1-9]|[1-9]\d|100)$/.test(given)) throw invalid({ path: 'limit', message: 'must be from 1 to 100' });
    if (unread !== undefined && !['true', 'false'].includes(unread)) {
      throw invalid({ path: 'unread', message: 'must be true or false' });
    }
    const limit = Number(given);
    const { dataSource } = this.options;
    const found = await inboxThreads(dataSource, viewer, {
      ...(before === undefined ? {} : { before }),
      unreadOnly: unread === 'true',
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const items = rows.map((row) => ({
      thread: row.thread,
      ...(row.complaint
        ? {
            complaint: {
              id: row.complaint.id,
              number: row.complaint.number,
              project: row.project ?? row.complaint.project,
              status: row.complaint.status,
              severity: row.complaint.severity,
            },
          }
        : {}),
      count: row.count,
      unread: row.unread,
      latest: viewOf(row, viewer, languageOf(request?.headers['accept-language'])),
    }));
    return { items, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  }

  @Get('unread')
  @Described({
    id: 'countUnread',
    summary: 'How many notices I have not read; 100 at most',
    answers: { 200: 'Unread' },
  })
  async unread(@Who() viewer: Viewer) {
    return { unread: await unreadOf(this.options.dataSource, viewer) };
  }

  @Post('read')
  @HttpCode(200)
  @NoAct()
  @Described({
    id: 'readInbox',
    summary: 'Marks notices as read: of one thread, or all',
    body: 'ReadInput',
    answers: { 200: 'Unread' },
    problems: [400],
  })
  async read(@Who() viewer: Viewer, @Body(new InputPipe(ReadInput)) input: ReadInput) {
    if (input.thread !== undefined && !isStorable(input.thread)) throw notFound();
    await markRead(this.options.dataSource, viewer.user, input);
    return this.unread(viewer);
  }

  @Get(':thread')
  @Described({
    id: 'readThread',
    summary: 'The latest notices of one complaint; `house`: of none',
    params: { thread: text },
    answers: { 200: 'InboxNoticeList' },
    problems: [404],
  })
  async thread(@Who() viewer: Viewer, @Param('thread') thread: string, @Req() request?: FastifyRequest) {
    const rows = isStorable(thread) ? await inboxThread(this.options.dataSource, viewer, thread) : [];
    if (rows.length === 0) throw notFound();
    return { items: rows.map((row) => viewOf(row, viewer, languageOf(request?.headers['accept-language']))) };
  }
}

function viewOf(
  { id, kind, urgent, content, createdAt, readAt, event, complaint, project }: InboxNotice,
  viewer: Viewer,
  language: Language,
) {
  const isKnown = complaint && needsContact(complaint, personAt(viewer, complaint.project));
  const told =
    (content && contentIn(content, language)) ??
    (event && complaint
      ? say({ event, complaint, project: project ?? complaint.project }, 'inbox', language)
      : { title: '', lines: [] });
  const words = complaint && !isKnown ? masked(told, complaint.complainant) : told;
  return {
    id,
    kind,
    urgent,
    title: words.title,
    lines: words.lines.map(([label, value]) => ({ label, value })),
    ...(words.quote === undefined ? {} : { quote: words.quote }),
    ...(words.page === undefined ? {} : { page: words.page }),
    ...(words.paper === undefined ? {} : { paper: { id: words.paper.id, family: words.paper.family } }),
    at: createdAt.toISOString(),
    read: readAt !== null,
  };
}
