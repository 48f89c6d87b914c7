import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiOptions } from '../options.js';
import { areKeysAway, isDatabaseAway, isErased, isUnusableValue } from './faults.js';
import { languageOf } from './language.js';
import { databaseUnavailable, invalid, keysUnavailable, Problem } from './problem.js';
import { isPage, sendPage } from './web-pages.js';

/** Every answer that is not a success: problem+json, and never more than a client should know. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ApiOptions) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status === 404 && isPage(request, this.options)) return sendPage(reply);
    if (problem.status === 500) this.options.onFault?.(error);
    if (reply.sent || reply.raw.headersSent) return;
    await sendProblem(problem, request, reply);
  }
}

export async function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { retryAfter, allow } = problem.more;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  if (allow !== undefined) void reply.header('allow', allow);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="huiyin"');
  const body = JSON.stringify(problem.body(languageOf(request.headers['accept-language'])));
  await reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
}

/** Faults of the framework by what they mean; anything unknown is our own. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (areKeysAway(error)) return keysUnavailable();
  if (isErased(error)) return new Problem(409, 'erased');
  if (isDatabaseAway(error)) return databaseUnavailable();
  if (isUnusableValue(error)) return invalid({ path: '', message: 'has a value that cannot be used' });
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return new Problem(413, 'too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) return new Problem(415, 'unsupported-type');
  // an id that is too long for any
  if (status === 404 || status === 414) return new Problem(404, 'not-found');
  if (status === 405) return new Problem(405, 'method-not-allowed');
  if (status === 401) return new Problem(401, 'unauthenticated');
  if (status === 403) return new Problem(403, 'forbidden');
  if (status !== undefined && status >= 400 && status < 500)
    return invalid({ path: '', message: 'is not well-formed JSON' });
  return new Problem(500, 'internal-error');
}
