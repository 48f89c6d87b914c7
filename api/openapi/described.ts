/** What a route takes and answers, for the OpenAPI document. */
import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiSecurity,
} from '@nestjs/swagger';
import { ref, type Schema } from './schema.js';

interface Description {
  /** The operation's id: unique in the house. */
  id: string;
  summary: string;
  /** By status: the name of a schema or a schema; undefined: no body. */
  answers: Record<number, string | Schema | undefined>;
  /** Statuses of problems besides 401 and 403. */
  problems?: number[];
  body?: string | Schema;
  /** Media type of the body or the answer, unless it is JSON. */
  consumes?: string[];
  produces?: string;
  params?: Record<string, Schema>;
  query?: Record<string, Schema>;
  /** `Idempotency-Key` and, for a command, `If-Match`. */
  headers?: string[];
  /** Needs no login. */
  open?: boolean;
}

const headerTexts: Record<string, string> = {
  'Idempotency-Key': 'Names this request: sent again with the same key it has the same answer and happens once.',
  'If-Match': 'The ETag of the complaint as it was read: refused with `stale` when it has moved on.',
};

const schemaOf = (given: string | Schema): Schema => (typeof given === 'string' ? ref(given) : given);

export function Described(description: Description): MethodDecorator {
  const { id, summary, answers, body, params = {}, query = {}, headers = [], open, produces, consumes } = description;
  const problems = [...new Set([...(open ? [] : [401, 403]), ...(description.problems ?? []), 503])].sort();
  return applyDecorators(
    ApiOperation({ operationId: id, summary }),
    ...(open ? [] : [ApiSecurity('session'), ApiSecurity('bearer')]),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, required: true, schema: schema })),
    ...Object.entries(query).map(([name, schema]) =>
      ApiQuery({ name: name.replace(/\?$/, ''), required: !name.endsWith('?'), schema: schema as never }),
    ),
    ...headers.map((name) =>
      ApiHeader({ name, required: false, description: headerTexts[name], schema: { type: 'string' } }),
    ),
    ...(body === undefined ? [] : [ApiBody({ required: true, schema: schemaOf(body) as never })]),
    ...(consumes ? [ApiConsumes(...consumes)] : []),
    ...(produces ? [ApiProduces(produces)] : []),
    ...Object.entries(answers).map(([status, answer]) =>
      ApiResponse({
        status: Number(status),
        description: summary,
        ...(answer === undefined
          ? {}
          : { content: { [produces ?? 'application/json']: { schema: schemaOf(answer) } } }),
      }),
    ),
    ...problems.map((status) =>
      ApiResponse({
        status,
        description: problemTexts[status] ?? 'A problem',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      }),
    ),
  );
}

const problemTexts: Record<number, string> = {
  400: 'The input is not valid',
  401: 'Nobody is logged in',
  403: 'Not for this role',
  404: 'There is no such thing here',
  409: 'Refused, with the reason and its clauses',
  412: 'The complaint has moved on',
  413: 'The body is too large',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many attempts',
  503: 'The engine or the database is away',
};
