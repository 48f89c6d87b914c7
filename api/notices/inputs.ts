/** What administrators and people say of notices. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type ChannelKind, channelKinds } from '../../domain/notice/channel.js';
import { type Audience, audiences, type Way } from '../../domain/notice/notice.js';
import { Storable } from './storable.js';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeText = { message: 'must be a time such as 22:00' };
const ownWays: Way[] = ['inbox', 'email'];

export class QuietInput {
  @Matches(time, timeText)
  from: string;

  @Matches(time, timeText)
  to: string;
}

export class KindsInput {
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ownWays, { each: true })
  work?: Way[];

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ownWays, { each: true })
  deadline?: Way[];

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ownWays, { each: true })
  escalation?: Way[];

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ownWays, { each: true })
  progress?: Way[];
}

export class PreferencesInput {
  @IsIn(['zh', 'en'])
  language: 'zh' | 'en';

  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MaxLength(254)
  @Matches(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/, {
    message: 'must be one e-mail address',
  })
  @Storable()
  email: string | null;

  @ValidateNested()
  @Type(() => KindsInput)
  kinds: KindsInput;

  @ValidateIf((_, value) => value !== null)
  @ValidateNested()
  @Type(() => QuietInput)
  quiet: QuietInput | null;

  @ValidateIf((_, value) => value !== null)
  @Matches(time, timeText)
  digestAt: string | null;
}

export class NoticeChannelInput {
  @IsIn(channelKinds)
  kind: ChannelKind;

  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(100)
  @Storable()
  name: string;

  /** Left out: as it was. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  @Storable()
  address?: string;

  /** Left out: as it was; null: none. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Storable()
  secret?: string | null;

  @IsString()
  @MaxLength(100)
  @Storable()
  node: string;

  @ArrayNotEmpty()
  @ArrayMaxSize(audiences.length)
  @ArrayUnique()
  @IsIn(audiences, { each: true })
  audience: Audience[];

  @IsIn(['zh', 'en'])
  language: 'zh' | 'en';

  @IsBoolean()
  active: boolean;
}
