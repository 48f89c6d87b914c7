import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { countDead } from '../../database/queries/dead-addresses.js';
import { isKeptFrom } from '../../database/queries/people.js';
import {
  forgetTrouble,
  listTroubles,
  numbersOf,
  queues,
  retryTrouble,
  skipTrouble,
  type Trouble,
} from '../../database/queries/troubles.js';
import { askingOf } from '../../domain/organisation/viewer.js';
import { HistoryIncomplete, reproject } from '../../proof/reproject.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound, Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { faultIn, readerIn } from './fault.js';
import { EngineWatch } from './workflows.js';

const most = 200;

export class Because {
  @IsString()
  @Matches(/\S/, { message: 'must say why' })
  @MaxLength(500)
  because: string;
}

export class ResetInput extends Because {
  @IsInt()
  @Min(1)
  event: number;

  @IsOptional()
  @IsBoolean()
  withoutSignals?: boolean;
}

/** What is stuck, and the way out of it. */
@Controller('api/watch')
@For('admin')
export class WatchController {
  constructor(
    private readonly options: ApiOptions,
    private readonly engine: EngineWatch,
  ) {}

  @Get()
  @Described({ id: 'getWatch', summary: 'What waits, and what is stuck', answers: { 200: 'Watch' } })
  async watch(@Who() { node }: Viewer) {
    const { dataSource } = this.options;
    const [waiting, troubles, workflows, schedules, deadAddresses] = await Promise.all([
      queues(dataSource),
      listTroubles(dataSource, most),
      this.engine.workflows(),
      this.engine.schedules(),
      countDead(dataSource, node.id),
    ]);
    const numbers = await numbersOf(
      dataSource,
      workflows.map(({ id }) => id),
    );
    return {
      queues: waiting.map(({ oldest, ...queue }) => ({
        ...queue,
        ...(oldest ? { oldest: oldest.toISOString() } : {}),
      })),
      troubles: troubles.map(viewOf),
      workflows: workflows.map((one) => ({
        ...one,
        ...(numbers.has(one.id) ? { complaint: { id: one.id, number: numbers.get(one.id) } } : {}),
      })),
      schedules,
      deadAddresses,
    };
  }

  @Post('troubles/:kind/:ref/retry')
  @HttpCode(204)
  @Described({
    id: 'retryTrouble',
    summary: 'Tries now: an event that a reader could not take, a signal that a workflow was not told',
    params: { kind: text, ref: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async retry(@Param('kind') kind: string, @Param('ref') ref: string): Promise<void> {
    if (!(await retryTrouble(this.options.dataSource, queued(kind), rowOf(ref)))) throw notFound();
  }

  @Post('troubles/:kind/:ref/skip')
  @HttpCode(204)
  @Described({
    id: 'skipTrouble',
    summary: 'Passes it over for ever, and says why',
    params: { kind: text, ref: text },
    body: 'Because',
    answers: { 204: undefined },
    problems: [400, 404],
  })
  async skip(
    @Param('kind') kind: string,
    @Param('ref') ref: string,
    @Body(new InputPipe(Because)) { because }: Because,
  ): Promise<void> {
    if (!(await skipTrouble(this.options.dataSource, queued(kind), rowOf(ref), because))) throw notFound();
  }

  @Post('complaints/:id/reproject')
  @HttpCode(200)
  @Described({
    id: 'reproject',
    summary: "Writes a complaint into the tables again, from its workflow's own history",
    params: { id: text },
    answers: { 200: 'Reprojected' },
    problems: [404, 409],
  })
  async reproject(@Who() viewer: Viewer, @Param('id') id: string) {
    const { client, dataSource, saltOf } = this.options;
    // as of one that there is not
    if (await isKeptFrom(dataSource, id, askingOf(viewer), viewer.projects))
      throw new Problem(409, 'history-incomplete');
    try {
      const events = await reproject(client, dataSource, id, saltOf ?? (() => Promise.resolve(new Uint8Array())));
      await forgetTrouble(dataSource, 'projection', id);
      return { id, events };
    } catch (error) {
      if (error instanceof HistoryIncomplete) throw new Problem(409, 'history-incomplete');
      throw error;
    }
  }

  @Get('workflows/:id/points')
  @Described({
    id: 'listPoints',
    summary: 'Where a workflow can be taken back to, the latest first',
    params: { id: text },
    answers: { 200: 'PointList' },
    problems: [404],
  })
  async points(@Param('id') id: string) {
    return { items: await this.engine.points(id) };
  }

  @Post('workflows/:id/reset')
  @HttpCode(200)
  @Described({
    id: 'resetWorkflow',
    summary: 'Takes a workflow back to a point; what came to it since is done again',
    params: { id: text },
    body: 'ResetInput',
    answers: { 200: 'Reset' },
    problems: [400, 404],
  })
  async reset(
    @Param('id') id: string,
    @Body(new InputPipe(ResetInput)) { event, because, withoutSignals }: ResetInput,
  ) {
    const points = await this.engine.points(id);
    if (!points.some((point) => point.event === event)) throw notFound();
    return { id, run: await this.engine.reset(id, event, because, withoutSignals) };
  }

  @Post('schedules/:id/resume')
  @HttpCode(204)
  @Described({
    id: 'resumeSchedule',
    summary: 'Sets a schedule going again that was paused',
    params: { id: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async resume(@Param('id') id: string): Promise<void> {
    if (!(await this.engine.schedules()).some((schedule) => schedule.id === id)) throw notFound();
    await this.engine.resume(id);
  }
}

/** Without what was said: that may quote what somebody wrote. */
function viewOf({ kind, ref, complaint, since, failures, what, problem }: Trouble) {
  const reader = kind === 'event' ? readerIn(problem) : undefined;
  return {
    ...{ kind, ref, failures, since: since.toISOString() },
    ...(complaint ? { complaint } : {}),
    ...(what ? { what: kind === 'signal' ? becomes(what) : what } : {}),
    ...(reader ? { reader } : {}),
    fault: faultIn(problem),
  };
}

/** The event that a signal becomes. */
const becomes = (signal: string): string =>
  signal === 'factReported' ? 'FactRecorded' : signal.charAt(0).toUpperCase() + signal.slice(1);

function queued(kind: string): 'event' | 'signal' {
  if (kind === 'event' || kind === 'signal') return kind;
  throw notFound();
}

function rowOf(ref: string): string {
  if (/^\d{1,18}$/.test(ref)) return ref;
  throw notFound();
}
