import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { FilingDesk } from './filing.js';
import { IntakeInput } from './intake-input.js';

@Controller('api/complaints')
@NoAct()
export class FilingController {
  constructor(private readonly desk: FilingDesk) {}

  @Post()
  @Described({
    id: 'file',
    summary: 'Files a complaint',
    body: 'Intake',
    headers: ['Idempotency-Key'],
    answers: { 201: 'Standing' },
    problems: [400, 413, 422],
  })
  async file(
    @Who() viewer: Viewer,
    @Body(new InputPipe(IntakeInput)) body: IntakeInput,
    @Conditions() { key }: RequestConditions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.desk.file(viewer, body, key ?? randomUUID());
    void reply.status(201).headers({ location: `/api/complaints/${answer.id}`, etag: `"${answer.seq}"` });
    return answer;
  }
}
