import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { rulebooksInForce } from '../../database/queries/rulebooks.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { moment } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from '../rulebooks/versions.js';
import { serviceFigures, surveyFigures } from './service.js';
import { PeriodQuery } from './statistics.controller.js';

const query = { 'from?': moment, 'to?': moment };

@Controller('api/statistics')
@ForReaders()
export class ServiceController {
  constructor(
    private readonly options: ApiOptions,
    private readonly versions: RulebookVersions,
  ) {}

  @Get('service')
  @Described({
    id: 'getServiceFigures',
    summary:
      'On site in time, returned, revisited, done anew: counted by the rulebooks that measure it, with their targets',
    query,
    answers: { 200: 'ServiceFigures' },
    problems: [400],
  })
  async service(@Who() sight: Viewer, @Query(new InputPipe(PeriodQuery)) period: PeriodQuery) {
    return { items: await serviceFigures(this.options.dataSource, await this.documents(), { sight, ...period }) };
  }

  @Get('survey')
  @Described({
    id: 'getSurveyFigures',
    summary: 'What people said of each item of the survey, by the rulebooks that ask',
    query,
    answers: { 200: 'SurveyFigures' },
    problems: [400],
  })
  async survey(@Who() sight: Viewer, @Query(new InputPipe(PeriodQuery)) period: PeriodQuery) {
    return { items: await surveyFigures(this.options.dataSource, await this.documents(), { sight, ...period }) };
  }

  /** Every rulebook as it is in force now: its targets and items are today's, whatever version a complaint is under. */
  private async documents(): Promise<RulebookDocument[]> {
    const heads = await rulebooksInForce(this.options.dataSource);
    const found = await Promise.all(heads.map(({ id, version }) => this.versions.one(id, version)));
    return found.flatMap((one) => one?.document ?? []);
  }
}
