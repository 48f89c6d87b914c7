import { registerDecorator } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';

/** A decorator of a field of an input class. */
export function fieldCheck(name: string, message: string, holds: (value: unknown) => boolean): () => PropertyDecorator {
  return () => (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: holds, defaultMessage: () => message },
    });
}

/** A text without characters that the database cannot keep. */
export const IsStorable = fieldCheck(
  'storable',
  'has characters that cannot be stored',
  (value) => typeof value !== 'string' || isStorable(value),
);
