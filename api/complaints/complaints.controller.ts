import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { statuses } from '../../domain/complaint/statuses.js';
import { severities } from '../../domain/rulebook/rulebook.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { invalid } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { flag, moment, text } from '../openapi/schema.js';
import { ListQuery } from './list-query.js';
import { ComplaintReader } from './reader.js';

const idParam = { id: text };
const several = (known: readonly string[]) => `One or more, with commas: ${known.join(', ')}`;

@Controller('api/complaints')
@ForReaders()
export class ComplaintsController {
  constructor(private readonly reader: ComplaintReader) {}

  @Get()
  @Described({
    id: 'listComplaints',
    summary: 'Complaints, the latest arrival first',
    query: {
      'status?': { type: 'string', description: several(statuses) },
      'severity?': { type: 'string', description: several(severities) },
      'category?': text,
      'project?': text,
      'channel?': text,
      'tier?': text,
      'handler?': text,
      'rulebook?': text,
      'clock?': { type: 'string', description: 'A clock and its state: arrive:missed, revisit:met' },
      'reworked?': flag,
      'rated?': { type: 'string', description: 'An item of a survey and what was said of it: greening:dissatisfied' },
      'matter?': { type: 'string', description: 'Those on one matter' },
      'mine?': flag,
      'overdue?': flag,
      'suspended?': flag,
      'open?': { ...flag, description: 'Not over; false: over' },
      'merged?': { ...flag, description: 'Those that go on in another one; false: those that count for themselves' },
      'q?': { type: 'string', description: 'Words that all occur in number, text, complainant, findings or plan' },
      'arrivedFrom?': moment,
      'arrivedTo?': moment,
      'after?': { type: 'string', description: '`next` of the page before' },
      'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
    answers: { 200: 'ComplaintList' },
    problems: [400],
  })
  list(@Who() viewer: Viewer, @Query(new InputPipe(ListQuery)) query: ListQuery) {
    return this.reader.list(viewer, query);
  }

  @Get(':id')
  @Described({
    id: 'getComplaint',
    summary: 'A complaint with its deadlines and what may be done with it',
    params: idParam,
    answers: { 200: 'Complaint' },
    problems: [404],
  })
  async one(@Who() viewer: Viewer, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const complaint = await this.reader.one(viewer, id);
    void reply.header('etag', `"${complaint.seq}"`);
    return complaint;
  }

  @Get(':id/events')
  @Described({
    id: 'listEvents',
    summary: 'What happened to a complaint, in order',
    params: idParam,
    query: { 'after?': { type: 'integer', minimum: 0 } },
    answers: { 200: 'EventList' },
    problems: [400, 404],
  })
  async events(@Who() viewer: Viewer, @Param('id') id: string, @Query('after') after = '0') {
    if (!/^\d{1,9}$/.test(after)) throw invalid({ path: 'after', message: 'must be the number of an event' });
    return { items: await this.reader.events(viewer, id, Number(after)) };
  }

  @Get(':id/ledger')
  @Described({
    id: 'getLedger',
    summary: 'Extensions and stops: who asked, who decided, what was left, and what the customer was promised',
    params: idParam,
    answers: { 200: 'Ledger' },
    problems: [404],
  })
  ledger(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.reader.ledger(viewer, id);
  }

  @Get(':id/deadlines')
  @Described({
    id: 'listDeadlines',
    summary: 'The deadlines of a complaint',
    params: idParam,
    answers: { 200: 'DeadlineList' },
    problems: [404],
  })
  async deadlines(@Who() viewer: Viewer, @Param('id') id: string) {
    return { items: (await this.reader.stored(viewer, id)).deadlines };
  }

  @Get(':id/deadlines/:clock')
  @Described({
    id: 'explainDeadline',
    summary: 'Why a deadline is when it is: every counted and excluded stretch',
    params: { ...idParam, clock: text },
    answers: { 200: 'ExplainedDeadline' },
    problems: [404],
  })
  @Header('cache-control', 'no-cache')
  deadline(@Who() viewer: Viewer, @Param('id') id: string, @Param('clock') clock: string) {
    return this.reader.deadline(viewer, id, clock);
  }
}
