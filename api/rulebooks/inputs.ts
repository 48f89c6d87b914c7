import { IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { invalid } from '../kernel/problem.js';
import { IsStorable } from '../kernel/storable.js';

/** A rulebook of this many characters is none. */
export const longestRulebook = 400_000;

/** The text of a rulebook, as it is written. */
export class RulebookTextInput {
  @IsString()
  @MaxLength(longestRulebook)
  text: string;

  /** The rulebook that it must be. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  rulebook?: string;
}

export class DraftInput {
  @IsOptional()
  @IsString()
  @MaxLength(longestRulebook)
  @IsStorable()
  text?: string;

  /** Of which version it begins as a copy. */
  @IsOptional()
  @IsInt()
  @Min(1)
  copyOf?: number;

  /** Why it is written. */
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(2_000)
  @IsStorable()
  why: string;
}

export class ApprovalInput {
  /** A date in the rulebook's zone; today: from now on. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'must be a date: 2027-01-01' })
  inForceFrom?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  @IsStorable()
  remarks?: string;
}

export class WithdrawalInput {
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(2_000)
  @IsStorable()
  reason: string;
}

/** The number of a version in a path; 0, which none has, when it is none. */
export const numberOf = (version: string): number => (/^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0);

/** The number of a version in a query. */
export function numberIn(path: string, value: string): number {
  const number = numberOf(value);
  if (number === 0) throw invalid({ path, message: 'must be the number of a version' });
  return number;
}
