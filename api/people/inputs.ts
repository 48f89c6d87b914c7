/** What administrators say of people. */
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { type Role, roles } from '../../domain/rulebook/rulebook.js';
import { IsStorable } from '../kernel/storable.js';

export const usernameForm = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const usernameText = { message: 'must have 2 to 40 small letters, digits, . - or _' };
const blank = { message: 'must not be blank' };
const momentText = { message: 'must be a moment such as 2026-11-22T18:00:00+08:00' };
const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export class MembershipInput {
  @IsString()
  @MaxLength(40)
  node: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  roles: Role[];

  /** None: until further notice. */
  @IsOptional()
  @Matches(momentForm, momentText)
  until?: string;
}

export class PersonChangeInput {
  @IsString()
  @Matches(/\S/, blank)
  @MaxLength(60)
  @IsStorable()
  name: string;

  /** The node where they belong. */
  @IsString()
  @MaxLength(40)
  home: string;
}

export class PersonInput extends PersonChangeInput {
  /** Their id, too: what events keep. It never changes. */
  @Matches(usernameForm, usernameText)
  username: string;

  /** At their home; none: added later. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  roles?: Role[];
}

export class SubstitutionInput {
  /** Who stands in. */
  @IsString()
  @MaxLength(100)
  substitute: string;

  @Matches(momentForm, momentText)
  from: string;

  @Matches(momentForm, momentText)
  until: string;

  @IsString()
  @Matches(/\S/, blank)
  @MaxLength(200)
  @IsStorable()
  why: string;
}

export class HandOverInput {
  /** Who handles it from now on. */
  @IsString()
  @MaxLength(100)
  to: string;

  @IsString()
  @Matches(/\S/, blank)
  @MaxLength(200)
  @IsStorable()
  reason: string;
}
