import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { closeHalfSession, halfSession } from '../../database/queries/sessions.js';
import { BeforePassword, Open, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { digest } from '../kernel/digest.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { LoginDesk } from './login.js';
import { halfCookie, type Opened, SessionOpening } from './opening.js';
import { IdentityProvider } from './provider.js';
import { SecondFactors } from './second-factor.js';
import { sessionView } from './session-view.js';

export class Credentials {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  username: string;

  @IsString()
  @MinLength(1)
  @MaxLength(1_000)
  password: string;
}

export class CodeInput {
  /** Of the app, or a recovery code. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  code: string;
}

@Controller('api/session')
@NoAct()
export class SessionsController {
  constructor(
    private readonly desk: LoginDesk,
    private readonly opening: SessionOpening,
    private readonly factors: SecondFactors,
    private readonly provider: IdentityProvider,
    private readonly options: ApiOptions,
  ) {}

  @Get()
  @BeforePassword()
  @Described({ id: 'getSession', summary: 'Who I am and what I may', answers: { 200: 'Session' } })
  mine(@Who() viewer: Viewer, @Req() { pass }: FastifyRequest) {
    const { id, strong, via } = pass?.kind === 'session' ? pass : { strong: true, via: 'password' as const };
    return sessionView(this.options, viewer, { session: id, strong, via });
  }

  @Get('ways')
  @Open()
  @Described({ id: 'getSignInWays', summary: 'How one can log in', open: true, answers: { 200: 'SignInWays' } })
  ways() {
    const { label } = this.provider;
    return label ? { provider: { label } } : {};
  }

  @Post()
  @HttpCode(200)
  @Open()
  @Described({
    id: 'logIn',
    summary: 'Logs in: answers with a cookie; 202 when a code of the second factor is still to come',
    body: 'Credentials',
    open: true,
    answers: { 200: 'Session', 202: 'HalfSession' },
    problems: [400, 401, 403, 429],
  })
  async open(
    @Body(new InputPipe(Credentials)) { username, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const user = await this.desk.check(username, password, request.ip);
    const opened = await this.opening.open({ user, via: 'password', strong: false }, request, reply);
    if (opened) return this.view(opened);
    void reply.status(202);
    return { secondFactor: true };
  }

  @Post('second-factor')
  @HttpCode(200)
  @Open()
  @Described({
    id: 'giveSecondFactor',
    summary: 'The second step of logging in: a code of the app, or a recovery code',
    body: 'CodeInput',
    open: true,
    answers: { 200: 'Session' },
    problems: [400, 401, 403, 429],
  })
  async second(
    @Body(new InputPipe(CodeInput)) { code }: CodeInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { dataSource } = this.options;
    const token = digest(request.cookies[halfCookie] ?? '');
    const half = await halfSession(dataSource, token);
    if (!half) throw new Problem(401, 'unauthenticated');
    await this.factors.check(half.user, code, request.ip);
    if (!(await closeHalfSession(dataSource, token))) throw new Problem(401, 'unauthenticated');
    const opened = await this.opening.open({ ...half, strong: true }, request, reply);
    if (!opened) throw new Problem(401, 'unauthenticated');
    return this.view(opened);
  }

  @Delete()
  @HttpCode(204)
  @Open()
  @Described({ id: 'logOut', summary: 'Logs out', open: true, answers: { 204: undefined }, problems: [403] })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.opening.close(request, reply);
  }

  private view({ viewer, ...opened }: Opened) {
    return sessionView(this.options, viewer, opened);
  }
}
