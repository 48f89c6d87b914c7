import type { Complaint, Deadline, Field } from '../../api/shapes.js';
import { zh as known } from '../../language/zh/index.js';
import type { WordsInUse } from '../../parts/words.js';
import type { Labels } from '../labels.js';

export interface Choice {
  value: string;
  label: string;
}

const tiers = ['project', 'company', 'group'];
const severities = ['ordinary', 'important', 'hot', 'major'];

/** What one may choose for a field; undefined where anything may be written. */
export function choicesFor(
  command: string,
  name: string,
  field: Field,
  { complaint, labels, words, nature }: { complaint: Complaint; labels: Labels; words: WordsInUse; nature?: string },
): Choice[] | undefined {
  const { term, label } = words;
  const { book } = labels;
  const of = (labelled: Record<string, { zh?: string; en?: string }> | undefined): Choice[] | undefined =>
    labelled && Object.entries(labelled).map(([value, one]) => ({ value, label: label(one, value) }));
  const terms = (list: string, ids: readonly string[]) => ids.map((value) => ({ value, label: term(list, value) }));
  const handlers = () =>
    labels.people
      .filter(({ id, roles }) => roles.includes('handler') && !complaint.accused.includes(id))
      .map(({ id, name: label }) => ({ value: id, label }));

  switch (name) {
    case 'category':
      return of(book?.categories);
    case 'grade':
      return of(book?.grades);
    case 'unit':
    case 'assisting':
      return of(book?.units);
    case 'nature':
      return book?.natures ? of(book.natures) : terms('nature', field.choices ?? []);
    case 'subNature':
      return of(book?.natures?.[nature ?? '']?.sub);
    case 'handler':
    case 'owner':
      return handlers();
    case 'accused':
      return labels.people.map(({ id, name: label }) => ({ value: id, label }));
    case 'form':
      return terms('means', Object.keys(known.means));
    case 'because':
      return terms('suspension', Object.keys(known.suspension));
    case 'ground':
      return of(groundsFor(command, labels));
    case 'clock':
      return clocksFor(command, complaint).map((value) => ({ value, label: term('clock', value) }));
    case 'payer':
      return of(book?.payers);
    case 'penalised':
      return labels.people.map(({ id, name: label }) => ({ value: id, label }));
    case 'number':
      return numbersFor(command, complaint, labels, words);
    case 'manner':
      return command === 'confirmRecord'
        ? terms('confirmation', mannersFor(field, complaint, labels))
        : terms('approvalManner', ['phone', 'signature']);
    case 'step':
    case 'size':
    case 'addressee':
      return terms(name, field.choices ?? []);
    case 'kind':
      if (command === 'issueSheet') return of(book?.forms);
      return complaint.deadlines
        .filter((one) => one.clock.startsWith('report.') && isOwed(one))
        .map(({ clock }) => clock.slice('report.'.length))
        .map((value) => ({ value, label: term('report', value) }));
    case 'to':
      return command === 'escalate'
        ? terms('tier', tiers.slice(tiers.indexOf(complaint.handledBy) + 1))
        : terms('severity', severities.slice(0, severities.indexOf(complaint.severity)));
    case 'outcome':
      if (command === 'recordFindings') return of(book?.outcomes);
      return terms(name, field.choices ?? []);
    case 'lawsuit':
    case 'media':
      return terms(name, field.choices ?? []);
    default:
      return field.choices?.map((value) => ({ value, label: value }));
  }
}

const isOwed = ({ state, metAt }: Deadline) => !metAt && state !== 'cancelled' && state !== 'met';

function groundsFor(command: string, { book }: Labels) {
  if (command === 'refuse') return book?.grounds;
  if (command === 'exemptRevisit') return book?.revisit?.exemptions;
  return book?.supervision;
}

function clocksFor(command: string, complaint: Complaint): string[] {
  return command === 'requestExtension' ? extendable(complaint) : Object.keys(complaint.extensions ?? {});
}

/** Clocks that still run and may be given more time. */
export function extendable(complaint: Complaint): string[] {
  return complaint.deadlines
    .filter((one) => one.state === 'open' || one.state === 'suspended')
    .map(({ clock }) => clock)
    .filter((clock) => !/^(resolve|report)\./.test(clock));
}

/** Papers that are open, penalties that may be appealed against, appeals that wait. */
function numbersFor(
  command: string,
  { sheets = [], penalties = [] }: Complaint,
  labels: Labels,
  { label }: WordsInUse,
): Choice[] {
  if (command === 'closeSheet')
    return sheets
      .filter(({ result }) => !result)
      .map(({ number, kind }) => ({
        value: String(number),
        label: `${number} · ${label(labels.book?.forms?.[kind], kind)}`,
      }));
  return penalties
    .filter(({ appeal, upheld }) => (command === 'decideAppeal' ? appeal && upheld === undefined : !appeal))
    .map(({ number, penalised, amount }) => ({
      value: String(number),
      label: `${number} · ${labels.person(penalised)} · ${amount}`,
    }));
}

/** Exempt only where the channel is. */
const mannersFor = ({ choices = [] }: Field, { channel }: Complaint, { book }: Labels): readonly string[] =>
  choices.filter((one) => one !== 'exempt' || book?.confirmation?.exempt?.includes(channel));
