import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keepIdentityRequest, takeIdentityRequest } from '../../database/queries/identities.js';
import { Open } from '../kernel/access.js';
import { digest } from '../kernel/digest.js';
import { Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { ownPath } from './next.js';
import { newToken, SessionOpening } from './opening.js';
import { IdentityProvider } from './provider.js';

const requestCookie = 'huiyin_oidc';
const place = '/api/session/oidc';

/** To the identity provider and back; a browser goes these ways, so what is wrong is told on the login page. */
@Controller(place)
@Open()
export class OidcController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly opening: SessionOpening,
    private readonly options: ApiOptions,
  ) {}

  @Get()
  @Described({
    id: 'goToProvider',
    summary: 'Sends the browser to the identity provider',
    query: { 'next?': text },
    open: true,
    answers: { 302: undefined },
  })
  async go(@Query('next') next: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orTell(reply, async () => {
      const wanted = ownPath(typeof next === 'string' ? next : undefined);
      const { to, request: kept } = await this.provider.begin(this.callback(request), wanted);
      const token = newToken();
      await keepIdentityRequest(this.options.dataSource, digest(token), kept);
      void reply.setCookie(requestCookie, token, { ...this.opening.cookie('lax'), path: place, maxAge: 600 });
      return to.href;
    });
  }

  @Get('callback')
  @Described({
    id: 'comeFromProvider',
    summary: 'Where the identity provider sends the browser back to',
    open: true,
    answers: { 302: undefined },
  })
  async back(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orTell(reply, async () => {
      const token = request.cookies[requestCookie];
      const kept = token && (await takeIdentityRequest(this.options.dataSource, digest(token)));
      void reply.clearCookie(requestCookie, { ...this.opening.cookie('lax'), path: place });
      if (!kept) throw new Problem(401, 'identity-refused');
      const answer = new URL(this.callback(request));
      answer.search = request.url.split('?')[1] ?? '';
      const proved = await this.provider.finish(answer, kept);
      const opened = await this.opening.open(proved, request, reply);
      return opened ? kept.next : `/login?step=code&next=${encodeURIComponent(kept.next)}`;
    });
  }

  @Get('leave')
  @Described({
    id: 'leaveProvider',
    summary: 'Logs out at the identity provider, too, where that is set up',
    open: true,
    answers: { 302: undefined },
  })
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orTell(reply, async () => (await this.provider.end(`${this.home(request)}/login`))?.href ?? '/login');
  }

  private async orTell(reply: FastifyReply, to: () => Promise<string>): Promise<void> {
    void reply.header('cache-control', 'no-store');
    try {
      await reply.redirect(await to(), 302);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await reply.redirect(`/login?problem=${error.code}`, 302);
    }
  }

  private callback(request: FastifyRequest): string {
    return `${this.home(request)}${place}/callback`;
  }

  // a provider sends nobody to an address that it was not told of
  private home({ protocol, host }: FastifyRequest): string {
    return this.options.publicUrl ?? `${protocol}://${host}`;
  }
}
