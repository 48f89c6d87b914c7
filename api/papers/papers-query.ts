import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';
import type { PaperCursor } from '../../database/queries/papers.js';
import { paperKinds } from '../../domain/paper/kinds.js';
import { paperStates } from '../../domain/paper/paper.js';
import { invalid } from '../kernel/problem.js';

const list = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);
const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export class PapersQuery {
  @IsOptional()
  @Transform(list)
  @IsIn(paperKinds, { each: true })
  kind?: string[];

  @IsOptional()
  @Transform(list)
  @IsIn(paperStates, { each: true })
  state?: string[];

  @IsOptional()
  @Transform(list)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  node?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  complaint?: string;

  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  acknowledged?: boolean;

  @IsOptional()
  @Matches(momentForm)
  dueFrom?: string;

  @IsOptional()
  @Matches(momentForm)
  dueTo?: string;

  /** Waits for me. */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  mine?: boolean;

  @IsOptional()
  @IsIn(['latest', 'next'])
  order?: 'latest' | 'next';

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
export const paperCursorText = ({ due, id }: PaperCursor): string =>
  Buffer.from(JSON.stringify([due, id])).toString('base64url');

export function paperCursorOf(text: string): PaperCursor {
  try {
    const [due, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof due === 'string' && momentForm.test(due) && typeof id === 'string' && isStorable(id)) return { due, id };
  } catch {
    // not ours
  }
  throw invalid({ path: 'after', message: 'is no place in this list: take it from `next`' });
}
