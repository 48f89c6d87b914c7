import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

export class BacktestInput {
  /** Existing complaints, the rulebook's own storylines, or those that people have kept. */
  @IsIn(['complaints', 'library', 'saved'])
  of: 'complaints' | 'library' | 'saved';

  /** Complaints that arrived from then … */
  @IsOptional()
  @Matches(momentForm)
  from?: string;

  /** … until before then. */
  @IsOptional()
  @Matches(momentForm)
  to?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  project?: string;
}

export class ComparisonQuery {
  @IsOptional()
  @Transform(number)
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  after?: number;

  @IsOptional()
  @Transform(number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
