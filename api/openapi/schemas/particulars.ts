/** What single regulations add to a complaint, its ledger, the figures of service and survey. */
import { addressees, conclusions, confirmations, ratings } from '../../../domain/complaint/particulars.js';
import { suspensionGrounds } from '../../../domain/complaint/state.js';
import { serviceFigures } from '../../../domain/rulebook/document.js';
import { compensationSizes } from '../../../domain/rulebook/particulars.js';
import { fields, flag, list, map, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

const open: Schema = { additionalProperties: true };
const number: Schema = { type: 'number' };
const clauses: Schema = { type: 'array', items: text };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };

const promised = fields({ 'before?': ref('CustomerPromise'), 'after?': ref('CustomerPromise') });
const entry = { seq: whole, at: moment, by: ref('Actor'), clauses, promised };

/** Fields of a complaint that only some rulebooks bring. */
export const particularFields: Record<string, Schema> = {
  'promise?': { ...ref('CustomerPromise'), description: 'What the customer is promised now: the earliest answer owed' },
  duty: { ...list(ref('DutyPeriod')), description: 'The duty periods in which it arrived' },
  'path?': { ...text, description: 'The path to another party that its rulebook has for it' },
  'instance?': { ...text, description: 'Whose turn it is to decide, where several do in turn' },
  disagreed: { ...whole, description: 'How often the customer disagreed' },
  'outcome?': oneOf(...conclusions),
  'confirmed?': oneOf(...confirmations),
  'firstReceiver?': text,
  'firstReceiverLiable?': { ...list(text), description: 'The clocks that were missed and that they are liable for' },
  'compensation?': ref('Compensation'),
  'penalties?': list(ref('Penalty')),
  'sheets?': list(ref('Sheet')),
  'fedBackTo?': list(oneOf(...addressees)),
  'payer?': text,
  'price?': number,
  'reworked?': whole,
  'ratings?': map(oneOf(...ratings)),
  'contacts?': list(ref('Contact')),
};

export const particularSchemas: Record<string, Schema> = {
  CustomerPromise: fields({
    clock: { ...text, description: 'The clock that promises it; `agreed`: a date that was agreed without one' },
    'due?': { ...moment, description: 'Absent while the clock stands still' },
    'suspended?': flag,
    'missed?': { ...flag, description: 'Not kept, and owed still' },
  }),
  DutyPeriod: fields({ name: text, 'zh?': text, 'en?': text, clauses }),
  DutyPeriodList: fields({ items: list(ref('DutyPeriod')) }),
  Compensation: fields(
    {
      size: oneOf(...compensationSizes),
      amount: number,
      reason: text,
      'lowestClaim?': number,
      state: oneOf('proposed', 'approved', 'settled', 'paid'),
      proposedBy: text,
      'approvedBy?': text,
      'manner?': text,
      'sheetOwed?': { ...text, description: 'The paper that is to follow an approval by phone' },
      'memo?': text,
      'paidAt?': moment,
    },
    open,
  ),
  Penalty: fields(
    {
      number: whole,
      penalised: text,
      loss: number,
      amount: number,
      reason: text,
      'appeal?': text,
      'upheld?': flag,
    },
    open,
  ),
  Sheet: fields(
    {
      number: whole,
      reference: text,
      kind: text,
      content: text,
      'dueBy?': moment,
      'overdue?': flag,
      'result?': text,
    },
    open,
  ),
  Contact: fields(
    {
      path: text,
      party: text,
      text,
      contactedAt: moment,
      'concludedAt?': moment,
      'settled?': flag,
      'result?': text,
    },
    open,
  ),
  Left: fields({ minutes: { ...whole, description: 'Negative when the period was over' }, share }),
  LedgerEntry: {
    anyOf: [
      fields({
        kind: oneOf('extension'),
        ...entry,
        clock: text,
        reason: text,
        until: moment,
        'due?': moment,
        'left?': ref('Left'),
        'answer?': fields({
          granted: flag,
          at: moment,
          by: ref('Actor'),
          clauses,
          'until?': moment,
          'reason?': text,
          'left?': ref('Left'),
        }),
      }),
      fields({
        kind: oneOf('stop'),
        ...entry,
        because: oneOf(...suspensionGrounds),
        'reason?': text,
        from: moment,
        'to?': moment,
        'endedBy?': ref('Actor'),
        'minutes?': whole,
        clocks: list(fields({ clock: text, before: moment, 'after?': moment, left: ref('Left') })),
      }),
      fields({ kind: oneOf('move'), ...entry, clock: text, because: text }),
    ],
  },
  Ledger: fields({ 'promise?': ref('CustomerPromise'), items: list(ref('LedgerEntry')) }),
  ServiceFigure: fields({
    figure: oneOf(...serviceFigures),
    rulebook: text,
    'clock?': text,
    of: { ...whole, description: 'How many it is reckoned from' },
    good: { ...whole, description: 'In time; of `rework`: done anew' },
    'share?': { ...share, description: 'good / of; absent where there is none' },
    'least?': share,
    'most?': share,
    'kept?': { ...flag, description: 'Whether the target is kept' },
    clauses,
    formula: { ...text, description: 'The name of the formula' },
  }),
  ServiceFigures: fields({ items: list(ref('ServiceFigure')) }),
  SurveyItem: fields({
    rulebook: text,
    item: text,
    'zh?': text,
    'en?': text,
    clauses,
    satisfied: whole,
    fair: whole,
    dissatisfied: whole,
    rated: whole,
    'share?': { ...share, description: 'satisfied / rated' },
  }),
  SurveyFigures: fields({ items: list(ref('SurveyItem')) }),
};
