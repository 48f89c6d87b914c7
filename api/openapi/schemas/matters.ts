/** Complaints on the same matter. */
import { reasonKinds } from '../../../domain/matter/likeness.js';
import { matchStates } from '../../../domain/matter/grouping.js';
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

export const matterSchemas: Record<string, Schema> = {
  Likeness: fields({
    state: oneOf(...matchStates),
    score: { type: 'number', minimum: 0, maximum: 1 },
    reasons: list(fields({ kind: oneOf(...reasonKinds), 'about?': list(text) })),
    'by?': ref('Named'),
    at: moment,
  }),
  Alike: fields({
    id: text,
    number: text,
    status: ref('Status'),
    severity: ref('Severity'),
    channel: text,
    'category?': text,
    text,
    complainant: fields({ 'name?': text, 'room?': text, 'anonymous?': flag }),
    people: whole,
    times: { ...whole, description: 'How often it was complained of: the filing, and every time after' },
    arrivedAt: moment,
    'mergedInto?': text,
    owed: { ...whole, description: 'What its complainant has not been told yet of where it goes on' },
    'match?': ref('Likeness'),
  }),
  AlikeList: fields({ items: list(ref('Alike')) }),
  Matter: fields({
    id: orNull(text),
    people: { ...whole, description: 'Different complainants, a collective with its people' },
    times: whole,
    others: { ...whole, description: 'Other complainants within a month' },
    members: list(ref('Alike')),
    doubtful: { ...list(ref('Alike')), description: 'They wait for a person’s word' },
    undone: { ...list(ref('Alike')), description: 'A person found them to be another matter' },
  }),
  MatchInput: fields({ state: oneOf('confirmed', 'undone', 'suggested') }),
};
