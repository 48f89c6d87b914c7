import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  Validate,
  ValidateNested,
} from 'class-validator';
import { Storable } from './storable.js';

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
  @Validate(Storable)
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
  @Validate(Storable)
  reason: string;
}

export class CorrectInput extends ReturnInput {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  parts?: PartInput[];
}
