/** Opens sessions: for whoever has proved who they are, with a second factor where they have one. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Viewer, viewerByUser } from '../../database/queries/access.js';
import { secondFactorOf } from '../../database/queries/second-factors.js';
import { closeSession, openHalfSession, openSession, type Via } from '../../database/queries/sessions.js';
import { sessionCookie } from '../kernel/access.js';
import { digest } from '../kernel/digest.js';
import { Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { longestSeconds } from './options.js';
import { SignInActs } from './sign-in-acts.js';

export const halfCookie = 'huiyin_login';
const deviceCookie = 'huiyin_device';
const deviceSeconds = 400 * 86_400;

export const newToken = (): string => randomBytes(32).toString('base64url');

export interface Proved {
  user: string;
  via: Via;
  /** A second factor was asked for, here or by the provider. */
  strong: boolean;
}

export interface Opened {
  viewer: Viewer;
  /** Its id. */
  session: string;
  strong: boolean;
  via: Via;
}

@Injectable()
export class SessionOpening {
  constructor(
    private readonly options: ApiOptions,
    private readonly acts: SignInActs,
  ) {}

  /** Opens a session, or half a one when the second factor is still to come: then there is no viewer yet. */
  async open(proved: Proved, request: FastifyRequest, reply: FastifyReply): Promise<Opened | undefined> {
    const { user, via, strong } = proved;
    const { dataSource } = this.options;
    if (!strong && (await secondFactorOf(dataSource, user))?.secret) {
      const token = newToken();
      await openHalfSession(dataSource, { user, tokenHash: digest(token), via });
      void reply.setCookie(halfCookie, token, { ...this.cookie(), path: '/api/session', maxAge: 300 });
      return undefined;
    }
    const viewer = await viewerByUser(dataSource, user);
    if (!viewer) throw new Problem(401, 'wrong-credentials');
    const token = newToken();
    const device = request.cookies[deviceCookie] ?? newToken();
    const seconds = longestSeconds(this.options);
    const session = await openSession(dataSource, {
      user,
      tokenHash: digest(token),
      via,
      strong,
      seconds,
      address: request.ip,
      device: (request.headers['user-agent'] ?? '').slice(0, 300),
      deviceHash: digest('device', user, device),
    });
    await this.acts.keep('logIn', user, { session, via, strong, address: request.ip }, viewer.roles);
    // whatever session this browser had before is none any more
    const before = request.cookies[sessionCookie];
    if (before) await closeSession(dataSource, digest(before));
    void reply.setCookie(sessionCookie, token, { ...this.cookie(), maxAge: seconds });
    // sent along when the provider sends the browser back, too
    void reply.setCookie(deviceCookie, device, { ...this.cookie('lax'), path: '/api/session', maxAge: deviceSeconds });
    void reply.clearCookie(halfCookie, { ...this.cookie(), path: '/api/session' });
    return { viewer, session, strong, via };
  }

  /** Ends the session of this browser. */
  async close({ cookies }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = cookies[sessionCookie];
    const closed = token && (await closeSession(this.options.dataSource, digest(token)));
    if (closed) await this.acts.keep('logOut', closed.user, { session: closed.id });
    void reply.clearCookie(sessionCookie, this.cookie());
  }

  /** `lax` for what must come back from the provider. */
  cookie(sameSite: 'strict' | 'lax' = 'strict') {
    const secure = this.options.publicUrl?.startsWith('https:') ?? false;
    return { path: '/', httpOnly: true, sameSite, secure } as const;
  }
}
