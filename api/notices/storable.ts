import { ValidateBy } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';

/** A text that PostgreSQL can store. */
export const Storable = (): PropertyDecorator =>
  ValidateBy({
    name: 'storable',
    validator: {
      validate: (value) => typeof value !== 'string' || isStorable(value),
      defaultMessage: () => 'has characters that cannot be stored',
    },
  });
