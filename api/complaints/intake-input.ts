import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { commands } from '../../domain/complaint/commands/index.js';
import { channels, type Channel } from '../../domain/complaint/file.js';
import type { Facts } from '../../domain/complaint/state.js';
import { type Tier, tiers } from '../../domain/rulebook/rulebook.js';
import { inputClass } from '../kernel/derived-input.js';
import { IsMoment } from '../kernel/moment.js';
import { fieldCheck, IsStorable } from '../kernel/storable.js';

export const longestText = 20_000;
const notBlank = /\S/;
const phoneForm = /^\+?[\d() -]{5,24}(?:(?:转|ext\.?|x|#|,) ?\d{1,6})?$/i;

const IsPhone = fieldCheck('phone', 'must be a phone number', (value) => {
  if (typeof value !== 'string' || !phoneForm.test(value.trim())) return false;
  const digits = value.replace(/\D/g, '').length;
  return digits >= 5 && digits <= 20;
});

/** A line of text that may be left out. */
function Line(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [IsOptional(), IsString(), MaxLength(200), IsStorable()]) decorate(target, property);
  };
}

export class ComplainantInput {
  @Line()
  name?: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string;

  @Line()
  address?: string;

  @Line()
  room?: string;

  @IsOptional()
  @IsBoolean()
  anonymous?: boolean;

  /** In which they are written to; left out: Chinese, or English where the rulebook has no Chinese. */
  @IsOptional()
  @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';
}

const { source: _, ...facts } = commands.recordFact?.input ?? {};
/** What `recordFact` takes, besides who said so. */
export const factsShape = facts;
export const FactsInput = inputClass('FactsInput', factsShape);

/** A complaint as it comes in. */
export class IntakeInput {
  /** Id or name; left out by whoever belongs to one project: theirs. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  project?: string;

  @IsIn(channels)
  channel: Channel;

  @IsStorable()
  @MaxLength(longestText)
  @Matches(notBlank, { message: 'must not be blank' })
  @IsString()
  text: string;

  @Line()
  category?: string;

  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => ComplainantInput)
  complainant?: ComplainantInput;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  people?: number;

  @IsOptional()
  @IsString()
  @IsStorable()
  @MaxLength(longestText)
  remedySought?: string;

  @IsOptional()
  @IsMoment()
  arrivedAt?: string;

  @IsOptional()
  @IsString()
  @IsStorable()
  @MaxLength(2_000)
  backdatedBecause?: string;

  /** Else the tier of whoever records it. */
  @IsOptional()
  @IsIn(tiers)
  receivedBy?: Tier;

  @Line()
  rulebook?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  accused?: string[];

  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => FactsInput)
  facts?: Facts;
}
