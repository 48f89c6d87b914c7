/** A JSON Schema of the 2020-12 draft, as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
export const map = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

/** An object; fields whose name ends in `?` may be missing. */
export function fields(properties: Record<string, Schema>, more: Schema = {}): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
    ...more,
  };
}
