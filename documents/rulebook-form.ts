/** The form of a rulebook: its JSON Schema, told in sentences that say what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Path, SenseProblem } from './rulebook-sense.js';

export const schemaFile = join(import.meta.dirname, '../rulebooks/rulebook.schema.json');

let compiled: ValidateFunction | undefined;

/** Every way in which a document is not of the form of a rulebook. */
export function formProblems(value: unknown): SenseProblem[] {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
  );
  if (compiled(value)) return [];
  const errors = (compiled.errors ?? []).filter(({ keyword }) => !['if', 'propertyNames'].includes(keyword));
  const problems = errors.map((error) => ({ path: pathOf(error), message: messageOf(error) }));
  return problems.filter(
    (one, i) =>
      problems.findIndex((other) => other.message === one.message && other.path.join() === one.path.join()) === i,
  );
}

function pathOf({ instancePath, params, propertyName }: ErrorObject): Path {
  const path: Path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const added = (params as { additionalProperty?: string }).additionalProperty ?? propertyName;
  return added === undefined ? path : [...path, added];
}

interface Described {
  description?: string;
  properties?: Record<string, Described>;
}

function messageOf(error: ErrorObject): string {
  const { keyword, params, data, parentSchema, propertyName } = error as ErrorObject<string, Record<string, unknown>>;
  const schema = (parentSchema ?? {}) as Described;
  const hint = schema.description ? ` — ${schema.description}` : '';
  const shown = propertyName ?? JSON.stringify(data).replace(/^"|"$/g, '');
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const what = schema.properties?.[missing]?.description;
      return `${missing} is missing${what ? ` — ${what}` : ''}`;
    }
    case 'additionalProperties':
      return `is unknown here; known are ${Object.keys(schema.properties ?? {}).join(', ')}`;
    case 'enum':
      return `"${shown}" is unknown; choose one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return `can only be ${String(params['allowedValue'])}${hint}`;
    case 'type':
      return `must be ${([] as unknown[]).concat(params['type']).map(named).join(' or ')}${hint}`;
    case 'pattern':
      return `"${shown}" will not do${hint}`;
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return `must not be empty${hint}`;
    case 'maxProperties':
      return `can only hold one entry${hint}`;
    case 'uniqueItems':
      return 'names the same twice';
    default:
      return `${error.message ?? 'is wrong'}${hint}`;
  }
}

const named = (type: unknown): string =>
  ({
    object: 'a map',
    array: 'a list',
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  })[String(type)] ?? String(type);
