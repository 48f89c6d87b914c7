/** Writing rulebooks: an administrator drafts, a second person approves. */
import { Body, Controller, Delete, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { For, Who } from '../kernel/access.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { DraftDesk } from './drafts.js';
import { ApprovalInput, DraftInput, numberOf, WithdrawalInput } from './inputs.js';

const params = { id: text, version: whole };

@Controller('api/rulebooks')
export class DraftsController {
  constructor(private readonly desk: DraftDesk) {}

  @Post()
  @For('admin')
  @Described({
    id: 'beginRulebook',
    summary: 'A rulebook of one’s own: its first draft',
    body: 'DraftInput',
    answers: { 201: 'RulebookVersion' },
    problems: [400, 409, 413],
  })
  async begin(
    @Who() viewer: Viewer,
    @Body(new InputPipe(DraftInput)) input: DraftInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, version } = await this.desk.begin(viewer, input);
    return this.made(id, version, reply);
  }

  @Post(':id/versions')
  @For('admin')
  @Described({
    id: 'draftRulebookVersion',
    summary: 'A new draft, from a text or as a copy of a version; the house gives it the next number',
    params: { id: text },
    body: 'DraftInput',
    answers: { 201: 'RulebookVersion' },
    problems: [400, 404, 413],
  })
  async write(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(DraftInput)) input: DraftInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.made(id, await this.desk.write(viewer, id, input), reply);
  }

  @Put(':id/versions/:version')
  @For('admin')
  @Described({
    id: 'changeRulebookDraft',
    summary: 'Changes a draft as it was read (If-Match)',
    params,
    body: 'DraftInput',
    headers: ['If-Match'],
    answers: { 200: 'RulebookVersion' },
    problems: [400, 404, 409, 412, 413],
  })
  async change(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') given: string,
    @Conditions() { ifSeq: revision }: RequestConditions,
    @Body(new InputPipe(DraftInput)) input: DraftInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const version = numberOf(given);
    await this.desk.change(viewer, { id, version, revision }, input);
    return this.shown(id, version, reply);
  }

  @Delete(':id/versions/:version')
  @For('admin')
  @HttpCode(204)
  @Described({
    id: 'discardRulebookDraft',
    summary: 'Throws a draft away',
    params,
    answers: { 204: undefined },
    problems: [404, 409],
  })
  discard(@Param('id') id: string, @Param('version') version: string): Promise<void> {
    return this.desk.discard(id, numberOf(version));
  }

  @Post(':id/versions/:version/approve')
  @For('hq', 'admin')
  @HttpCode(200)
  @Described({
    id: 'approveRulebookVersion',
    summary: 'Approves a draft as it was read (If-Match), by a second person, in force from a date',
    params,
    body: 'ApprovalInput',
    headers: ['If-Match'],
    answers: { 200: 'RulebookVersion' },
    problems: [400, 404, 409, 412],
  })
  async approve(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') given: string,
    @Conditions() { ifSeq: revision }: RequestConditions,
    @Body(new InputPipe(ApprovalInput)) input: ApprovalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const version = numberOf(given);
    await this.desk.approve(viewer, { id, version, revision }, input);
    return this.shown(id, version, reply);
  }

  @Post(':id/versions/:version/withdraw')
  @For('hq', 'admin')
  @HttpCode(200)
  @Described({
    id: 'withdrawRulebookVersion',
    summary: 'Withdraws an approved version before it comes into force',
    params,
    body: 'WithdrawalInput',
    answers: { 200: 'RulebookVersion' },
    problems: [400, 404, 409],
  })
  async withdraw(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') given: string,
    @Body(new InputPipe(WithdrawalInput)) { reason }: WithdrawalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const version = numberOf(given);
    await this.desk.withdraw(viewer, id, version, reason);
    return this.shown(id, version, reply);
  }

  private made(id: string, version: number, reply: FastifyReply) {
    void reply.header('location', `/api/rulebooks/${encodeURIComponent(id)}/versions/${version}`);
    return this.shown(id, version, reply);
  }

  private async shown(id: string, version: number, reply: FastifyReply) {
    const view = await this.desk.view(id, version);
    void reply.header('etag', `"${view.revision}"`);
    return view;
  }
}
