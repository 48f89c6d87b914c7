import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { complaintsBeside } from '../../database/queries/matters.js';
import { waitingMatches } from '../../database/queries/waiting-matches.js';
import { For, Who } from '../kernel/access.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { alikeView } from './views.js';

const mostShown = 20;

@Controller('api/matches')
@For('reception', 'supervisor', 'company')
export class WaitingMatchesController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listWaitingMatches',
    summary: 'Pairs of open complaints that may be the same matter and wait for a person’s word, the likest first',
    answers: { 200: 'WaitingMatchList' },
  })
  async list(@Who() viewer: Viewer) {
    const { dataSource } = this.options;
    const pairs = await waitingMatches(dataSource, { sight: viewer, limit: mostShown });
    const rows = await complaintsBeside(dataSource, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))], viewer);
    const views = new Map(rows.map((row) => [row.id, alikeView(row, viewer)]));
    return {
      items: pairs.flatMap(({ a, b, score, reasons, at }) => {
        const [one, other] = [views.get(a), views.get(b)];
        return one && other ? [{ a: one, b: other, score, reasons, at: at.toISOString() }] : [];
      }),
      count: pairs[0]?.count ?? 0,
    };
  }
}
