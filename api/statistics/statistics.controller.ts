import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { overview } from '../../database/queries/statistics.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { moment } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export class PeriodQuery {
  @IsOptional()
  @Matches(momentForm)
  from?: string;

  @IsOptional()
  @Matches(momentForm)
  to?: string;
}

@Controller('api/statistics')
@ForReaders()
export class StatisticsController {
  constructor(private readonly options: ApiOptions) {}

  @Get('overview')
  @Described({
    id: 'getOverview',
    summary: 'How many there are, by status, severity, category, channel and project, and what was missed',
    query: { 'from?': moment, 'to?': moment },
    answers: { 200: 'Overview' },
    problems: [400],
  })
  overview(@Who() viewer: Viewer, @Query(new InputPipe(PeriodQuery)) period: PeriodQuery) {
    return overview(this.options.dataSource, viewer, period);
  }
}
