/** Calendars: years and nodes' own, as versions. */
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

const date: Schema = { type: 'string', format: 'date' };
const off = list(fields({ from: date, days: { ...whole, minimum: 1, maximum: 31 }, name: text }));
const work = list(fields({ date, name: text }));
const kind = fields({ kind: text, 'name?': text });
const changes = list(fields({ date, was: kind, is: kind }));

const forecast: Record<string, Schema> = {
  version: { ...whole, description: 'The number that it would have' },
  same: { ...flag, description: 'Nothing differs from the latest version: publishing it is refused' },
  open: { ...whole, description: 'Open complaints that would be told' },
  candidates: { ...whole, description: 'Those of them with a deadline that may move' },
  looked: { ...whole, description: 'Those of them that were reckoned for this answer' },
  complaints: { ...whole, description: 'Complaints with a deadline that moves, among those' },
  deadlines: { ...whole, description: 'Deadlines that move, among those' },
  confirmed: { ...whole, description: 'Deadlines that stay and are no longer provisional, among those' },
  sample: list(
    fields({ complaint: fields({ id: text, number: text }), clock: text, was: moment, is: moment, provisional: flag }),
  ),
};

export const calendarSchemas: Record<string, Schema> = {
  CalendarList: fields({
    items: list(
      fields({
        ...{ id: text, zone: text, opens: text, closes: text, weekend: list(whole) },
        years: list(fields({ year: whole, version: whole })),
      }),
    ),
  }),
  YearVersion: fields({
    ...{ calendar: text, year: whole, version: whole, origin: oneOf('shipped', 'published'), why: text, off, work },
    'publishedBy?': ref('Named'),
    publishedAt: moment,
    'batch?': text,
    changes: { ...changes, description: 'Against the version before, or the year unpublished' },
  }),
  YearVersionList: fields({ items: list(ref('YearVersion')) }),
  YearInput: fields({ off, work, why: text }),
  YearPreview: fields({ ...forecast, changes }),
  PublishedYear: fields({ version: ref('YearVersion'), batch: ref('Batch') }),
  CalendarForecast: fields(forecast),
  NodeCalendarVersion: fields({
    ...{ node: text, version: whole, from: date, inherits: flag, 'opens?': text, 'closes?': text, off, why: text },
    changedBy: ref('Named'),
    changedAt: moment,
  }),
  NodeCalendarVersionList: fields({ items: list(ref('NodeCalendarVersion')) }),
  NodeCalendarList: fields({
    items: list(
      fields({
        ...{ id: text, parent: orNull(text), tier: ref('Tier'), name: text },
        mine: { ...flag, description: 'Within my part: by my role I may change it' },
        'latest?': ref('NodeCalendarVersion'),
      }),
    ),
  }),
  NodeCalendarInput: fields({
    from: { ...date, description: 'For complaints filed on this date or later' },
    inherits: { ...flag, description: 'The days off of the nodes above hold here, too' },
    ...{ 'opens?': text, 'closes?': text, off, why: text },
    tell: { ...flag, description: 'Open complaints below are reckoned anew' },
  }),
  ChangedNodeCalendar: fields({ version: ref('NodeCalendarVersion'), 'batch?': ref('Batch') }),
};
