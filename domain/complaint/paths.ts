/** Paths to another party: a developer, a utility, neighbours among themselves. */
import { holds } from '../rulebook/condition.js';
import type { PathRule } from '../rulebook/particulars.js';
import { type Context, knownOf } from './context.js';
import type { Contact } from './particulars.js';
import { refuse, type Refusal } from './refusal.js';
import type { Complaint } from './state.js';

/** The path that a complaint goes, if its rulebook has one for it. */
export function pathOf(complaint: Complaint, context: Context): ({ name: string } & PathRule) | undefined {
  const known = knownOf(complaint, context);
  const found = Object.entries(context.rulebook.paths ?? {}).find(([, { when }]) => holds(when, known));
  return found && { name: found[0], ...found[1] };
}

/** The contact that is not concluded yet. */
export const openContact = ({ contacts = [] }: Complaint): Contact | undefined =>
  contacts.findLast(({ concludedAt }) => !concludedAt);

/** Refuses to pass as handled what another party still owes an answer on. */
export function unconcluded(complaint: Complaint, { rulebook }: Context): Refusal | undefined {
  const open = openContact(complaint);
  if (!open) return undefined;
  const clauses = rulebook.paths?.[open.path]?.clauses ?? [];
  return refuse('wrong-status', clauses, `Record what came of the contact with ${open.party} first.`, {
    command: 'verify',
    status: complaint.status,
  });
}
