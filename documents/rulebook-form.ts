/** The form of a rulebook: its JSON Schema, told in sentences that say what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Said } from './problem.js';
import type { Path, SenseProblem } from './rulebook-sense.js';

const folder = join(import.meta.dirname, '../rulebooks');
export const schemaFile = join(folder, 'rulebook.schema.json');
/** The descriptions of the schema in Chinese, by the English ones. */
export const schemaWordsFile = join(folder, 'schema-words.zh.json');

let compiled: ValidateFunction | undefined;
let words: Record<string, string> | undefined;

/** Every way in which a document is not of the form of a rulebook. */
export function formProblems(value: unknown): SenseProblem[] {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
  );
  if (compiled(value)) return [];
  const errors = (compiled.errors ?? []).filter(({ keyword }) => !['if', 'propertyNames'].includes(keyword));
  const problems = errors.map((error) => ({ path: pathOf(error), ...saidOf(error) }));
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

function saidOf(error: ErrorObject): Said {
  const { keyword, params, data, parentSchema, propertyName } = error as ErrorObject<string, Record<string, unknown>>;
  const schema = (parentSchema ?? {}) as Described;
  const hint = hintOf(schema);
  const shown = propertyName ?? JSON.stringify(data).replace(/^"|"$/g, '');
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const what = hintOf(schema.properties?.[missing]);
      return { message: `${missing} is missing${what.message}`, zh: `缺少 ${missing}${what.zh}` };
    }
    case 'additionalProperties': {
      const known = Object.keys(schema.properties ?? {}).join(', ');
      return { message: `is unknown here; known are ${known}`, zh: `这里没有这一项：可以写 ${known}` };
    }
    case 'enum': {
      const known = (params['allowedValues'] as unknown[]).join(', ');
      return { message: `"${shown}" is unknown; choose one of ${known}`, zh: `没有“${shown}”：可以写 ${known}` };
    }
    case 'const': {
      const only = String(params['allowedValue']);
      return { message: `can only be ${only}${hint.message}`, zh: `只能是 ${only}${hint.zh}` };
    }
    case 'type': {
      const types = ([] as unknown[]).concat(params['type']).map(named);
      return {
        message: `must be ${types.map(({ message }) => message).join(' or ')}${hint.message}`,
        zh: `必须是${types.map(({ zh }) => zh).join('或')}${hint.zh}`,
      };
    }
    case 'pattern':
      return { message: `"${shown}" will not do${hint.message}`, zh: `“${shown}”不合要求${hint.zh}` };
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return { message: `must not be empty${hint.message}`, zh: `不能为空${hint.zh}` };
    case 'maxProperties':
      return { message: `can only hold one entry${hint.message}`, zh: `只能有一项${hint.zh}` };
    case 'uniqueItems':
      return { message: 'names the same twice', zh: '重复写了同一项' };
    default: {
      const message = error.message ?? 'is wrong';
      return { message: `${message}${hint.message}`, zh: `不合要求（${message}）${hint.zh}` };
    }
  }
}

/** What a schema says of itself, to be put behind what is wrong. */
function hintOf(schema: Described | undefined): Said {
  const description = schema?.description;
  if (!description) return { message: '', zh: '' };
  words ??= JSON.parse(readFileSync(schemaWordsFile, 'utf8')) as Record<string, string>;
  return { message: ` — ${description}`, zh: `：${words[description] ?? description}` };
}

const types: Record<string, Said> = {
  object: { message: 'a map', zh: '一组键值' },
  array: { message: 'a list', zh: '列表' },
  string: { message: 'a text', zh: '文字' },
  integer: { message: 'a whole number', zh: '整数' },
  number: { message: 'a number', zh: '数字' },
  boolean: { message: 'true or false', zh: ' true 或 false' },
};
const named = (type: unknown): Said => types[String(type)] ?? { message: String(type), zh: String(type) };
