import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import type { SheetFormat } from '../../documents/sheets/read.js';
import { columns, type SheetKind } from '../../domain/organisation/columns.js';
import { For, Who } from '../kernel/access.js';
import { Kept, NoAct } from '../kernel/acts.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { oneOf } from '../openapi/schema.js';
import { SheetDesk } from './sheet-desk.js';
import { formatOf, sheetTypes, typeOf } from './sheet-types.js';

const kinds = Object.keys(columns) as SheetKind[];
const which = { kind: oneOf(...kinds) };
const sheet = { type: 'string', format: 'binary' };

/** Nodes and people as CSV or Excel, out and in. */
@Controller('api/organisation/sheets/:kind')
@For('admin')
export class SheetsController {
  constructor(private readonly desk: SheetDesk) {}

  @Get()
  @Kept()
  @Described({
    id: 'exportSheet',
    summary: 'My part of the organisation as a table, as it is taken in again',
    params: which,
    query: { 'format?': oneOf('csv', 'xlsx') },
    produces: 'application/octet-stream',
    answers: { 200: sheet },
    problems: [400, 404],
  })
  async export(
    @Who() viewer: Viewer,
    @Param('kind') kind: string,
    @Res() reply: FastifyReply,
    @Query('format') format = 'xlsx',
  ): Promise<void> {
    if (format !== 'csv' && format !== 'xlsx') throw invalid({ path: 'format', message: 'must be csv or xlsx' });
    const content = await this.desk.write(viewer, known(kind), format);
    await reply
      .header('content-type', format === 'csv' ? `${typeOf(format)}; charset=utf-8` : typeOf(format))
      .header('content-disposition', `attachment; filename="${kind}.${format}"`)
      .send(content);
  }

  @Post('preview')
  @HttpCode(200)
  @NoAct()
  @Described({
    id: 'previewSheet',
    summary: 'What a table would do, and every problem by row; nothing is done',
    params: which,
    consumes: sheetTypes,
    body: sheet,
    answers: { 200: 'SheetPlan' },
    problems: [400, 404, 413],
  })
  preview(
    @Who() viewer: Viewer,
    @Param('kind') kind: string,
    @Headers('content-type') type: string | undefined,
    @Body() content: unknown,
  ) {
    const { bytes, format } = given(content, type);
    return this.desk.preview(viewer, known(kind), bytes, format);
  }

  @Post()
  @HttpCode(200)
  @Described({
    id: 'importSheet',
    summary: 'Takes a table in, all of it or nothing; passwords of new people are shown this once',
    params: which,
    consumes: sheetTypes,
    body: sheet,
    answers: { 200: 'TakenSheet' },
    problems: [400, 404, 409, 413],
  })
  take(
    @Who() viewer: Viewer,
    @Param('kind') kind: string,
    @Headers('content-type') type: string | undefined,
    @Body() content: unknown,
  ) {
    const { bytes, format } = given(content, type);
    return this.desk.take(viewer, known(kind), bytes, format);
  }
}

function known(kind: string): SheetKind {
  const found = kinds.find((one) => one === kind);
  if (!found) throw notFound();
  return found;
}

function given(content: unknown, type: string | undefined): { bytes: Buffer; format: SheetFormat } {
  const format = formatOf(type);
  if (!format || !Buffer.isBuffer(content)) throw new Problem(415, 'unsupported-type');
  return { bytes: content, format };
}
