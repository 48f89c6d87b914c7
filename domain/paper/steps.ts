/** The way of a paper from its draft to its issue, and who takes which step. */
import { type Moment } from '../calendar/zone.js';
import type { Clause, Role } from '../rulebook/rulebook.js';
import type { Missing, Paper, PaperAction, Part, Person } from './paper.js';
import { paperActions } from './paper.js';

/** Who takes a step. */
export interface Holder extends Person {
  roles: readonly Role[];
  /** Sits where the paper goes to: at its addressee or above; at its own node when it goes nowhere. */
  receives: boolean;
}

export interface StepInput {
  parts?: { id: string; text: string }[];
  reason?: string;
}

export interface PaperRefusal {
  refused:
    | 'forbidden'
    | 'wrong-paper-state'
    | 'self-approval'
    | 'incomplete'
    | 'unapproved'
    | 'unknown-part'
    | 'reason-required'
    | 'already';
  clauses: Clause[];
  detail: string;
}

const refuse = (refused: PaperRefusal['refused'], { clauses }: Paper, detail: string): PaperRefusal => ({
  refused,
  clauses,
  detail,
});

/** What a step makes of a paper that is not issued yet; the number comes with the issue. */
export type Stepped = Pick<Paper, 'state' | 'parts' | 'completed' | 'approved' | 'confirmed' | 'returned'>;

/** Takes a step, or says why not. `issue` and `correct` are only judged here: their number comes from the database. */
export function takeStep(
  paper: Paper,
  action: Exclude<PaperAction, 'acknowledge'>,
  { parts = [], reason = '' }: StepInput,
  by: Holder,
  at: Moment,
): Stepped | PaperRefusal {
  const refusal = refusalOf(paper, action, by);
  if (refusal) return refusal;
  const person = { id: by.id, name: by.name };
  const { state, completed, approved, confirmed, returned } = paper;
  const now: Stepped = { state, parts: paper.parts, completed, approved, confirmed, returned };
  switch (action) {
    case 'complete':
      return write(paper, parts, by, at);
    case 'approve':
      return { ...now, state: 'approved', approved: { by: person, at } };
    case 'return':
      if (!reason.trim()) return refuse('reason-required', paper, 'Say what is to be changed.');
      return { ...now, state: 'draft', approved: undefined, returned: { by: person, at, reason } };
    case 'confirm':
      return { ...now, confirmed: { by: person, at } };
    case 'correct':
      return reason.trim() ? now : refuse('reason-required', paper, 'Say what is corrected, and why.');
    case 'issue':
      return now;
  }
}

/** The steps that somebody may take now. */
export function allowedSteps(paper: Paper, by: Holder): PaperAction[] {
  return paperActions.filter((action) =>
    action === 'acknowledge' ? paper.state === 'issued' && by.receives : !refusalOf(paper, action, by),
  );
}

/** Required parts that nobody has written. */
export const unwritten = (parts: readonly Part[]): Part[] =>
  parts.filter(({ text, optional }) => !optional && !text?.trim());

/** What is not there now, and who is to bring it. */
export function missingIn(paper: Paper, peopleWith: (roles: readonly Role[]) => Person[]): Missing[] {
  const parts = unwritten(paper.parts).map(({ id, title, by, complaint }) => ({
    what: id,
    title: complaint ? { zh: `${complaint.number}：${title.zh}`, en: `${complaint.number}: ${title.en}` } : title,
    by,
    people: peopleWith(by),
  }));
  if (paper.approves.length === 0 || paper.approved) return parts;
  const approval = { zh: '批准', en: 'Approval' };
  return [...parts, { what: 'approval', title: approval, by: paper.approves, people: peopleWith(paper.approves) }];
}

/** Who writes in it, or answers for it. */
export function responsible({ parts, approves, node }: Paper): Role[] {
  return [...new Set<Role>([ownOf(node), ...parts.flatMap(({ by }) => by), ...approves])];
}

