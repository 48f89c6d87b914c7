import { Body, Controller, HttpCode, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Viewer } from '../../database/queries/access.js';
import { removeSecondFactor, secondFactorOf } from '../../database/queries/second-factors.js';
import { BeforePassword, type SessionPass, Who, WhoseSession } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { needsSecondFactor } from '../sessions/options.js';
import { SecondFactors } from '../sessions/second-factor.js';
import { FirstCode, OwnPassword } from './inputs.js';
import { OwnPasswords } from './own-password.js';

/** One's own second factor: set up with an authenticator app, replaced, taken away. */
@Controller('api/account/second-factor')
@BeforePassword()
export class SecondFactorController {
  constructor(
    private readonly options: ApiOptions,
    private readonly passwords: OwnPasswords,
    private readonly factors: SecondFactors,
  ) {}

  @Post()
  @NoAct()
  @Described({
    id: 'proposeSecondFactor',
    summary: 'A secret for my authenticator app, shown once; in force after its first code',
    body: 'OwnPassword',
    answers: { 201: 'ProposedSecret' },
    problems: [400, 429],
  })
  async propose(
    @Who() viewer: Viewer,
    @Body(new InputPipe(OwnPassword)) { password }: OwnPassword,
    @Req() { ip }: FastifyRequest,
  ) {
    await this.passwords.confirm(viewer, password, ip);
    return await this.factors.propose(viewer.user, viewer.username);
  }

  @Put()
  @Described({
    id: 'confirmSecondFactor',
    summary: 'Brings the secret into force by its first code; answers recovery codes, shown once',
    body: 'FirstCode',
    answers: { 200: 'RecoveryCodes' },
    problems: [400, 409, 429],
  })
  async confirm(
    @Who() { user }: Viewer,
    @WhoseSession() { id }: SessionPass,
    @Body(new InputPipe(FirstCode)) { code }: FirstCode,
    @Req() { ip }: FastifyRequest,
  ) {
    return { codes: await this.factors.confirm(user, id, code.replace(/\s/g, ''), ip) };
  }

  @Post('recovery-codes')
  @Described({
    id: 'renewRecoveryCodes',
    summary: 'Other recovery codes instead of those before, shown once',
    body: 'OwnPassword',
    answers: { 201: 'RecoveryCodes' },
    problems: [400, 409, 429],
  })
  async renew(
    @Who() viewer: Viewer,
    @Body(new InputPipe(OwnPassword)) { password }: OwnPassword,
    @Req() { ip }: FastifyRequest,
  ) {
    await this.passwords.confirm(viewer, password, ip);
    if (!(await secondFactorOf(this.options.dataSource, viewer.user))?.secret) {
      throw new Problem(409, 'no-second-factor');
    }
    return { codes: await this.factors.recover(viewer.user) };
  }

  @Post('remove')
  @HttpCode(204)
  @Described({
    id: 'removeSecondFactor',
    summary: 'Takes my second factor away, unless my roles need one',
    body: 'OwnPassword',
    answers: { 204: undefined },
    problems: [400, 409, 429],
  })
  async remove(
    @Who() viewer: Viewer,
    @Body(new InputPipe(OwnPassword)) { password }: OwnPassword,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    if (needsSecondFactor(this.options, viewer.roles)) throw new Problem(409, 'second-factor-needed');
    await this.passwords.confirm(viewer, password, ip);
    await removeSecondFactor(this.options.dataSource, viewer.user);
  }
}
