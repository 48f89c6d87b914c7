import { IsString, Matches, MaxLength } from 'class-validator';
import { IsStorable } from '../kernel/storable.js';

export class UndoInput {
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(2_000)
  @IsStorable()
  reason: string;
}
