import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { type LikeCaseRow, likeCases } from '../../database/queries/like-cases.js';
import { moment } from '../../domain/calendar/zone.js';
import { given } from '../../domain/complaint/given.js';
import { ComplaintReader } from '../complaints/reader.js';
import { hidden, withoutNames } from '../../domain/paper/hide.js';
import { summaryOf } from '../complaints/views.js';
import { ForReaders, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const mostShown = 5;

/** The case library: how complaints of the same category were solved, and how satisfied people were (WY-4.4.5). */
@Controller('api/complaints')
@ForReaders()
export class LikeCasesController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  @Get(':id/like-cases')
  @Described({
    id: 'listLikeCases',
    summary:
      'Closed complaints of the same category, the likest first: how they were solved, how satisfied people were',
    params: { id: text },
    answers: { 200: 'LikeCaseList' },
    problems: [404],
  })
  async list(@Who() viewer: Viewer, @Param('id') id: string) {
    await this.reader.stored(viewer, id);
    const rows = await likeCases(this.options.dataSource, { id, sight: viewer, limit: mostShown });
    return { items: rows.map((row) => caseOf(row, viewer)) };
  }
}

function caseOf(row: LikeCaseRow, viewer: Viewer) {
  // a case to learn from: nobody needs to know who it was, or who was complained of
  const told = (one: string | null) => (one === null ? undefined : withoutNames(hidden(one, row), row.accused_names));
  return {
    complaint: summaryOf(row, viewer),
    ...given({
      findings: told(row.findings),
      measures: told(row.measures),
      cost: row.cost ?? undefined,
      result: told(row.result),
      outcome: told(row.outcome),
      opinion: told(row.opinion),
      endedAt: row.ended_at ? moment(row.ended_at.getTime(), row.zone) : undefined,
    }),
  };
}
