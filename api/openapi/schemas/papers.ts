/** Papers: bulletins and the documents of recurring duties. */
import { families, paperKinds } from '../../../domain/paper/kinds.js';
import { paperActions, paperStates } from '../../../domain/paper/paper.js';
import { fields, flag, list, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

const words = ref('Words');
const node = fields({ id: text, name: text, tier: ref('Tier') });
const complaint = fields({ id: text, number: text });
const signed = fields({ by: ref('Somebody'), at: moment });
const date: Schema = { type: 'string', format: 'date' };
const row = (type: string, properties: Record<string, Schema>) =>
  fields({ type: { type: 'string', const: type }, ...properties });

const head: Record<string, Schema> = {
  id: text,
  kind: ref('PaperKind'),
  'number?': { ...text, description: 'Given when it is issued: 快报〔2026〕第12号' },
  state: ref('PaperState'),
  node: node,
  'addressee?': node,
  'complaint?': complaint,
  clauses: list(text),
  zone: text,
  'period?': fields({ key: text, label: words, from: moment, to: moment }),
  cutOff: { ...moment, description: 'The content is as of this moment' },
  due: moment,
  'issuedAt?': moment,
  'late?': flag,
  'public?': flag,
};

export const paperSchemas: Record<string, Schema> = {
  Words: fields({ zh: text, en: text }),
  Somebody: fields({ id: text, name: text }),
  PaperKind: oneOf(...paperKinds),
  PaperState: oneOf(...paperStates),
  PaperAction: oneOf(...paperActions),
  PaperFamily: oneOf(...families),
  PaperText: { anyOf: [text, words], description: 'Words of the house in both languages, or a text as it was written' },
  PaperCell: {
    anyOf: [
      text,
      { type: 'number' },
      { type: 'null' },
      words,
      fields({ moment }),
      fields({ date }),
      fields({ percent: { type: 'number' } }),
      fields({ complaint }),
    ],
    description: 'null: not known, and said so',
  },
  PaperColumn: fields({
    id: text,
    label: words,
    'align?': oneOf('end'),
    'width?': { type: 'number', description: 'Share of the width; 1 unless said' },
  }),
  PaperBlock: {
    anyOf: [
      row('paragraph', { text: ref('PaperText') }),
      row('list', { items: list(ref('PaperText')) }),
      row('facts', { items: list(fields({ label: words, value: ref('PaperCell') })) }),
      row('figures', { items: list(fields({ label: words, value: ref('PaperCell'), 'note?': words })) }),
      row('table', {
        'title?': words,
        columns: list(ref('PaperColumn')),
        rows: list(list(ref('PaperCell'))),
        empty: words,
      }),
      row('part', { part: { ...text, description: 'The part of this id stands here' } }),
    ],
  },
  PaperSection: fields({
    id: text,
    title: words,
    level: { type: 'integer', enum: [1, 2] },
    blocks: list(ref('PaperBlock')),
  }),
  PaperPart: fields({
    id: text,
    title: words,
    by: list(ref('Role')),
    'optional?': flag,
    'complaint?': complaint,
    'command?': { ...oneOf('submitReport'), description: 'Written by this command of the complaint alone' },
    'text?': text,
    'writtenBy?': ref('Somebody'),
    'writtenAt?': moment,
  }),
  PaperMissing: fields({ what: text, title: words, by: list(ref('Role')), people: list(ref('Somebody')) }),
  PaperHead: fields({
    ...head,
    title: words,
    missing: { ...whole, description: 'How many parts are, or were, missing' },
    opened: flag,
    acknowledged: flag,
    corrects: { anyOf: [fields({ id: text, number: text, reason: text }), { type: 'null' }] },
    corrected: flag,
    waitsFor: {
      ...list(ref('Role')),
      description: 'Whose turn it is: who writes, then who approves, at last who sends it',
    },
  }),
  PaperList: fields({ items: list(ref('PaperHead')), 'next?': text }),
  Paper: fields({
    ...head,
    rulebook: fields({ id: text, version: whole, title: words }),
    content: fields({ title: words, sections: list(ref('PaperSection')) }),
    parts: list(ref('PaperPart')),
    missing: list(ref('PaperMissing')),
    approves: list(ref('Role')),
    confirms: list(ref('Role')),
    'completed?': signed,
    'approved?': signed,
    'confirmed?': signed,
    'returned?': fields({ by: ref('Somebody'), at: moment, reason: text }),
    'corrects?': fields({ id: text, number: text, reason: text }),
    'correctedBy?': fields({ id: text, 'number?': text }),
    'batch?': { ...text, description: 'Of a write-off list that is carried out: the batch that does so' },
    version: { ...whole, description: 'Its ETag: sent as If-Match, a change is refused when somebody was faster' },
    allowed: list(ref('PaperAction')),
    receipts: list(
      fields({
        by: fields({ id: text, name: text, node: text }),
        openedAt: moment,
        'acknowledgedAt?': moment,
      }),
    ),
    'acknowledgeBy?': { ...moment, description: 'Until then somebody above is to acknowledge it' },
    steps: list(
      fields({
        at: moment,
        step: oneOf(
          ...['drafted', 'written', 'completed', 'approved', 'returned', 'confirmed', 'issued', 'reminded'],
          ...['overdue', 'corrected', 'writtenOff', 'reinstated'],
        ),
        'by?': ref('Somebody'),
        'note?': text,
      }),
    ),
  }),
  Published: fields({
    project: text,
    periods: list(fields({ period: text, label: words, issuedAt: moment })),
    'shown?': fields({
      ...{ project: text, period: text, label: words, number: text, issuedAt: moment },
      content: fields({ title: words, sections: list(ref('PaperSection')) }),
    }),
  }),
  PublicAddress: fields({
    project: text,
    address: { anyOf: [text, { type: 'null' }], description: 'It is read at /public/ADDRESS' },
    'openedAt?': moment,
    'openedBy?': text,
  }),
  ReceiptInput: fields({ what: oneOf('opened', 'acknowledged') }),
  PaperPartsInput: fields({ parts: list(fields({ id: text, text })) }),
  PaperReturnInput: fields({ reason: text }),
  PaperCorrectInput: fields({
    reason: text,
    'parts?': { ...list(fields({ id: text, text })), description: 'Those that change' },
    'anew?': { ...flag, description: 'Of a duty’s paper: made anew at its cut-off, from all that is recorded by now' },
  }),
};
