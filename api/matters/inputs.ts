import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** What is known of a complaint while it is written down. */
export class SimilarQuery {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  project: string;

  @IsString()
  @MaxLength(4000)
  text: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  room?: string;
}

/** A person's word on a pair. */
export class MatchInput {
  @IsIn(['confirmed', 'undone', 'suggested'])
  state: 'confirmed' | 'undone' | 'suggested';
}
