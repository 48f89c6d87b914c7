import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { moment, instant } from '../../domain/calendar/zone.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { performOn, type Rehearsal } from '../../domain/rehearsal/perform.js';
import { ComplaintReader } from '../complaints/reader.js';
import { RulesFinder } from '../complaints/rules.js';
import { NoAct } from '../kernel/acts.js';
import { ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { played, readStoryline } from '../storylines/reading.js';

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const furthest = 3 * 366 * 86_400_000;

export class AheadInput {
  /** What people do and the world tells, as in a storyline; none: nobody acts. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  steps?: unknown[];

  /** Time passes up to here. */
  @Matches(momentForm)
  until: string;
}

/** What would come of a complaint from where it stands. Nothing of it is recorded. */
@Controller('api/complaints')
@NoAct()
@ForReaders()
export class AheadController {
  constructor(
    private readonly reader: ComplaintReader,
    private readonly rules: RulesFinder,
  ) {}

  @Post(':id/rehearsal')
  @HttpCode(200)
  @Described({
    id: 'rehearseComplaint',
    summary: 'What would come of a complaint from where it stands: nothing of it is recorded',
    params: { id: text },
    body: 'AheadInput',
    answers: { 200: 'Rehearsal' },
    problems: [400, 404],
  })
  async ahead(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(AheadInput)) { steps = [], until }: AheadInput,
  ): Promise<Rehearsal> {
    const { complaint } = await this.reader.stored(viewer, id);
    const rules = await this.rules.of(complaint);
    if (!rules) throw notFound();
    const now = moment(Math.max(Date.now(), instant(complaint.updatedAt)), complaint.zone);
    const storyline = readSteps(complaint, now, [...steps, { at: until, expect: {} }]);
    if (instant(until) - instant(now) > furthest) throw invalid({ path: 'until', message: 'lies too far ahead' });
    const player = new CorePlayer(rules.rulebook, rules.calendar, complaint);
    return this.reader.forViewer(viewer, complaint, await played(performOn(storyline, player)));
  }
}

/** Steps after now in their order, checked as those of a storyline are. */
function readSteps(complaint: Complaint, now: string, steps: unknown[]) {
  const { id } = complaint.rulebook;
  const receive = { at: now, channel: 'phone', text: complaint.number };
  return readStoryline(JSON.stringify({ storyline: complaint.number, rulebook: id, receive, steps }, null, 2), [id]);
}
