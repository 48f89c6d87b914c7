/** Replies that are approved before they are sent (WY-4.5.3: everything online, by the company). */
import type { Clause } from '../rulebook/rulebook.js';
import type { Giver } from './command.js';
import type { Context } from './context.js';
import { refuse, type Refusal } from './refusal.js';
import { type Complaint, latestDraft, type ReplyDraft } from './state.js';
import { present } from './way.js';

export function needsReplyApproval(complaint: Complaint, context: Context): boolean {
  const rule = context.rulebook.replyApproval;
  return rule !== undefined && present(rule.when, complaint, context);
}

export const noReplyApproval = (clauses: Clause[]): Refusal =>
  refuse('not-in-rulebook', clauses, 'Replies to this complaint need no approval: reply at once.', {});

/** The draft that waits for a decision. */
export function replyDrafted(complaint: Complaint): ReplyDraft | undefined {
  const draft = latestDraft(complaint);
  return draft?.state === 'drafted' ? draft : undefined;
}

/** The draft that an approval or a return is about: the latest; an older one is refused. */
export function draftToDecide(
  complaint: Complaint,
  version: number | undefined,
  clauses: Clause[],
  context: Context,
): ReplyDraft | Refusal {
  if (!needsReplyApproval(complaint, context)) return noReplyApproval(clauses);
  const draft = replyDrafted(complaint);
  if (!draft) return refuse('wrong-status', clauses, 'There is no draft to decide on.', { status: complaint.status });
  if (version !== undefined && version !== draft.version) {
    return refuse('stale-plan', clauses, `The draft is now version ${draft.version}, not ${version}: read it first.`, {
      version,
      latest: draft.version,
    });
  }
  return draft;
}

/** Refuses a reply that needs approval and has none; whoever approves replies sends their own words. */
export function unapprovedReply(
  complaint: Complaint,
  words: string,
  giver: Giver,
  context: Context,
): Refusal | undefined {
  const rule = context.rulebook.replyApproval;
  if (!rule || !needsReplyApproval(complaint, context) || rule.by.includes(giver.role)) return undefined;
  const draft = latestDraft(complaint);
  if (draft?.state === 'approved' && draft.text === words) return undefined;
  return refuse(
    'forbidden',
    rule.clauses,
    `This reply is approved by ${rule.by.join(' or ')} before it is sent: draft it first.`,
    {},
  );
}
