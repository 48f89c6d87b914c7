import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { accessAt } from '../../database/queries/memberships.js';
import { isDate } from '../../domain/calendar/publish.js';
import { atTime, endOf } from '../../domain/calendar/zone.js';
import { For, Who } from '../kernel/access.js';
import { Kept } from '../kernel/acts.js';
import { invalid } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { topsOf } from './part.js';

const shown = 1_000;

/** Who could do what on a day, from rows that are never overwritten. */
@Controller('api/organisation/access')
@For('admin', 'auditor')
export class AccessController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Kept()
  @Described({
    id: 'listAccess',
    summary: 'Who had which roles where at any time of a day, of one person or of all of my part',
    query: { on: { type: 'string', format: 'date' }, 'user?': text },
    answers: { 200: 'AccessList' },
    problems: [400],
  })
  async list(@Who() viewer: Viewer, @Query('on') on = '', @Query('user') user?: string) {
    if (!isDate(on)) throw invalid({ path: 'on', message: 'must be a date such as 2026-11-22' });
    const zone = this.options.library.calendars.get('CN')?.zone ?? 'Asia/Shanghai';
    const from = new Date(atTime(on, '00:00', zone)).toISOString();
    // today is not over
    const to = new Date(Math.min(endOf(on, zone), Date.now())).toISOString();
    const rows = await accessAt(this.options.dataSource, { from, to, user, within: topsOf(viewer), limit: shown + 1 });
    return { from, to, items: rows.slice(0, shown), more: rows.length > shown };
  }
}
