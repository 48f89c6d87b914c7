/** What is put together for somebody's desk. */
import { reasonKinds } from '../../../domain/matter/likeness.js';
import { fields, flag, list, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

const promised = {
  kept: { ...whole, description: 'In time' },
  asked: { ...whole, description: 'In time or due by now, done or not' },
};

export const deskSchemas: Record<string, Schema> = {
  LikeCase: fields({
    complaint: ref('Summary'),
    'findings?': text,
    'measures?': text,
    'cost?': { type: 'number' },
    'result?': text,
    'outcome?': oneOf('satisfied', 'dissatisfied', 'unreachable'),
    'opinion?': text,
    'endedAt?': moment,
  }),
  LikeCaseList: fields({ items: list(ref('LikeCase')) }),
  WaitingMatch: fields({
    a: ref('Alike'),
    b: ref('Alike'),
    score: { type: 'number', minimum: 0, maximum: 1 },
    reasons: list(fields({ kind: oneOf(...reasonKinds), 'about?': list(text) })),
    at: moment,
  }),
  WaitingMatchList: fields({
    items: list(ref('WaitingMatch')),
    count: { ...whole, description: 'How many there are in all' },
  }),
  SevereComplaint: fields({
    complaint: ref('Summary'),
    clocks: list(
      fields({ clock: text, state: oneOf('open', 'missed', 'suspended'), 'due?': moment, clauses: list(text) }),
    ),
    'supervisedAt?': moment,
  }),
  BoardPlace: fields({
    id: text,
    name: text,
    tier: text,
    projects: { ...list(text), description: 'The projects there that I see' },
    open: whole,
    overdue: whole,
    hot: whole,
    major: whole,
    received: { ...whole, description: 'In the period' },
    ...promised,
  }),
  Board: fields({
    path: { ...list(fields({ id: text, name: text, tier: text })), description: 'From the top to the node' },
    from: { ...moment, description: 'The period begins here, with a week; it counts what arrived since' },
    last: oneOf('month', 'quarter', 'year'),
    severe: list(ref('SevereComplaint')),
    more: { ...flag, description: 'There are more of them than are listed' },
    places: list(ref('BoardPlace')),
    clocks: list(
      fields({
        clock: text,
        kept: { ...whole, description: 'Met in time' },
        late: { ...whole, description: 'Missed, done late or not at all' },
        waiting: { ...whole, description: 'Those of them that are still not done' },
      }),
    ),
    weeks: list(fields({ week: { type: 'string', format: 'date' }, received: whole, ended: whole, ...promised })),
  }),
};
