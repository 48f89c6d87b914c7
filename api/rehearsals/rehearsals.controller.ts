import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { rulebooksInForce } from '../../database/queries/rulebooks.js';
import { DocumentError } from '../../documents/problem.js';
import { parseStoryline } from '../../documents/storylines.js';
import { CorePlayer } from '../../domain/rehearsal/core.js';
import { perform, type Rehearsal } from '../../domain/rehearsal/perform.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';
import { calendarFor } from '../../documents/library.js';
import { invalid, Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from '../rulebooks/versions.js';

const longest = 500; // steps

@Controller('api/rehearsals')
export class RehearsalsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly versions: RulebookVersions,
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
    const storyline = read(
      textOf(body),
      known.map(({ id }) => id),
    );
    if (storyline.steps.length > longest) throw invalid({ path: 'steps', message: `are more than ${longest}` });
    const found = await this.versions.inForce(storyline.rulebook);
    const given = this.options.library.calendars.get(storyline.calendar);
    if (!found) throw invalid({ path: 'rulebook', message: 'is unknown' });
    if (!given) throw invalid({ path: 'calendar', message: 'is unknown' });
    const calendar = { ...calendarFor(this.options.library, found.rulebook), ...given, ...found.rulebook.hours };
    try {
      return await perform(storyline, new CorePlayer(found.rulebook, calendar));
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError)
        throw invalid({ path: '', message: 'cannot be played' });
      throw error;
    }
  }
}

function read(text: string, rulebooks: string[]): Storyline {
  try {
    const storyline = parseStoryline(text, 'storyline', rulebooks);
    return { ...storyline, steps: storyline.steps ?? [] };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new Problem(400, 'invalid', {
      errors: error.problems.map(({ path, message, line }) => ({ path, message, line })),
    });
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
