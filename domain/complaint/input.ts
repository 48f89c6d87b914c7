/** What a command takes, stated once: the API's validation, the OpenAPI document and the forms derive from it. */

export interface Field<T = unknown, Required extends boolean = boolean> {
  kind: 'text' | 'word' | 'choice' | 'moment' | 'flag' | 'number' | 'words' | 'facts' | 'ratings';
  required: Required;
  /** For `choice`, and for what `ratings` may say. */
  choices?: readonly string[];
  /** For `text`: how many characters; for `number`: the least. */
  max?: number;
  min?: number;
  /** Never set; carries the type. */
  type?: T;
}

export type Shape = Record<string, Field>;

type RequiredKeys<S extends Shape> = { [K in keyof S]: S[K]['required'] extends true ? K : never }[keyof S];
export type InputOf<S extends Shape> = { [K in RequiredKeys<S>]: NonNullable<S[K]['type']> } & {
  [K in Exclude<keyof S, RequiredKeys<S>>]?: NonNullable<S[K]['type']>;
};

const longest = 20_000;

/** Words of a person; blank ones are refused. */
export const text = (): Field<string, true> => ({ kind: 'text', required: true, max: longest });
/** A name or id. */
export const word = (): Field<string, true> => ({ kind: 'word', required: true, max: 200 });
export const words = (): Field<string[], true> => ({ kind: 'words', required: true, max: 200 });
/** A time, or a day (`2026-03-04`), which is meant to its end. */
export const moment = (): Field<string, true> => ({ kind: 'moment', required: true });
export const flag = (): Field<boolean, true> => ({ kind: 'flag', required: true });
export const number = (min = 0): Field<number, true> => ({ kind: 'number', required: true, min });
export const choice = <const C extends readonly string[]>(...choices: C): Field<C[number], true> => ({
  kind: 'choice',
  required: true,
  choices,
});

/** What people say of each item, by the item's name. */
export const ratingsOf = <const C extends readonly string[]>(
  ...choices: C
): Field<Record<string, C[number]>, true> => ({
  kind: 'ratings',
  required: true,
  choices,
});

export const optional = <T>(field: Field<T, true>): Field<T, false> => ({ ...field, required: false });

export interface InputError {
  path: string;
  message: string;
}

/** Checks an input against its shape; unknown fields are passed over here and refused at the door. Blank texts are left to the command. */
export function inputErrors(shape: Shape, input: Record<string, unknown>): InputError[] {
  return Object.entries(shape).flatMap(([path, field]) => {
    const value = input[path];
    if (value === undefined || value === null) {
      return field.required && field.kind !== 'text' ? [{ path, message: 'is required' }] : [];
    }
    const message = fieldError(field, value);
    return message ? [{ path, message }] : [];
  });
}

/** The texts that are required but blank or missing. */
export function blankTexts(shape: Shape, input: Record<string, unknown>): string[] {
  return Object.entries(shape)
    .filter(([path, field]) => {
      const value = input[path];
      if (field.kind !== 'text') return false;
      return field.required ? typeof value !== 'string' || value.trim() === '' : false;
    })
    .map(([path]) => path);
}

/** Whether it is a day without a time, and one that there is. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

// found in every object, whether the rulebook has it or not: `constructor`, `toString` …
const isInherited = (word: string): boolean => word in Object.prototype;
const inheritedMessage = 'must be another word: this one means something to the machine';

function fieldError(field: Field, value: unknown): string | undefined {
  switch (field.kind) {
    case 'text':
    case 'word':
      if (typeof value !== 'string') return 'must be a text';
      if (field.kind === 'word' && value.trim() === '') return 'must not be blank';
      if (field.kind === 'word' && isInherited(value)) return inheritedMessage;
      return value.length > (field.max ?? longest) ? `must have at most ${field.max} characters` : undefined;
    case 'choice':
      return field.choices?.includes(value as string) ? undefined : `must be one of ${field.choices?.join(', ')}`;
    case 'moment':
      return typeof value === 'string' &&
        (isDay(value) ||
          (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))))
        ? undefined
        : 'must be a time with an offset, such as 2026-03-02T09:30:00+08:00';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= (field.min ?? 0)
        ? undefined
        : `must be a number of at least ${field.min ?? 0}`;
    case 'words':
      return Array.isArray(value) &&
        value.length <= 100 &&
        value.every((one) => typeof one === 'string' && one.trim() !== '' && !isInherited(one))
        ? undefined
        : 'must be a list of names';
    case 'ratings':
      return typeof value === 'object' &&
        !Array.isArray(value) &&
        !Object.keys(value as object).some(isInherited) &&
        Object.values(value as object).every((one: unknown) => field.choices?.includes(one as string))
        ? undefined
        : `must be ${field.choices?.join(', ')} by item`;
    case 'facts':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : 'must be facts by name';
  }
}
