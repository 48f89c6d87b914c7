import { Controller, Get, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { isStorable } from '../../database/plain-text.js';
import type { Viewer } from '../../database/queries/access.js';
import { pathOf, type Severe, severeComplaints, type SevereRow, severes } from '../../database/queries/board.js';
import { boardCounts } from '../../database/queries/board-counts.js';
import { atTime, dateOf, type LocalDate, plusDays, weekday } from '../../domain/calendar/zone.js';
import { promised } from '../../domain/complaint/clocks.js';
import { summaryOf } from '../complaints/views.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

/** Of those that are shown one by one: unless told, and at most. */
const fewSevere = 20;
const mostSevere = 100;
const spans = { month: 31, quarter: 92, year: 366 } as const;
export const spanNames = Object.keys(spans);

/** Whose weeks they are. */
const zone = 'Asia/Shanghai';

export class BoardQuery {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  node?: string;

  @IsOptional()
  @IsIn(spanNames)
  last?: keyof typeof spans;

  /** Of the complaints that are shown one by one. */
  @IsOptional()
  @IsIn(severes)
  severity?: Severe;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(mostSevere)
  limit?: number;
}

@Controller('api/board')
@For('hq', 'company', 'auditor')
export class BoardController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'getBoard',
    summary:
      'Major and hot complaints with their clocks, what stands at each place below a node, and how promises are kept',
    query: {
      'node?': { ...text, description: 'From here downwards; without it: where I belong' },
      'last?': {
        type: 'string',
        enum: spanNames,
        description: 'What arrived within the last …, from the Monday of its first week; a quarter by default',
      },
      'limit?': { type: 'integer', minimum: 1, maximum: mostSevere, default: fewSevere, description: 'Of them' },
      'severity?': { type: 'string', enum: [...severes], description: 'Only these one by one; counts are of all' },
    },
    answers: { 200: 'Board' },
    problems: [400, 404],
  })
  async board(
    @Who() viewer: Viewer,
    @Query(new InputPipe(BoardQuery)) { node, last = 'quarter', severity, limit = fewSevere }: BoardQuery,
  ) {
    const { dataSource } = this.options;
    const asked = node ?? viewer.node.id;
    const path = isStorable(asked) ? await pathOf(dataSource, asked) : [];
    const scope = { node: asked, sight: viewer };
    const week = weekOf(plusDays(dateOf(Date.now(), zone), -spans[last]));
    const [severe, counted] = await Promise.all([
      severeComplaints(dataSource, scope, limit + 1, severity),
      boardCounts(dataSource, scope, week),
    ]);
    // what is not theirs is not there
    if (path.length === 0 || (viewer.projects !== null && counted.places.length === 0)) throw notFound();
    const inOrder = promised.flatMap((clock) => counted.clocks.find((one) => one.clock === clock) ?? []);
    return {
      path,
      from: new Date(atTime(week, '00:00', zone)).toISOString(),
      last,
      severe: severe.slice(0, limit).map((row) => severeOf(row, viewer)),
      more: severe.length > limit,
      ...counted,
      clocks: inOrder,
    };
  }
}

/** Its Monday: whole weeks are counted, and an address that is handed on counts the same all week. */
const weekOf = (date: LocalDate): LocalDate => plusDays(date, 1 - weekday(date));

function severeOf(row: SevereRow, viewer: Viewer) {
  return {
    complaint: summaryOf(row, viewer),
    clocks: row.running,
    ...(row.supervised_at ? { supervisedAt: row.supervised_at } : {}),
  };
}
