import { command } from '../command.js';
import { conflicted, isConflicted } from '../conflict.js';
import { word } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** To another handler. An administrator does it for whoever leaves. */
export const reassign = command({
  name: 'reassign',
  events: ['Reassigned'],
  input: { handler: word() },
  by: ['supervisor', 'admin'],
  from: underWay.filter((status) => status !== 'accepted'),
  handling: true,
  decide: (complaint, { handler }, { clauses }, { rulebook }) => {
    if (isConflicted(complaint, handler)) return conflicted(handler, rulebook);
    if (complaint.handler === handler) return refuse('already', clauses, `${handler} handles it already.`, { handler });
    return [{ type: 'Reassigned', clauses, handler }];
  },
});
