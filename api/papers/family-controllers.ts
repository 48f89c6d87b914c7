import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { paperKinds } from '../../domain/paper/kinds.js';
import { paperStates } from '../../domain/paper/paper.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { flag, moment, text } from '../openapi/schema.js';
import { PaperDesk } from './desk.js';
import { ReceiptInput } from './inputs.js';
import { PapersQuery } from './papers-query.js';

const several = (known: readonly string[]) => ({
  type: 'string',
  description: `One or more, with commas: ${known.join(', ')}`,
});
const query = {
  'kind?': several(paperKinds),
  'state?': several(paperStates),
  'node?': text,
  'complaint?': text,
  'acknowledged?': flag,
  'dueFrom?': moment,
  'dueTo?': moment,
  'after?': { type: 'string', description: '`next` of the page before' },
  'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
};
const one = { params: { id: text }, answers: { 200: 'Paper' }, problems: [404] };

@Controller('api/bulletins')
@ForReaders()
export class BulletinsController {
  constructor(private readonly desk: PaperDesk) {}

  @Get()
  @Described({
    id: 'listBulletins',
    summary: 'Bulletins and reports of complaints, what was due last first',
    query,
    answers: { 200: 'PaperList' },
    problems: [400],
  })
  list(@Who() viewer: Viewer, @Query(new InputPipe(PapersQuery)) asked: PapersQuery) {
    return this.desk.list(viewer, 'bulletin', asked);
  }

  @Get(':id')
  @Described({ id: 'getBulletin', summary: 'A bulletin; opening it where it was sent to is a receipt', ...one })
  async one(@Who() viewer: Viewer, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const paper = await this.desk.open(viewer, id, 'bulletin');
    void reply.header('etag', `"${paper.version}"`);
    return paper;
  }

  @Post(':id/receipt')
  @Described({
    id: 'receiveBulletin',
    summary: 'Say that it was opened, or acknowledge it',
    body: 'ReceiptInput',
    params: { id: text },
    answers: { 201: 'Paper' },
    problems: [400, 404, 409],
  })
  receipt(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(ReceiptInput)) { what }: ReceiptInput) {
    return this.desk.receipt(viewer, id, what === 'acknowledged');
  }
}

@Controller('api/duties')
@ForReaders()
export class DutiesController {
  constructor(private readonly desk: PaperDesk) {}

  @Get()
  @Described({
    id: 'listDuties',
    summary: 'The papers of recurring duties, what was due last first',
    query,
    answers: { 200: 'PaperList' },
    problems: [400],
  })
  list(@Who() viewer: Viewer, @Query(new InputPipe(PapersQuery)) asked: PapersQuery) {
    return this.desk.list(viewer, 'duty', asked);
  }

  @Get(':id')
  @Described({ id: 'getDuty', summary: 'The paper of a duty; opening it where it was sent to is a receipt', ...one })
  async one(@Who() viewer: Viewer, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const paper = await this.desk.open(viewer, id, 'duty');
    void reply.header('etag', `"${paper.version}"`);
    return paper;
  }

  @Post(':id/receipt')
  @Described({
    id: 'receiveDuty',
    summary: 'Say that it was opened, or acknowledge it',
    body: 'ReceiptInput',
    params: { id: text },
    answers: { 201: 'Paper' },
    problems: [400, 404, 409],
  })
  receipt(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(ReceiptInput)) { what }: ReceiptInput) {
    return this.desk.receipt(viewer, id, what === 'acknowledged');
  }
}
