import { Controller, Get, Param, Query } from '@nestjs/common';
import { dayKind } from '../../domain/calendar/calendar.js';
import { plusDays } from '../../domain/calendar/zone.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

@Controller('api/calendars')
export class CalendarsController {
  constructor(private readonly options: ApiOptions) {}

  @Get(':year')
  @Described({
    id: 'getCalendar',
    summary: 'The days of a year, and which of them are worked',
    params: { year: whole },
    query: { 'calendar?': text },
    answers: { 200: 'Calendar' },
    problems: [404],
  })
  year(@Param('year') year: string, @Query('calendar') id = 'CN') {
    const calendar = this.options.library.calendars.get(id);
    if (!calendar || !/^(19|20|21)\d\d$/.test(year)) throw notFound();
    const days = [];
    for (let date = `${year}-01-01`; date.startsWith(year); date = plusDays(date, 1)) {
      const { kind, name, working } = dayKind(calendar, date);
      days.push({ date, kind, working, ...(name ? { name } : {}) });
    }
    const { zone, opens, closes } = calendar;
    return { id, year: Number(year), zone, opens, closes, provisional: calendar.years[year] === undefined, days };
  }
}
