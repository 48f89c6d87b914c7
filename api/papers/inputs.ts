import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsStorable } from '../kernel/storable.js';

export class ReceiptInput {
  @IsIn(['opened', 'acknowledged'])
  what: 'opened' | 'acknowledged';
}

class PartInput {
  @IsString()
  @MaxLength(200)
  id: string;

  @IsString()
  @MaxLength(20_000)
  @IsStorable()
  text: string;
}

export class PartsInput {
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  parts: PartInput[];
}

export class ReturnInput {
  @IsString()
  @MaxLength(2_000)
  @IsStorable()
  reason: string;
}

export class CorrectInput extends ReturnInput {
  @IsOptional()
  @IsBoolean()
  anew?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  parts?: PartInput[];
}
