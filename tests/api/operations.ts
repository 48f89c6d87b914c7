/** The routes of the house, as the committed OpenAPI document has them: what tests over all of them derive from. */
import { readFileSync } from 'node:fs';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { admitted } from './matrix-table.js';

export interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
  required?: string[];
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** Names of what its address may ask. */
  query: string[];
  /** What it takes as JSON. */
  body?: Schema;
  /** Media types that it answers with a 200. */
  answers: string[];
}

interface Written {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

const document = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Written>>;
  components: { schemas: Record<string, Schema> };
};

export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => {
    const body = requestBody?.content['application/json']?.schema;
    return {
      id: operationId,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      ...(body ? { body } : {}),
      answers: Object.keys(responses['200']?.content ?? {}),
    };
  }),
);

/** A schema itself, where it only names one. */
export function schemaOf(given: Schema): Schema {
  const name = given.$ref?.split('/').at(-1);
  const [first] = given.anyOf ?? [];
  const found = name ? document.components.schemas[name] : first;
  return found ? schemaOf(found) : given;
}

/** The path with an id for complaints and threads, and something that is none for the rest. */
export const filled = (path: string, id: string, rest = '1'): string =>
  path
    .replace('/complaints/{id}', `/complaints/${id}`)
    .replace('{thread}', id)
    .replace(/\{\w+\}/g, rest);

export const isStream = ({ id }: Operation): boolean => id === 'streamEvents';

/** Somebody whom a route lets in; undefined: everybody. */
export function letIn({ id }: Operation): Role | undefined {
  const by = admitted[id];
  if (by === 'everybody') return undefined;
  return by === 'signedIn' || !by ? 'supervisor' : by[0];
}
