import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { cancelBacktest, comparisonsOf, latestBacktests } from '../../database/queries/backtests.js';
import { For, Who } from '../kernel/access.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { BacktestDesk } from './backtest-desk.js';
import { BacktestInput, ComparisonQuery } from './backtest-input.js';
import { type BacktestView, viewOf } from './backtest-view.js';

const shown = 20;
const versionParams = { id: text, version: whole };

/** What a version would have made of complaints that were. */
@Controller('api')
@For('company', 'hq', 'admin', 'auditor')
export class BacktestsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly desk: BacktestDesk,
  ) {}

  @Post('rulebooks/:id/versions/:version/backtests')
  @For('company', 'hq', 'admin')
  @Described({
    id: 'startBacktest',
    summary: 'Plays a version of a rulebook over existing complaints or storylines, beside the one in force',
    params: versionParams,
    body: 'BacktestInput',
    headers: ['Idempotency-Key'],
    answers: { 201: 'Backtest' },
    problems: [400, 404],
  })
  start(
    @Who() viewer: Viewer,
    @Param('id') rulebook: string,
    @Param('version') version: string,
    @Body(new InputPipe(BacktestInput)) input: BacktestInput,
    @Conditions() { key }: RequestConditions,
  ): Promise<BacktestView> {
    return this.desk.start(viewer, { rulebook, version: numberOf(version) }, input, key ?? randomUUID());
  }

  @Get('rulebooks/:id/versions/:version/backtests')
  @Described({
    id: 'listBacktests',
    summary: 'The latest back-tests of a version',
    params: versionParams,
    answers: { 200: 'BacktestList' },
    problems: [404],
  })
  async list(@Who() viewer: Viewer, @Param('id') rulebook: string, @Param('version') version: string) {
    const by = seesAll(viewer) ? {} : { by: viewer.user };
    const wanted = { rulebook, draft: numberOf(version), ...by, limit: shown };
    const found = await latestBacktests(this.options.dataSource, wanted);
    return { items: found.map((one) => viewOf(one)) };
  }

  @Get('backtests/:id')
  @Described({
    id: 'getBacktest',
    summary: 'How far a back-test is, and what it has come to',
    params: { id: text },
    answers: { 200: 'Backtest' },
    problems: [404],
  })
  one(@Who() viewer: Viewer, @Param('id') id: string): Promise<BacktestView> {
    return this.seen(viewer, id);
  }

  @Get('backtests/:id/comparisons')
  @Described({
    id: 'listComparisons',
    summary: 'What would have gone differently, one by one',
    params: { id: text },
    query: {
      'after?': { type: 'integer', description: '`next` of the page before' },
      'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
    answers: { 200: 'ComparisonList' },
    problems: [400, 404],
  })
  async comparisons(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Query(new InputPipe(ComparisonQuery)) { after = 0, limit = 50 }: ComparisonQuery,
  ) {
    await this.seen(viewer, id);
    const rows = await comparisonsOf(this.options.dataSource, id, { after, limit: limit + 1, sight: viewer });
    const items = rows.slice(0, limit).map(({ comparison, ...row }) => {
      const { storyline: __, ...changes } = comparison;
      return { ...row, ...changes };
    });
    return { items, next: rows.length > limit ? (items.at(-1)?.ordinal ?? null) : null };
  }

  @Post('backtests/:id/cancel')
  @HttpCode(200)
  @For('company', 'hq', 'admin')
  @Described({
    id: 'cancelBacktest',
    summary: 'Ends a back-test before its end; what it has come to stays',
    params: { id: text },
    answers: { 200: 'Backtest' },
    problems: [404],
  })
  async cancel(@Who() viewer: Viewer, @Param('id') id: string): Promise<BacktestView> {
    await this.seen(viewer, id);
    await cancelBacktest(this.options.dataSource, id);
    return this.desk.view(id);
  }

  /** One's own; those who see the whole group see all. */
  private async seen(viewer: Viewer, id: string): Promise<BacktestView> {
    const view = await this.desk.view(id);
    if (view.by.id !== viewer.user && !seesAll(viewer)) throw notFound();
    return view;
  }
}

const seesAll = ({ memberships }: Viewer): boolean =>
  memberships.some(
    ({ projects, roles }) => projects === null && roles.some((role) => role === 'hq' || role === 'auditor'),
  );

function numberOf(version: string): number {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
  return Number(version);
}
