import { Controller, Get, Param, Query } from '@nestjs/common';
import { yearVersions } from '../../database/queries/calendars.js';
import { nodePath } from '../../database/queries/organisation.js';
import { type Calendar, dayKind, hoursOf } from '../../domain/calendar/calendar.js';
import { ownCalendarOf } from '../../domain/calendar/own.js';
import { dateOf, plusDays } from '../../domain/calendar/zone.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { CalendarFinder } from './calendar-finder.js';
import { versionsView } from './year-view.js';

@Controller('api/calendars')
export class CalendarsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly finder: CalendarFinder,
  ) {}

  @Get()
  @Described({
    id: 'listCalendars',
    summary: 'The calendars, and which of their years are published',
    answers: { 200: 'CalendarList' },
  })
  async list() {
    const found = await Promise.all([...this.options.library.calendars.keys()].map((id) => this.finder.current(id)));
    const items = found
      .filter((one) => one !== undefined)
      .map(({ id, zone, opens, closes, weekend, years }) => ({
        ...{ id, zone, opens, closes, weekend },
        years: Object.entries(years).map(([year, { version }]) => ({ year: Number(year), version })),
      }));
    return { items };
  }

  @Get(':year')
  @Described({
    id: 'getCalendar',
    summary: 'The days of a year, and which of them are worked; in a node, with its own days off',
    params: { year: whole },
    query: { 'calendar?': text, 'node?': text },
    answers: { 200: 'Calendar' },
    problems: [404],
  })
  async year(@Param('year') year: string, @Query('calendar') id = 'CN', @Query('node') node = '') {
    const known = await this.finder.current(id);
    if (!known || !/^(19|20|21)\d\d$/.test(year)) throw notFound();
    const calendar = node === '' ? known : await this.within(known, node);
    const days = [];
    for (let date = `${year}-01-01`; date.startsWith(year); date = plusDays(date, 1)) {
      const { kind, name, working } = dayKind(calendar, date);
      days.push({ date, kind, working, ...(name ? { name } : {}) });
    }
    const { zone } = calendar;
    return {
      id,
      year: Number(year),
      zone,
      ...hoursOf(calendar),
      provisional: calendar.years[year] === undefined,
      days,
    };
  }

  @Get(':id/years/:year')
  @Described({
    id: 'listYearVersions',
    summary: 'The versions of a year: who published what, when and why, and what it changed',
    params: { id: text, year: whole },
    answers: { 200: 'YearVersionList' },
    problems: [404],
  })
  async versions(@Param('id') id: string, @Param('year') year: string) {
    const base = this.options.library.calendars.get(id);
    if (!base || !/^(19|20|21)\d\d$/.test(year)) throw notFound();
    return {
      items: versionsView(base, await yearVersions(this.options.dataSource, { calendar: id, year: Number(year) })),
    };
  }

  private async within(calendar: Calendar, node: string): Promise<Calendar> {
    const path = await nodePath(this.options.dataSource, node);
    if (path.length === 0) throw notFound();
    const own = ownCalendarOf(await this.finder.nodesOn(path, dateOf(Date.now(), calendar.zone)));
    return own ? { ...calendar, own } : calendar;
  }
}
