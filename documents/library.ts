/** The rulebooks and calendars that ship with the house. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '../domain/calendar/calendar.js';
import { compile } from '../domain/rulebook/compile.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { type Example, readExamples } from './examples.js';
import { parseRulebook } from './rulebooks.js';

export interface Library {
  /** By id; `text` as it is written. */
  rulebooks: ReadonlyMap<string, { text: string; document: RulebookDocument; rulebook: Rulebook }>;
  calendars: ReadonlyMap<string, Calendar>;
  /** Storylines by rulebook. */
  examples: ReadonlyMap<string, Example[]>;
}

/** Reads a folder of `*.yaml` rulebooks with its `calendars/*.json` and `storylines/`. Throws a DocumentError on the first that is wrong. */
export function readLibrary(folder: string): Library {
  const calendars = new Map<string, Calendar>();
  for (const name of readdirSync(join(folder, 'calendars')).filter((one) => one.endsWith('.json'))) {
    const calendar = JSON.parse(readFileSync(join(folder, 'calendars', name), 'utf8')) as Calendar;
    calendars.set(calendar.id, calendar);
  }
  const zones = new Map([...calendars].map(([id, { zone }]) => [id, zone]));
  const rulebooks = new Map<string, { text: string; document: RulebookDocument; rulebook: Rulebook }>();
  const files = readdirSync(folder).filter((one) => one.endsWith('.yaml'));
  for (const name of files.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const document = parseRulebook(text, name, zones);
    rulebooks.set(document.rulebook, { text, document, rulebook: compile(document) });
  }
  return { rulebooks, calendars, examples: readExamples(join(folder, 'storylines')) };
}

/** The calendar of a rulebook: its own business hours win. */
export function calendarFor(library: Pick<Library, 'calendars'>, rulebook: Rulebook): Calendar {
  const calendar = library.calendars.get(rulebook.calendar);
  if (!calendar) throw new RangeError(`no calendar "${rulebook.calendar}"`);
  return { ...calendar, ...rulebook.hours };
}
