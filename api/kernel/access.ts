/** Who asks, and whether they may at all. What they may do with a complaint the core decides. */
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Viewer, viewerByToken } from '../../database/queries/access.js';
import { narrowedTo } from '../../domain/organisation/viewer.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { ApiOptions } from '../options.js';
import { digest } from './digest.js';
import { forbidden, Problem } from './problem.js';

export const sessionCookie = 'huiyin_session';

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
  }
}

const openKey = 'huiyin:open';
const rolesKey = 'huiyin:roles';
const firstKey = 'huiyin:before-password';

/** Needs no login. */
export const Open = () => SetMetadata(openKey, true);
/** Possible before a password that was made for somebody is changed. */
export const BeforePassword = () => SetMetadata(firstKey, true);
/** Only for these roles, and only for what the nodes where they hold reach. */
export const For = (...roles: Role[]) => SetMetadata(rolesKey, roles);
/** For all who may see complaints: everybody but administrators. */
export const ForReaders = () =>
  For('reception', 'supervisor', 'handler', 'approver', 'revisitor', 'company', 'hq', 'auditor');

/** The viewer of this request. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Problem(401, 'unauthenticated');
  return viewer;
});

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(openKey, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const viewer = await this.find(request);
    if (!viewer) throw new Problem(401, 'unauthenticated');
    if (viewer.mustChangePassword && !this.reflector.getAllAndOverride<boolean>(firstKey, targets)) {
      throw new Problem(403, 'password-to-change');
    }
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(rolesKey, targets);
    // what lets them in is all that they see by
    const admitted = roles ? narrowedTo(viewer, roles) : viewer;
    if (!admitted) throw forbidden();
    request.viewer = admitted;
    return true;
  }

  private async find({ headers, cookies }: FastifyRequest): Promise<Viewer | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    const token = bearer ?? cookies[sessionCookie];
    if (!token) return undefined;
    return viewerByToken(this.options.dataSource, bearer ? 'bearer' : 'session', digest(token));
  }
}
