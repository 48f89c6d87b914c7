/** What would come, and what would have come: storylines that are kept, back-tests. */
import { fields, flag, list, map, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

const moreAndFewer = (of: Schema) => fields({ more: list(of), fewer: list(of) });
const sides = fields({ more: whole, fewer: whole });
const saved = { name: text, yaml: { ...text, description: 'The storyline as YAML' } };

export const rehearsalSchemas: Record<string, Schema> = {
  Process: fields({
    version: whole,
    arrows: list(
      fields({
        from: ref('Status'),
        to: ref('Status'),
        by: { ...text, description: 'A command, or what else brings it' },
      }),
    ),
    asides: { ...list(text), description: 'Commands that lead away from nearly everywhere: not among the arrows' },
    stages: { type: 'object', additionalProperties: true },
    permissions: fields({
      roles: list(ref('Role')),
      rows: list(
        fields({ command: text, by: list(ref('Role')), all: list(ref('Role')), 'when?': {}, clauses: list(text) }),
      ),
    }),
  }),
  AheadInput: fields({
    'steps?': {
      ...list({ type: 'object', additionalProperties: true }),
      description: 'What people do and the world tells, as in a storyline; none: nobody acts',
    },
    until: { ...moment, description: 'Time passes up to here' },
  }),
  SavedStorylineInput: fields({ ...saved, 'shared?': flag }),
  SavedStoryline: fields({
    id: text,
    ...saved,
    rulebook: text,
    by: ref('Named'),
    at: moment,
    shared: flag,
    mine: flag,
  }),
  SavedStorylineList: fields({ items: list(ref('SavedStoryline')), next: orNull(text) }),
  BacktestInput: fields({
    of: {
      ...oneOf('complaints', 'library', 'saved'),
      description: "Existing complaints, the rulebook's own storylines, or those that people have kept",
    },
    'from?': { ...moment, description: 'Complaints that arrived from then …' },
    'to?': { ...moment, description: '… until before then' },
    'project?': text,
  }),
  BacktestTotals: fields({
    storylines: { ...whole, description: 'How many were played' },
    same: { ...whole, description: 'Those of which nothing would have been different' },
    clocks: map(
      fields({ earlier: whole, later: whole, new: whole, gone: whole, missedMore: whole, missedFewer: whole }),
    ),
    rungs: map(sides),
    refused: sides,
  }),
  Difference: fields({
    path: text,
    change: oneOf('added', 'removed', 'changed'),
    'before?': { ...text, description: 'In English' },
    'after?': { ...text, description: 'In English' },
    'rules?': {
      ...fields({ 'before?': {}, 'after?': {} }),
      description: 'The rules as they are written, for whoever has words of their own; not of comparisons from before',
    },
    clauses: list(text),
  }),
  Backtest: fields({
    id: text,
    rulebook: text,
    version: { ...whole, description: 'The one in force that it is compared with' },
    draftVersion: whole,
    source: ref('BacktestInput'),
    state: oneOf('running', 'done', 'cancelled'),
    total: whole,
    done: whole,
    unplayable: whole,
    totals: ref('BacktestTotals'),
    differences: list(ref('Difference')),
    by: ref('Named'),
    startedAt: moment,
    'endedAt?': moment,
  }),
  BacktestList: fields({ items: list(ref('Backtest')) }),
  BacktestComparison: fields({
    ordinal: whole,
    subject: { ...text, description: "A complaint's id, or a storyline's name" },
    name: text,
    moved: list(
      fields({
        clock: text,
        round: whole,
        change: oneOf('earlier', 'later', 'new', 'gone'),
        'before?': moment,
        'after?': moment,
      }),
    ),
    missed: moreAndFewer(text),
    rungs: moreAndFewer(text),
    refused: moreAndFewer(text),
  }),
  ComparisonList: fields({ items: list(ref('BacktestComparison')), next: orNull(whole) }),
};
