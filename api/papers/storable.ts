import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';

/** A text that the database takes as it is. */
@ValidatorConstraint({ name: 'storable' })
export class Storable implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value !== 'string' || isStorable(value);
  }

  defaultMessage(): string {
    return 'has characters that cannot be stored';
  }
}
