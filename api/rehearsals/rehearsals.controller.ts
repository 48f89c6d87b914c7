import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { rulebooksInForce } from '../../database/queries/rulebooks.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform, type Rehearsal } from '../../domain/rehearsal/perform.js';
import { CalendarFinder } from '../calendars/calendar-finder.js';
import { invalid } from '../kernel/problem.js';
import { NoAct } from '../kernel/acts.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from '../rulebooks/versions.js';
import { played, readStoryline } from '../storylines/reading.js';

@Controller('api/rehearsals')
@NoAct()
export class RehearsalsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly versions: RulebookVersions,
    private readonly calendars: CalendarFinder,
  ) {}

  @Post()
  @HttpCode(200)
  @Described({
    id: 'rehearse',
    summary: 'Plays a storyline on the pure core and judges what it expects',
    body: 'RehearsalInput',
    answers: { 200: 'Rehearsal' },
    problems: [400, 413, 415],
  })
  async rehearse(@Body() body: unknown): Promise<Rehearsal> {
    const known = await rulebooksInForce(this.options.dataSource);
    const storyline = readStoryline(
      textOf(body),
      known.map(({ id }) => id),
    );
    const found = await this.versions.inForce(storyline.rulebook);
    const given = await this.calendars.current(storyline.calendar);
    if (!found) throw invalid({ path: 'rulebook', message: 'is unknown' });
    if (!given) throw invalid({ path: 'calendar', message: 'is unknown' });
    const calendar = { ...(await this.calendars.ofRulebook(found.rulebook)), ...given, ...found.rulebook.hours };
    return played(perform(storyline, new CorePlayer(found.rulebook, calendar)));
  }
}

/** YAML as it is, `{yaml}`, or a storyline as JSON, which is YAML too. */
function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid({ path: '', message: 'must be a storyline' });
  const { yaml } = body as { yaml?: unknown };
  return typeof yaml === 'string' ? yaml : JSON.stringify(body, null, 2);
}
