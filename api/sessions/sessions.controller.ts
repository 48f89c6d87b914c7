import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { personAnywhere } from '../../domain/organisation/viewer.js';
import type { Command } from '../../domain/complaint/command.js';
import { commands } from '../../domain/complaint/commands/index.js';
import { roleFor } from '../../domain/complaint/rights.js';
import { filingRoles } from '../complaints/filing.js';
import { BeforePassword, Open, sessionCookie, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { LoginDesk, sessionSeconds } from './login.js';

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

@Controller('api/session')
@NoAct()
export class SessionsController {
  constructor(
    private readonly desk: LoginDesk,
    private readonly options: ApiOptions,
  ) {}

  @Get()
  @BeforePassword()
  @Described({ id: 'getSession', summary: 'Who I am and what I may', answers: { 200: 'Session' } })
  mine(@Who() viewer: Viewer) {
    return sessionOf(viewer);
  }

  @Post()
  @HttpCode(200)
  @Open()
  @Described({
    id: 'logIn',
    summary: 'Logs in: answers with a cookie',
    body: 'Credentials',
    open: true,
    answers: { 200: 'Session' },
    problems: [400, 401, 429],
  })
  async open(
    @Body(new InputPipe(Credentials)) { username, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { viewer, token } = await this.desk.open(username, password, request.ip);
    void reply.setCookie(sessionCookie, token, { ...this.cookie(), maxAge: sessionSeconds });
    return sessionOf(viewer);
  }

  @Delete()
  @HttpCode(204)
  @Open()
  @Described({ id: 'logOut', summary: 'Logs out', open: true, answers: { 204: undefined } })
  async close(@Req() { cookies }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = cookies[sessionCookie];
    if (token) await this.desk.close(token);
    void reply.clearCookie(sessionCookie, this.cookie());
  }

  private cookie() {
    const secure = this.options.publicUrl?.startsWith('https:') ?? false;
    return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  }
}

function sessionOf(viewer: Viewer) {
  const { user, username, name, roles, tier, node, mustChangePassword } = viewer;
  const { standsInFor = [], ...self } = personAnywhere(viewer);
  const may = (command: Pick<Command, 'by'>) =>
    [self, ...standsInFor].some((person) => roleFor(command as Command, person) !== undefined);
  const names = Object.values(commands)
    .filter(may)
    .map((command) => command.name);
  return {
    user: { id: user, username, name, roles, tier, node },
    ...(mustChangePassword ? { mustChangePassword } : {}),
    commands: [...(may({ by: filingRoles }) ? ['file'] : []), ...names],
  };
}
