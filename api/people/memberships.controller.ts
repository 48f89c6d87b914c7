import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { For, Who } from '../kernel/access.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { HandOverInput, MembershipInput, SubstitutionInput } from './inputs.js';
import { MembershipDesk } from './membership-desk.js';

/** What people may do where, who stands in for them, and what they leave behind. */
@Controller('api/people/:id')
@For('admin')
export class MembershipsController {
  constructor(private readonly desk: MembershipDesk) {}

  @Post('memberships')
  @HttpCode(200)
  @Described({
    id: 'giveRoles',
    summary: 'Gives somebody roles at a node, instead of those that they have there',
    params: { id: text },
    body: 'MembershipInput',
    answers: { 200: 'PersonDetails' },
    problems: [400, 404, 409],
  })
  give(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(MembershipInput)) input: MembershipInput) {
    return this.desk.give(viewer, id, input);
  }

  @Post('memberships/:membership/end')
  @HttpCode(200)
  @Described({
    id: 'endRoles',
    summary: 'Ends somebody’s roles at a node at once',
    params: { id: text, membership: text },
    answers: { 200: 'PersonDetails' },
    problems: [404, 409],
  })
  end(@Who() viewer: Viewer, @Param('id') id: string, @Param('membership') membership: string) {
    return this.desk.end(viewer, id, membership);
  }

  @Post('substitutions')
  @HttpCode(200)
  @Described({
    id: 'substitute',
    summary: 'Somebody sees and may do for a period what they may',
    params: { id: text },
    headers: ['Idempotency-Key'],
    body: 'SubstitutionInput',
    answers: { 200: 'PersonDetails' },
    problems: [400, 404, 409],
  })
  substitute(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(SubstitutionInput)) input: SubstitutionInput,
    @Conditions() { key }: RequestConditions,
  ) {
    return this.desk.substitute(viewer, id, input, key ?? randomUUID());
  }

  @Post('substitutions/:substitution/end')
  @HttpCode(200)
  @Described({
    id: 'endSubstitution',
    summary: 'Ends a substitution at once',
    params: { id: text, substitution: text },
    answers: { 200: 'PersonDetails' },
    problems: [404],
  })
  endSubstitution(@Who() viewer: Viewer, @Param('id') id: string, @Param('substitution') substitution: string) {
    return this.desk.endSubstitution(viewer, id, substitution);
  }

  @Get('work')
  @Described({
    id: 'listOpenWork',
    summary: 'The open complaints that somebody handles; nothing of their content',
    params: { id: text },
    answers: { 200: 'OpenWorkList' },
    problems: [404],
  })
  work(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.desk.work(viewer, id);
  }

  @Post('hand-over')
  @Described({
    id: 'handOver',
    summary: 'Reassigns all that somebody handles to another handler, as a batch',
    params: { id: text },
    headers: ['Idempotency-Key'],
    body: 'HandOverInput',
    answers: { 201: 'Batch' },
    problems: [400, 404, 409],
  })
  handOver(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(HandOverInput)) input: HandOverInput,
    @Conditions() { key }: RequestConditions,
  ) {
    return this.desk.handOver(viewer, id, input, key ?? randomUUID());
  }
}
