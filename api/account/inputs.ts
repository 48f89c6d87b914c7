import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class OwnPassword {
  /** Asked again, for those who have one. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  password?: string;
}

export class FirstCode {
  @IsString()
  @MinLength(1)
  @MaxLength(20)
  code: string;
}

export class NewPassword {
  @IsString()
  @MinLength(1)
  @MaxLength(1_000)
  before: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}
