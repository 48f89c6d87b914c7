/** What administrators say of the organisation. */
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { type NodeTier, nodeTiers } from '../../domain/organisation/node.js';
import { IsStorable } from '../kernel/storable.js';

export const nodeId = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const idText = { message: 'must be of small letters, digits, - and _, 40 at most' };
const blank = { message: 'must not be blank' };

export class NodeChangeInput {
  @IsString()
  @Matches(/\S/, blank)
  @MaxLength(100)
  @IsStorable()
  name: string;

  /** The node above; none for the group. */
  @ValidateIf((_, value) => value !== null)
  @IsOptional()
  @IsString()
  @MaxLength(40)
  parent?: string | null;

  /** Of new complaints; none: that of the node above. */
  @ValidateIf((_, value) => value !== null)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  rulebook?: string | null;
}

export class NodeInput extends NodeChangeInput {
  /** Given by the house when it is left out. */
  @IsOptional()
  @Matches(nodeId, idText)
  id?: string;

  @IsIn(nodeTiers)
  tier: NodeTier;

  @IsString()
  @MaxLength(40)
  declare parent: string;
}

export class BaseInput {
  @IsOptional()
  @IsIn(['residential', 'other'])
  kind?: 'residential' | 'other';

  /** Occupied, on average of the month. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  households?: number;

  /** m², on average of the month. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(10_000_000_000)
  floorArea?: number;
}
