/** What is sent to publish a year or to change a node's own calendar. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const date = /^\d{4}-\d\d-\d\d$/;
const dateMessage = { message: 'must be a date such as 2027-02-14' };
const hour = /^([01]\d|2[0-3]):[0-5]\d$/;
const hourMessage = { message: 'must be a time such as 09:00' };
const most = 100;

export class DaysOffInput {
  @Matches(date, dateMessage)
  from: string;

  @IsInt()
  days: number;

  @IsString()
  name: string;
}

export class WorkdayInput {
  @Matches(date, dateMessage)
  date: string;

  @IsString()
  name: string;
}

export class WhyInput {
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(1_000)
  why: string;
}

export class YearInput extends WhyInput {
  @IsArray()
  @ArrayMaxSize(most)
  @ValidateNested({ each: true })
  @Type(() => DaysOffInput)
  off: DaysOffInput[];

  @IsArray()
  @ArrayMaxSize(most)
  @ValidateNested({ each: true })
  @Type(() => WorkdayInput)
  work: WorkdayInput[];
}

export class NodeCalendarInput extends WhyInput {
  /** For complaints filed on this date or later. */
  @Matches(date, dateMessage)
  from: string;

  /** The days off of the nodes above hold here, too. */
  @IsBoolean()
  inherits: boolean;

  @IsOptional()
  @Matches(hour, hourMessage)
  opens?: string;

  @IsOptional()
  @Matches(hour, hourMessage)
  closes?: string;

  @IsArray()
  @ArrayMaxSize(most)
  @ValidateNested({ each: true })
  @Type(() => DaysOffInput)
  off: DaysOffInput[];

  /** Open complaints below the node are reckoned anew. */
  @IsBoolean()
  tell: boolean;
}

/** As the core has it: first day, days, name. */
export const offOf = (off: readonly DaysOffInput[]): [string, number, string][] =>
  off.map(({ from, days, name }) => [from, days, name.trim()]);
