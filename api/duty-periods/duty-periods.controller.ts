import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { dutyPeriodsAt } from '../../domain/rulebook/duty-periods.js';
import { Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { moment, text } from '../openapi/schema.js';
import { CalendarFinder } from '../calendars/calendar-finder.js';
import { RulebookVersions } from '../rulebooks/versions.js';
import { toldDuty } from './told.js';

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export class DutyQuery {
  @IsString()
  @MaxLength(20)
  rulebook!: string;

  @IsOptional()
  @Matches(momentForm)
  at?: string;
}

@Controller('api/duty-periods')
export class DutyPeriodsController {
  constructor(
    private readonly versions: RulebookVersions,
    private readonly calendars: CalendarFinder,
  ) {}

  @Get()
  @Described({
    id: 'listDutyPeriods',
    summary: 'The duty periods of a rulebook in which a moment falls: now, unless told',
    query: { rulebook: text, 'at?': moment },
    answers: { 200: 'DutyPeriodList' },
    problems: [400, 404],
  })
  async list(@Who() _: unknown, @Query(new InputPipe(DutyQuery)) { rulebook, at }: DutyQuery) {
    const when = at === undefined ? Date.now() : Date.parse(at);
    const found = await this.versions.inForce(rulebook, when);
    if (!found) throw notFound();
    const periods = found.document.dutyPeriods;
    const names = dutyPeriodsAt(periods, await this.calendars.ofRulebook(found.rulebook), when);
    return { items: toldDuty(periods, names) };
  }
}
