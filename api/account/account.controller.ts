import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { passwordOf, type Viewer } from '../../database/queries/access.js';
import { secondFactorOf } from '../../database/queries/second-factors.js';
import { endOtherSessions, endSession, sawSignIns, sessionsOf } from '../../database/queries/sessions.js';
import { leastAlone, leastWithSecondFactor } from '../../domain/account/password.js';
import { BeforePassword, type SessionPass, Who, WhoseSession } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { idleSeconds, needsSecondFactor } from '../sessions/options.js';
import { NewPassword } from './inputs.js';
import { OwnPasswords } from './own-password.js';

/** One's own account. No program comes here. */
@Controller('api/account')
@BeforePassword()
export class AccountController {
  constructor(
    private readonly options: ApiOptions,
    private readonly passwords: OwnPasswords,
  ) {}

  @Get()
  @Described({ id: 'getAccount', summary: 'How I log in', answers: { 200: 'Account' } })
  async account(@Who() { user, username, roles }: Viewer) {
    const { dataSource } = this.options;
    const factor = await secondFactorOf(dataSource, user);
    const on = factor?.secret != null;
    return {
      username,
      hasPassword: (await passwordOf(dataSource, username)) !== undefined,
      leastLength: on ? leastWithSecondFactor : leastAlone,
      secondFactor: {
        on,
        required: needsSecondFactor(this.options, roles),
        codesLeft: factor?.codesLeft ?? 0,
        ...(factor?.confirmedAt ? { since: factor.confirmedAt.toISOString() } : {}),
      },
    };
  }

  @Put('password')
  @HttpCode(204)
  @Described({
    id: 'changePassword',
    summary: 'Changes my password, and ends my other sessions',
    body: 'NewPassword',
    answers: { 204: undefined },
    problems: [400, 429],
  })
  async password(
    @Who() viewer: Viewer,
    @WhoseSession() { id }: SessionPass,
    @Body(new InputPipe(NewPassword)) { before, password }: NewPassword,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    await this.passwords.change(viewer, id, before, password, ip);
  }

  @Get('sessions')
  @Described({ id: 'listSessions', summary: 'Where I am logged in', answers: { 200: 'OpenSessionList' } })
  async sessions(@Who() { user }: Viewer, @WhoseSession() mine: SessionPass) {
    const all = await sessionsOf(this.options.dataSource, user, idleSeconds(this.options));
    return {
      items: all.map(({ createdAt, lastUsedAt, expiresAt, ...one }) => ({
        ...one,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: one.id === mine.id,
      })),
    };
  }

  @Delete('sessions')
  @HttpCode(204)
  @Described({ id: 'endOtherSessions', summary: 'Ends all my sessions but this one', answers: { 204: undefined } })
  async endOthers(@Who() { user }: Viewer, @WhoseSession() { id }: SessionPass): Promise<void> {
    await endOtherSessions(this.options.dataSource, user, id);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Described({
    id: 'endSession',
    summary: 'Ends one of my sessions',
    params: { id: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async end(@Who() { user }: Viewer, @Param('id') id: string): Promise<void> {
    if (!(await endSession(this.options.dataSource, user, id))) throw notFound();
  }

  @Post('sign-ins/seen')
  @HttpCode(204)
  @NoAct()
  @Described({
    id: 'sawSignIns',
    summary: 'I know the browsers that I was told of',
    answers: { 204: undefined },
  })
  async saw(@Who() { user }: Viewer, @WhoseSession() { id }: SessionPass): Promise<void> {
    await sawSignIns(this.options.dataSource, user, id);
  }
}
