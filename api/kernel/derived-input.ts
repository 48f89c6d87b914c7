/** Classes of the validator and schemas of the OpenAPI document, both out of the fields that a command takes. */
import type { Type } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';
import { type Field, inputErrors, type Shape } from '../../domain/complaint/input.js';
import type { Schema } from '../openapi/schema.js';

/** A class whose fields are those of a shape, checked as the core checks them. */
export function inputClass(name: string, shape: Shape): Type<object> {
  const made = { [name]: class {} }[name] as Type<object>;
  for (const [path, field] of Object.entries(shape)) {
    const message = (value: unknown) => fieldMessage(path, field, value);
    ValidateBy({
      name: field.kind,
      validator: {
        validate: (value) => message(value) === undefined,
        defaultMessage: (args) => message(args?.value) ?? '',
      },
    })(made.prototype as object, path);
  }
  return made;
}

function fieldMessage(path: string, field: Field, value: unknown): string | undefined {
  if (value === null) return 'must not be null';
  const [error] = inputErrors({ [path]: field }, { [path]: value });
  if (error) return error.message;
  const texts = Array.isArray(value) ? value : [value];
  return texts.every((text) => typeof text !== 'string' || isStorable(text))
    ? undefined
    : 'has characters that cannot be stored';
}

/** The same fields as a JSON Schema. A required text may still be blank here: the command refuses it. */
export function inputSchema(shape: Shape): Schema {
  const required = Object.keys(shape).filter((name) => shape[name]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, fieldSchema(field)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

export function fieldSchema({ kind, choices, max, min }: Field): Schema {
  switch (kind) {
    case 'text':
      return { type: 'string', maxLength: max };
    case 'word':
      return { type: 'string', minLength: 1, maxLength: max };
    case 'choice':
      return { type: 'string', enum: [...(choices ?? [])] };
    case 'moment':
      return { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] };
    case 'flag':
      return { type: 'boolean' };
    case 'number':
      return { type: 'number', minimum: min ?? 0 };
    case 'words':
      return { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 100 };
    case 'ratings':
      return { type: 'object', additionalProperties: { type: 'string', enum: [...(choices ?? [])] } };
    case 'facts':
      return { type: 'object' };
  }
}
