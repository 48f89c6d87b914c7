import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { latestBatches, stopBatch } from '../../database/queries/batches.js';
import { For, Who } from '../kernel/access.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { flag, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { BatchDesk } from './batch-desk.js';
import { type BatchView, viewOf } from './batch-view.js';
import { UndoInput } from './inputs.js';
import { WriteOffUndoing } from './write-off-undoing.js';

const shown = 100;

/** Work over many complaints: how far it is, what refused, and the way to stop it. */
@Controller('api/batches')
@For('company', 'hq', 'admin', 'auditor')
export class BatchesController {
  constructor(
    private readonly options: ApiOptions,
    private readonly desk: BatchDesk,
    private readonly undoing: WriteOffUndoing,
  ) {}

  @Get()
  @Described({
    id: 'listBatches',
    summary: 'The latest work over many complaints',
    query: { 'running?': flag },
    answers: { 200: 'BatchList' },
    problems: [],
  })
  async list(@Who() viewer: Viewer, @Query('running') running?: string) {
    const by = seesAll(viewer) ? undefined : viewer.user;
    const batches = await latestBatches(this.options.dataSource, { by, running: running === 'true', limit: shown });
    const seen = await this.desk.shown(batches, viewer);
    return { items: seen.map((batch) => ({ ...viewOf(batch), problems: [] })) };
  }

  @Get(':id')
  @Described({
    id: 'getBatch',
    summary: 'How far a batch is',
    params: { id: text },
    answers: { 200: 'Batch' },
    problems: [404],
  })
  async one(
    @Who() viewer: Viewer,
    @Param('id') id: string,
  ): Promise<BatchView & { undoing?: string; undoable?: boolean }> {
    const view = await this.seen(viewer, id);
    return { ...view, ...(await this.undoing.of(view)) };
  }

  @Post(':id/stop')
  @HttpCode(200)
  @For('company', 'hq', 'admin')
  @Described({
    id: 'stopBatch',
    summary: 'Stops a batch after its present page',
    params: { id: text },
    answers: { 200: 'Batch' },
    problems: [404],
  })
  async stop(@Who() viewer: Viewer, @Param('id') id: string): Promise<BatchView> {
    await this.seen(viewer, id);
    await stopBatch(this.options.dataSource, id, viewer.user);
    return this.desk.view(id, viewer);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @For('hq')
  @Described({
    id: 'undoBatch',
    summary:
      'Takes a year-end write-off back: each complaint that it wrote off is unclosed again, by a batch of its own',
    params: { id: text },
    body: 'UndoInput',
    headers: ['Idempotency-Key'],
    answers: { 202: 'Batch' },
    problems: [400, 404, 409],
  })
  async undo(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Conditions() { key }: RequestConditions,
    @Body(new InputPipe(UndoInput)) { reason }: UndoInput,
  ): Promise<BatchView> {
    return this.undoing.undo(viewer, id, reason, key);
  }

  private async seen(viewer: Viewer, id: string): Promise<BatchView> {
    const view = await this.desk.view(id, viewer);
    if (!seesAll(viewer) && view.startedBy.id !== viewer.user) throw notFound();
    return view;
  }
}

const seesAll = ({ roles }: Viewer): boolean => roles.some((role) => ['hq', 'admin', 'auditor'].includes(role));
