import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';
import type { Cursor } from '../../database/queries/complaints.js';
import { invalid } from '../kernel/problem.js';

const list = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
    : Array.isArray(value)
      ? value.flatMap((one: unknown) => (typeof one === 'string' ? one.split(',') : one))
      : value;
const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

function Words(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [IsOptional(), Transform(list), IsString({ each: true }), MaxLength(200, { each: true })]) {
      decorate(target, property);
    }
  };
}
function Flag(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [IsOptional(), Transform(flag), IsBoolean()]) decorate(target, property);
  };
}
const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export class ListQuery {
  @Words()
  status?: string[];

  @Words()
  severity?: string[];

  @Words()
  category?: string[];

  @Words()
  project?: string[];

  @Words()
  channel?: string[];

  @Words()
  tier?: string[];

  @Words()
  handler?: string[];

  @Words()
  rulebook?: string[];

  /** With a deadline in a state: `arrive:missed`. */
  @IsOptional()
  @Matches(/^[a-zA-Z.]{1,40}:(open|met|missed|cancelled)$/, { message: 'must be a clock and a state: arrive:missed' })
  clock?: string;

  /** With work that was done anew. */
  @Flag()
  reworked?: boolean;

  /** With an item of the survey rated so: `greening:dissatisfied`. */
  @IsOptional()
  @Matches(/^[\w-]{1,60}:(satisfied|fair|dissatisfied)$/, {
    message: 'must be an item and a rating: greening:dissatisfied',
  })
  rated?: string;

  /** Those on one matter. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  matter?: string;

  /** Those that the viewer handles. */
  @Flag()
  mine?: boolean;

  @Flag()
  overdue?: boolean;

  @Flag()
  suspended?: boolean;

  /** Not over. */
  @Flag()
  open?: boolean;

  /** That go on in another one. */
  @Flag()
  merged?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @Matches(momentForm)
  arrivedFrom?: string;

  @IsOptional()
  @Matches(momentForm)
  arrivedTo?: string;

  @IsOptional()
  @IsString()
  after?: string;

  @IsOptional()
  @Transform(number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** A place in the list as clients hand it back. */
export function cursorText({ arrivedAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([arrivedAt, id])).toString('base64url');
}

export function cursorOf(text: string): Cursor {
  try {
    const [arrivedAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof arrivedAt === 'string' && momentForm.test(arrivedAt) && typeof id === 'string' && isStorable(id))
      return { arrivedAt, id };
  } catch {
    // not ours
  }
  throw invalid({ path: 'after', message: 'is no place in this list: take it from `next`' });
}
