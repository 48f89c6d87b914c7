/** Keeps what people do beside the commands of a complaint: whoever looks after the house is looked after, too. */
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { keepAct } from '../../database/queries/acts.js';
import { ApiOptions } from '../options.js';

const actKey = 'huiyin:act';

/** Reading it is an act, too. */
export const Kept = () => SetMetadata(actKey, true);
/** Changing it is none: it tells by itself, or it is about nobody but whoever does it. */
export const NoAct = () => SetMetadata(actKey, false);

@Injectable()
export class ActKeeper implements NestInterceptor {
  constructor(
    private readonly options: ApiOptions,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { viewer, method, params, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const wanted = this.reflector.getAllAndOverride<boolean | undefined>(actKey, targets) ?? method !== 'GET';
    if (!wanted || !viewer) return next.handle();
    const { operationId } = (Reflect.getMetadata('swagger/apiOperation', context.getHandler()) ?? {}) as {
      operationId?: string;
    };
    const given =
      typeof body === 'object' && body !== null && !Buffer.isBuffer(body)
        ? { fields: Object.keys(body).sort().slice(0, 50) }
        : {};
    const act = { user: viewer.user, roles: viewer.roles, act: operationId ?? context.getHandler().name };
    // done first: what was refused was not done
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        const about = { ...made(answer), ...(params as object), ...given };
        await keepAct(this.options.dataSource, { ...act, about }, new Date());
        return answer;
      }),
    );
  }
}

/** The id of what was made. */
const made = (answer: unknown): { id?: string } => {
  const { id } = (answer ?? {}) as { id?: unknown };
  return typeof id === 'string' ? { id } : {};
};
