import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from './problem.js';

export interface RequestConditions {
  key?: string;
  ifSeq?: number;
}

/** `Idempotency-Key` and `If-Match` of a request. */
export const Conditions = createParamDecorator((_: unknown, context: ExecutionContext): RequestConditions => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const key = headers['idempotency-key'];
  const match = headers['if-match']?.trim();
  if (key !== undefined && (typeof key !== 'string' || key.trim() === '' || key.length > 200)) {
    throw invalid({ path: 'Idempotency-Key', message: 'must have 1 to 200 characters' });
  }
  if (match === undefined || match === '*') return { key };
  const seq = /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1];
  // a tag that we never gave cannot match
  if (seq === undefined) throw new Problem(412, 'stale');
  return { key, ifSeq: Number(seq) };
});