/** Whose turn it is: first who writes, then who approves, at last who sends it. Nobody's when it is issued. */
export function turnOf({ state, approves, node }: Pick<Paper, 'state' | 'approves' | 'node'>, writers: Role[]): Role[] {
  if (state === 'issued') return [];
  if (writers.length > 0) return writers;
  if (approves.length > 0 && state !== 'approved') return approves;
  return [ownOf(node)];
}

const ownOf = ({ tier }: Paper['node']): Role =>
  tier === 'group' ? 'hq' : tier === 'company' ? 'company' : 'supervisor';

function refusalOf(paper: Paper, action: Exclude<PaperAction, 'acknowledge'>, by: Holder): PaperRefusal | undefined {
  const holds = (roles: readonly Role[]) => by.roles.some((role) => roles.includes(role));
  const forbidden = () => refuse('forbidden', paper, 'This is for others.');
  const isIssued = paper.state === 'issued';
  const wrongState = () => refuse('wrong-paper-state', paper, `A paper that is ${paper.state} is not for this.`);
  switch (action) {
    case 'complete':
      if (isIssued) return wrongState();
      return holds(paper.parts.filter(({ command }) => !command).flatMap((part) => part.by)) ? undefined : forbidden();
    case 'approve':
      if (!holds(paper.approves)) return forbidden();
      if (isIssued || paper.state === 'approved') return wrongState();
      if (unwritten(paper.parts).length > 0) return refuse('incomplete', paper, 'Parts of it are not written yet.');
      if (paper.parts.some(({ writtenBy }) => writtenBy?.id === by.id))
        return refuse('self-approval', paper, 'Nobody approves what they wrote themselves.');
      return undefined;
    case 'return':
      if (!holds(paper.approves)) return forbidden();
      return isIssued ? wrongState() : undefined;
    case 'confirm':
      if (!holds(paper.confirms)) return forbidden();
      if (!isIssued) return wrongState();
      return paper.confirmed ? refuse('already', paper, 'It is confirmed.') : undefined;
    case 'issue':
      if (!holds(responsible(paper))) return forbidden();
      if (isIssued) return wrongState();
      if (unwritten(paper.parts).length > 0) return refuse('incomplete', paper, 'Parts of it are not written yet.');
      if (paper.approves.length > 0 && !paper.approved) return refuse('unapproved', paper, 'It is not approved yet.');
      return undefined;
    case 'correct':
      if (!holds(responsible(paper))) return forbidden();
      if (!isIssued) return wrongState();
      return paper.correctedBy ? refuse('already', paper, 'It was corrected: correct the correction.') : undefined;
  }
}

/** What is written anew takes an approval back. */
function write(paper: Paper, written: { id: string; text: string }[], by: Holder, at: Moment): Stepped | PaperRefusal {
  const unknown = written.find(({ id }) => !paper.parts.some((part) => part.id === id));
  if (unknown) return refuse('unknown-part', paper, `There is no part "${unknown.id}" in it.`);
  const foreign = paper.parts.find(
    (part) =>
      written.some(({ id }) => id === part.id) &&
      (part.command !== undefined || !by.roles.some((role) => part.by.includes(role))),
  );
  if (foreign) return refuse('forbidden', paper, `"${foreign.title.en}" is for ${foreign.by.join(' or ')}.`);
  const person = { id: by.id, name: by.name };
  const parts = paper.parts.map((part) => {
    const text = written.find(({ id }) => id === part.id)?.text.trim();
    if (text === undefined || text === (part.text ?? '')) return part;
    const { text: _, writtenBy: __, writtenAt: ___, ...bare } = part;
    return text ? { ...bare, text, writtenBy: person, writtenAt: at } : bare;
  });
  const isComplete = unwritten(parts).length === 0;
  const { confirmed, returned } = paper;
  return {
    state: isComplete ? 'completed' : 'draft',
    parts,
    ...(isComplete ? { completed: { by: person, at } } : { completed: undefined }),
    approved: undefined,
    confirmed,
    returned,
  };
}

export const isRefused = (answer: object): answer is PaperRefusal => 'refused' in answer;
