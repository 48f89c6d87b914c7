import { type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type FieldError, invalid } from './problem.js';

/** Checks a body or query against a class of the validator; what it does not know is refused. */
export class InputPipe<T extends object> implements PipeTransform<unknown, Promise<T>> {
  constructor(private readonly input: Type<T>) {}

  async transform(value: unknown): Promise<T> {
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) throw invalid({ path: '', message: 'must be an object' });
    const instance = plainToInstance(this.input, given);
    const errors = await validate(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    if (errors.length > 0) throw invalid(...errors.flatMap((error) => flat(error)));
    return instance;
  }
}

function flat({ property, constraints = {}, children = [] }: ValidationError, above = ''): FieldError[] {
  const path = above ? `${above}.${property}` : property;
  const own = Object.entries(constraints).map(([name, message]) => ({
    path,
    message: name === 'whitelistValidation' ? 'is not known here' : withoutName(message, property),
  }));
  return [...own.slice(0, 1), ...children.flatMap((child) => flat(child, path))];
}

const withoutName = (message: string, property: string): string =>
  message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
