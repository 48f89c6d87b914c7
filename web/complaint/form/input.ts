import type { Dayjs } from 'dayjs';
import type { CommandShape } from '../../api/shapes.js';
import { momentOf } from '../../parts/moment.js';

/** Filled from the chosen file. */
export const hidden = (command: string, name: string): boolean =>
  command === 'attach' && ['mediaType', 'size', 'sha256'].includes(name);

/** What was filled in, as the command takes it. */
export function inputOf(values: Record<string, unknown>, shape: CommandShape, zone: string): Record<string, unknown> {
  const given = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'name' && typeof value === 'object' && value !== null) return Object.entries(value);
    const field = shape.input[name];
    if (!field || value === undefined || value === null || value === '') return [];
    if (field.kind === 'moment') return [[name, momentOf(value as Dayjs, zone)]];
    if (field.kind === 'flag' && !field.required && value !== true) return [];
    if (Array.isArray(value) && value.length === 0) return [];
    return [[name, value]];
  });
  return Object.fromEntries(given);
}
