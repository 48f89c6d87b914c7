import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type Status, statuses } from '../../domain/complaint/statuses.js';
import { severities, type Severity } from '../../domain/rulebook/rulebook.js';
import { IsStorable } from '../kernel/storable.js';

/** Which open complaints: all that is given must hold. */
export class MoveSelection {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  ids?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  versions?: number[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  projects?: string[];

  @IsOptional()
  @IsArray()
  @IsIn(statuses, { each: true })
  statuses?: Status[];

  @IsOptional()
  @IsArray()
  @IsIn(severities, { each: true })
  severities?: Severity[];
}

export class MovePreviewInput extends MoveSelection {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class MoveInput extends MoveSelection {
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(2_000)
  @IsStorable()
  reason: string;
}
