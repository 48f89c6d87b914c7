import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { paperKinds } from '../../domain/paper/kinds.js';
import { paperStates } from '../../domain/paper/paper.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { flag, moment, oneOf, text } from '../openapi/schema.js';
import { PaperDesk } from './desk.js';
import { bulletins, duties, type FamilyNames, named } from './families.js';
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
  'mine?': { ...flag, description: 'What waits for me: to be written or approved' },
  'order?': {
    ...oneOf('latest', 'next'),
    description: 'By the due moment; `next`: what is due next first, as with `mine`',
  },
  'dueFrom?': moment,
  'dueTo?': moment,
  'after?': { type: 'string', description: '`next` of the page before' },
  'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
};
const single = { params: { id: text }, answers: { 200: 'Paper' }, problems: [404] };

/** The routes of a family. */
function controllerOf({ family, path, one, several, said, saidList }: FamilyNames) {
  @Controller(path)
  @ForReaders()
  class FamilyController {
    constructor(private readonly desk: PaperDesk) {}

    @Get()
    @Described({
      id: `list${several}`,
      summary: `${saidList}, what was due last first`,
      query,
      answers: { 200: 'PaperList' },
      problems: [400],
    })
    list(@Who() viewer: Viewer, @Query(new InputPipe(PapersQuery)) asked: PapersQuery) {
      return this.desk.list(viewer, family, asked);
    }

    @Get(':id')
    @Described({ id: `get${one}`, summary: `${said}; opening it where it was sent to is a receipt`, ...single })
    async one(@Who() viewer: Viewer, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
      const paper = await this.desk.open(viewer, id, family);
      void reply.header('etag', `"${paper.version}"`);
      return paper;
    }

    @Post(':id/receipt')
    @Described({
      id: `receive${one}`,
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
  return named(`${several}Controller`, FamilyController);
}

export const BulletinsController = controllerOf(bulletins);
export const DutiesController = controllerOf(duties);
