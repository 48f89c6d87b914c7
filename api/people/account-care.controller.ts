import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { For, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { IsStorable } from '../kernel/storable.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { AccountCare } from './account-care.js';

export class EmailInput {
  /** Null: none. */
  @ValidateIf(({ email }: EmailInput) => email !== null)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail({}, { message: 'must be an e-mail address' })
  @MaxLength(254)
  email: string | null;
}

export class ResetReason {
  @IsString()
  @Matches(/\S/, { message: 'must say why' })
  @MaxLength(200)
  @IsStorable()
  reason: string;
}

@Controller('api/people/:id')
@For('admin')
export class AccountCareController {
  constructor(private readonly care: AccountCare) {}

  @Put('email')
  @Described({
    id: 'setEmail',
    summary: 'The e-mail address by which an identity provider’s account is linked; not verified before it was used',
    params: { id: text },
    body: 'EmailInput',
    answers: { 200: 'PersonDetails' },
    problems: [400, 404, 409],
  })
  email(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(EmailInput)) { email }: EmailInput) {
    return this.care.setEmail(viewer, id, email);
  }

  // an act with its reason, which the keeper of acts would leave out
  @Post('reset-second-factor')
  @HttpCode(200)
  @NoAct()
  @Described({
    id: 'resetSecondFactor',
    summary: 'Takes away the second factor of whoever has lost it; their sessions end, and they are told',
    params: { id: text },
    body: 'ResetReason',
    answers: { 200: 'PersonDetails' },
    problems: [400, 404, 409],
  })
  reset(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(ResetReason)) { reason }: ResetReason) {
    return this.care.resetSecondFactor(viewer, id, reason.trim());
  }
}
