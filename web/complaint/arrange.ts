import type { Complaint, Status } from '../api/shapes.js';
import { extendable } from './form/choices.js';

/** What is to be done next at each status, the usual first. */
const usual: Partial<Record<Status, string[]>> = {
  received: ['accept', 'acknowledge', 'refuse', 'settle'],
  accepted: ['dispatch', 'settle'],
  dispatched: ['takeOver', 'sendBack', 'settle'],
  investigating: ['recordFindings', 'arrive', 'settle'],
  planning: ['propose', 'recordFindings'],
  awaitingApproval: ['approve', 'returnPlan'],
  replying: ['reply'],
  replied: ['agree', 'disagree'],
  negotiating: ['agree', 'reply', 'propose'],
  carryingOut: ['complete', 'arrive'],
  verifying: ['verify'],
  revisiting: ['revisit', 'exemptRevisit', 'feedBack'],
  observing: ['revisit', 'feedBack'],
  unclosed: ['pursue', 'writeOff'],
  writtenOff: ['reinstate'],
  merged: ['passOn', 'unmerge'],
  closed: ['submitReport', 'feedBack'],
};

const groups = [
  ['comment', 'attach', 'acknowledge', 'recordFact', 'submitReport', 'feedBack'],
  ['suspend', 'resume', 'requestExtension', 'grantExtension', 'refuseExtension'],
  ['confirmRecord', 'contact', 'conclude', 'issueSheet', 'closeSheet'],
  ['compensate', 'penalise', 'appeal', 'decideAppeal'],
  ['reassign', 'escalate', 'supervise', 'lowerSeverity', 'recuse', 'changeRulebook'],
];

/** Allowed, but there is nothing to do it to. */
const idle: Record<string, (complaint: Complaint) => boolean> = {
  suspend: ({ stops }) => isSuspended(stops),
  resume: ({ stops }) => !isSuspended(stops),
  requestExtension: (complaint) => extendable(complaint).length === 0,
  grantExtension: ({ extensions }) => Object.keys(extensions).length === 0,
  refuseExtension: ({ extensions }) => Object.keys(extensions).length === 0,
  approveReply: ({ replyDrafts }) => replyDrafts.at(-1)?.state !== 'drafted',
  returnReply: ({ replyDrafts }) => replyDrafts.at(-1)?.state !== 'drafted',
  confirmRecord: ({ confirmed }) => confirmed !== undefined,
  compensate: ({ compensation }) => compensation?.state === 'paid',
  closeSheet: ({ sheets = [] }) => sheets.every(({ result }) => result),
  appeal: ({ penalties = [] }) => penalties.every(({ appeal }) => appeal),
  decideAppeal: ({ penalties = [] }) => penalties.every(({ appeal, upheld }) => !appeal || upheld !== undefined),
  passOn: ({ owedEchoes = [] }) => owedEchoes.length === 0,
  merge: ({ members = [] }) => members.length > 0,
  contact: ({ path, contacts = [] }) => !path || contacts.some(({ concludedAt }) => !concludedAt),
  conclude: ({ contacts = [] }) => contacts.every(({ concludedAt }) => concludedAt),
  lowerSeverity: ({ severity }) => severity === 'ordinary',
  submitReport: ({ deadlines }) =>
    !deadlines.some(({ clock, state, metAt }) => clock.startsWith('report.') && !metAt && state !== 'cancelled'),
};

const isSuspended = (stops: Complaint['stops']): boolean => {
  const last = stops.at(-1);
  return last !== undefined && !last.to;
};

/** Whether a command may be given and has something to be given for. */
export const isOpen = (name: string, complaint: Complaint): boolean =>
  complaint.allowed.includes(name) && idle[name]?.(complaint) !== true;

export interface Arranged {
  /** What is to be done now, if it is mine. */
  first?: string;
  beside: string[];
  others: string[][];
}

/** Which of the allowed commands stand out and which wait in the menu. Nothing is shown that is not allowed. */
export function arrange(complaint: Complaint, room: number): Arranged {
  const { status } = complaint;
  const allowed = complaint.allowed.filter((name) => idle[name]?.(complaint) !== true);
  const order = [...extensionsAsked(complaint), ...repliesToDecide(complaint, allowed), ...(usual[status] ?? [])];
  const next = order.filter((name, i) => allowed.includes(name) && order.indexOf(name) === i);
  const [first, ...rest] = next;
  const beside = first ? rest.slice(0, room) : allowed.filter((name) => name === 'comment');
  const left = allowed.filter((name) => name !== first && !beside.includes(name));
  const grouped = groups.map((group) => left.filter((name) => group.includes(name)));
  const ungrouped = left.filter((name) => !groups.flat().includes(name));
  return { first, beside, others: [ungrouped, ...grouped].filter((group) => group.length > 0) };
}

const extensionsAsked = ({ extensions }: Complaint): string[] =>
  Object.keys(extensions).length > 0 ? ['grantExtension', 'refuseExtension'] : [];

/** Where replies are approved first: draft, decide, then send. */
function repliesToDecide({ status, replyDrafts }: Complaint, allowed: string[]): string[] {
  if (!['replying', 'replied', 'negotiating'].includes(status) || !allowed.some((name) => name.endsWith('Reply')))
    return [];
  const state = replyDrafts.at(-1)?.state;
  if (state === 'drafted') return ['approveReply', 'returnReply'];
  if (state === 'approved') return status === 'replying' ? ['reply'] : [];
  return status === 'replying' ? ['draftReply', 'reply'] : [];
}
