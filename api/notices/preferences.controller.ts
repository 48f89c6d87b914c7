import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { keepPreferences, preferencesOf } from '../../database/queries/notice-preferences.js';
import { Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { PreferencesInput } from './inputs.js';

@Controller('api/notice-preferences')
export class PreferencesController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'readNoticePreferences',
    summary: 'How I am told: e-mail, kinds, quiet hours, digest',
    answers: { 200: 'NoticePreferences' },
  })
  async read(@Who() { user }: Viewer) {
    return preferencesOf(this.options.dataSource, user);
  }

  @Put()
  @NoAct()
  @Described({
    id: 'keepNoticePreferences',
    summary: 'Changes how I am told',
    body: 'NoticePreferences',
    answers: { 200: 'NoticePreferences' },
    problems: [400],
  })
  async keep(@Who() { user }: Viewer, @Body(new InputPipe(PreferencesInput)) input: PreferencesInput) {
    const { language, email, kinds, quiet, digestAt } = input;
    const kept = { language, email, kinds: { ...kinds }, quiet: quiet && { ...quiet }, digestAt };
    await keepPreferences(this.options.dataSource, user, kept);
    return preferencesOf(this.options.dataSource, user);
  }
}
