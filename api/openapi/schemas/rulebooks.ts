/** Versions of rulebooks: drafts, their check, approval, and moving complaints to another version. */
import { statuses } from '../../../domain/complaint/statuses.js';
import { severities } from '../../../domain/rulebook/rulebook.js';
import { longestRulebook } from '../../rulebooks/inputs.js';
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

const by = { ...orNull(ref('Named')), description: 'null: the house itself' };
const why: Schema = { type: 'string', minLength: 1, maxLength: 2_000 };
const rulebookText: Schema = { type: 'string', maxLength: longestRulebook, description: 'YAML' };

const head = {
  id: text,
  version: whole,
  'title?': ref('Label'),
  state: oneOf('draft', 'approved', 'withdrawn'),
  origin: { ...oneOf('shipped', 'written'), description: 'shipped with the house, or written by its people' },
  revision: { ...whole, description: 'Counts the changes of a draft; its ETag' },
  why: text,
  written: fields({ by, at: moment }),
  changed: fields({ by, at: moment }),
  'approved?': fields({ by, at: moment, 'remarks?': text }),
  'inForce?': {
    ...fields({ 'from?': moment, 'to?': moment, now: flag }),
    description: 'Without `from`: from the beginning; without `to`: until another takes its place',
  },
  'withdrawn?': fields({ by, at: moment, reason: text }),
  complaints: { ...whole, description: 'That have not ended and are under it' },
};

const selection = {
  'ids?': { ...list(text), maxItems: 1_000, description: 'These; else all that the other fields choose' },
  'versions?': { ...list(whole), maxItems: 100, description: 'Under these versions; else under any other' },
  'projects?': { ...list(text), maxItems: 1_000 },
  'statuses?': list(oneOf(...statuses)),
  'severities?': list(oneOf(...severities)),
};

const dueAt = fields({ due: moment, clauses: list(text), state: text });

export const rulebookSchemas: Record<string, Schema> = {
  DocumentProblem: fields({
    line: whole,
    path: text,
    message: { ...text, description: 'In English' },
    zh: { ...text, description: 'In Chinese' },
  }),
  RulebookTextInput: fields({ text: rulebookText, 'rulebook?': { ...text, description: 'The id that it must have' } }),
  RulebookCheck: fields({ problems: list(ref('DocumentProblem')), 'document?': ref('Rulebook') }),
  RulebookVersionHead: fields(head),
  RulebookVersionList: fields({ items: list(ref('RulebookVersionHead')) }),
  RulebookVersion: fields({
    ...head,
    text: rulebookText,
    'document?': ref('Rulebook'),
    problems: { ...list(ref('DocumentProblem')), description: 'Of a draft: it is not approved while there are any' },
  }),
  DraftInput: fields({
    'text?': { ...rulebookText, description: 'YAML; the house gives the number of the version' },
    'copyOf?': { type: 'integer', minimum: 1, description: 'Begins as a copy of this version; else of the latest' },
    why: { ...why, description: 'Why it is written' },
  }),
  ApprovalInput: fields({
    'inForceFrom?': {
      type: 'string',
      format: 'date',
      description: 'In the zone of the rulebook; today, or nothing: from now on',
    },
    'remarks?': { type: 'string', maxLength: 2_000 },
  }),
  WithdrawalInput: fields({ reason: why }),
  RulebookDifferences: fields({
    'before?': whole,
    after: whole,
    items: list(ref('Difference')),
  }),
  MovePreviewInput: fields({
    ...selection,
    'after?': { ...text, description: '`next` of the page before' },
    'limit?': { type: 'integer', minimum: 1, maximum: 100, default: 50 },
  }),
  MoveInput: fields({ ...selection, reason: why }),
  ClockMove: fields({
    clock: text,
    change: oneOf('moved', 'started', 'cancelled', 'restated'),
    'before?': dueAt,
    'after?': { ...dueAt, description: '`missed`: it would be late at once' },
  }),
  Move: fields({
    complaint: fields({
      id: text,
      number: text,
      project: ref('Named'),
      status: ref('Status'),
      severity: ref('Severity'),
    }),
    from: whole,
    'refused?': fields({ code: text, detail: text, clauses: list(text) }),
    clocks: list(ref('ClockMove')),
  }),
  MovePreview: fields({ total: whole, items: list(ref('Move')), next: orNull(text) }),
};
