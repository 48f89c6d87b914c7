/** Which of the commands that are possible are somebody's turn: what moves a complaint on, or meets a clock. */
import { commands } from '../../domain/complaint/commands/index.js';
import { openContact } from '../../domain/complaint/paths.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { latestDraft } from '../../domain/complaint/state.js';

// possible at many times, but nobody waits for them
const asides = new Set([
  'settle',
  'comment',
  'attach',
  'recordFact',
  'suspend',
  'resume',
  'requestExtension',
  'escalate',
  'reopen',
  'withdraw',
  'merge',
  'unmerge',
  'reassign',
  'supervise',
  'lowerSeverity',
  'recuse',
  'changeRulebook',
  'markUnclosed',
  'reinstate',
  'sendBack',
  'pursue',
  'writeOff',
  'confirmRecord',
  'issueSheet',
  'penalise',
  'appeal',
]);

type Turn = (complaint: Complaint) => boolean;

const owed = (name: string, complaint: Complaint): boolean => {
  const clock = complaint.clocks[name];
  return clock !== undefined && clock.metAt === undefined && (clock.state === 'open' || clock.state === 'missed');
};
const isDrafted: Turn = (complaint) => latestDraft(complaint)?.state === 'drafted';
const isAsked: Turn = ({ extensions }) => Object.keys(extensions).length > 0;

// these wait only when there is something to do them about
const turns: Record<string, Turn> = {
  acknowledge: (complaint) => owed('acknowledge', complaint),
  arrive: (complaint) => owed('arrive', complaint),
  recordFindings: (complaint) => complaint.status === 'investigating' || owed('investigate', complaint),
  propose: ({ status }) => status === 'planning' || status === 'negotiating',
  feedBack: (complaint) => owed('feedback', complaint),
  approveReply: isDrafted,
  returnReply: isDrafted,
  draftReply: (complaint) => complaint.status === 'replying' && !isDrafted(complaint),
  reply: (complaint) =>
    ['replying', 'negotiating'].includes(complaint.status) || owed('reply', complaint) || owed('measures', complaint),
  grantExtension: isAsked,
  refuseExtension: isAsked,
  contact: (complaint) => owed('contact', complaint),
  conclude: (complaint) => openContact(complaint) !== undefined,
  passOn: ({ owedEchoes = [] }) => owedEchoes.length > 0,
  compensate: ({ compensation }) => compensation !== undefined && compensation.state !== 'paid',
  closeSheet: ({ sheets = [] }) => sheets.some(({ result }) => result === undefined),
  decideAppeal: ({ penalties = [] }) =>
    penalties.some(({ appeal, upheld }) => appeal !== undefined && upheld === undefined),
  submitReport: ({ clocks, ...complaint }) =>
    Object.keys(clocks).some((name) => name.startsWith('report.') && owed(name, { ...complaint, clocks })),
};

/** Of the commands that somebody may give, those that are theirs to give now. */
export function dutiesOf(complaint: Complaint, allowed: string[]): string[] {
  return allowed.filter((name) => !asides.has(name) && (turns[name]?.(complaint) ?? true));
}

/** Statuses in which there can be such a command at all. */
export const dutyStatuses = [
  ...new Set(
    Object.values(commands)
      .filter(({ name }) => !asides.has(name))
      .flatMap(({ from }) => from),
  ),
];
