import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { keepAct } from '../../database/queries/acts.js';
import { lookAct, lookMinutes } from '../../database/queries/looks.js';
import { ForReaders, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { IsStorable } from '../kernel/storable.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { ComplaintReader } from './reader.js';

export class LookInput {
  @IsString()
  @IsStorable()
  @Matches(/\S/, { message: 'must say why' })
  @MaxLength(500)
  reason: string;
}

/** Looks at who complained, by those who need not know: registered before anything is shown. */
@Controller('api/complaints')
@ForReaders()
export class LooksController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  // an act with its reason, which the keeper of acts would leave out
  @Post(':id/looks')
  @HttpCode(200)
  @NoAct()
  @Described({
    id: 'lookAtContact',
    summary: `Registers a look at the complainant's name, telephone, mail, address and room, which shows them for ${lookMinutes} minutes`,
    params: { id: text },
    body: 'LookInput',
    answers: { 200: 'Look' },
    problems: [400, 404],
  })
  async look(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(LookInput)) { reason }: LookInput) {
    const { complaint } = await this.reader.stored(viewer, id);
    const now = new Date();
    const { user, roles } = viewer;
    await keepAct(
      this.options.dataSource,
      { user, roles, act: lookAct, about: { id, number: complaint.number, reason: reason.trim() } },
      now,
    );
    return { until: new Date(now.getTime() + lookMinutes * 60_000).toISOString(), complainant: complaint.complainant };
  }
}
