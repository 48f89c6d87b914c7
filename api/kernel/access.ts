/** Who asks, and whether they may at all. What they may do with a complaint the core decides. */
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Admitted, type Pass, type Viewer, viewerByToken } from '../../database/queries/access.js';
import { touch } from '../../database/queries/sessions.js';
import { scopeNeeded } from '../../domain/account/scope.js';
import { narrowedTo } from '../../domain/organisation/viewer.js';
import { readerRoles } from '../../domain/rights/roles.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { ApiOptions } from '../options.js';
import { idleSeconds, needsSecondFactor } from '../sessions/options.js';
import { digest } from './digest.js';
import { forbidden, Problem } from './problem.js';
import { isForeign } from './same-origin.js';

export const sessionCookie = 'huiyin_session';

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
    pass?: Pass;
    /** The viewer as of now: undefined once the session is over or lets them in no more. It is no use of the session. */
    again?: () => Promise<Viewer | undefined>;
  }
}

const openKey = 'huiyin:open';
const rolesKey = 'huiyin:roles';
const temporalKey = 'huiyin:from-temporal';
const firstKey = 'huiyin:before-password';

/** Needs no login. */
export const Open = () => SetMetadata(openKey, true);
/** Possible before a password that was made for somebody is changed, and before a second factor is set up. */
export const BeforePassword = () => SetMetadata(firstKey, true);
/** Temporal's own pages may ask it of a browser, too: those that the operator has named, and no others. */
export const FromTemporal = () => SetMetadata(temporalKey, true);
/** Only for these roles, and only for what the nodes where they hold reach. */
export const For = (...roles: Role[]) => SetMetadata(rolesKey, roles);
/** For all who may see complaints: everybody but administrators. */
export const ForReaders = () => For(...readerRoles);

/** Whom a route lets in: everybody, whoever is signed in, or these roles. What the guard goes by. */
export type LetsIn = 'everybody' | 'signedIn' | readonly Role[];

export function letsIn(reflector: Reflector, targets: Parameters<Reflector['getAllAndOverride']>[1]): LetsIn {
  if (reflector.getAllAndOverride<boolean | undefined>(openKey, targets)) return 'everybody';
  return reflector.getAllAndOverride<Role[] | undefined>(rolesKey, targets) ?? 'signedIn';
}

/** The viewer of this request. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Problem(401, 'unauthenticated');
  return viewer;
});

/** Asks once more who the viewer is: for what goes on long after it was let in. */
export const Again = createParamDecorator(
  (_: unknown, context: ExecutionContext): (() => Promise<Viewer | undefined>) => {
    const { again } = context.switchToHttp().getRequest<FastifyRequest>();
    return again ?? (() => Promise.resolve(undefined));
  },
);

/** The session of this request. */
export const WhoseSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionPass => {
  const { pass } = context.switchToHttp().getRequest<FastifyRequest>();
  if (pass?.kind !== 'session') throw new Problem(403, 'beyond-token');
  return pass;
});
export type SessionPass = Extract<Pass, { kind: 'session' }>;

interface Door {
  roles: Exclude<LetsIn, 'everybody'>;
  first: boolean;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { publicUrl, temporalUi } = this.options;
    const alsoFrom = this.reflector.getAllAndOverride<boolean>(temporalKey, targets) ? temporalUi : undefined;
    if (isForeign(request, publicUrl, alsoFrom)) throw new Problem(403, 'foreign-page');
    const roles = letsIn(this.reflector, targets);
    if (roles === 'everybody') return true;
    const first = this.reflector.getAllAndOverride<boolean>(firstKey, targets) ?? false;
    const found = await this.find(request, true);
    request.viewer = this.admitted(found, request, { roles, first });
    request.pass = found.pass;
    request.again = async () => {
      try {
        return this.admitted(await this.find(request, false), request, { roles, first });
      } catch (error) {
        if (error instanceof Problem) return undefined;
        throw error;
      }
    };
    return true;
  }

  private admitted(found: Admitted, request: FastifyRequest, { roles, first }: Door): Viewer {
    const viewer = this.within(found, request, first);
    // what lets them in is all that they see by
    const admitted = roles === 'signedIn' ? viewer : narrowedTo(viewer, roles);
    if (!admitted) throw forbidden();
    return admitted;
  }

  /** The viewer as far as what they came in by reaches. */
  private within({ viewer, pass }: Admitted, { method, routeOptions }: FastifyRequest, first: boolean): Viewer {
    if (pass.kind === 'bearer') {
      const scope = scopeNeeded(method, routeOptions.url ?? '');
      if (!scope || !pass.scopes.includes(scope)) throw new Problem(403, 'beyond-token');
    }
    if (first) return viewer;
    if (viewer.mustChangePassword) throw new Problem(403, 'password-to-change');
    if (pass.kind === 'bearer') {
      // no program looks after the house
      const less = viewer.roles.includes('admin') ? withoutAdmin(viewer) : viewer;
      if (!less) throw forbidden();
      return less;
    }
    if (!pass.strong && needsSecondFactor(this.options, viewer.roles))
      throw new Problem(403, 'second-factor-to-set-up');
    return viewer;
  }

  private async find({ headers, cookies, ip }: FastifyRequest, isUse: boolean): Promise<Admitted> {
    const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    const token = bearer ?? cookies[sessionCookie];
    if (!token) throw new Problem(401, 'unauthenticated');
    const { dataSource } = this.options;
    const kind = bearer ? 'bearer' : 'session';
    const found = await viewerByToken(dataSource, kind, digest(token), idleSeconds(this.options));
    if (!found) throw new Problem(401, 'unauthenticated');
    if (isUse && found.pass.stale) await touch(dataSource, kind, digest(token), ip);
    return found;
  }
}

function withoutAdmin(viewer: Viewer): Viewer | undefined {
  const memberships = viewer.memberships.map((one) => ({
    ...one,
    roles: one.roles.filter((role) => role !== 'admin'),
  }));
  return narrowedTo({ ...viewer, memberships }, readerRoles);
}
