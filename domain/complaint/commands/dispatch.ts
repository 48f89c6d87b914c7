import { command } from '../command.js';
import { optional, word, words } from '../input.js';
import { refuse } from '../refusal.js';
import { conflicted, isConflicted } from '../conflict.js';
import { isForLeader, shuttleClauses } from '../shuttle.js';
import { unknownTerm } from '../terms.js';

/** To a unit and a handler; further units assist. Sent back twice, it is for the leader. */
export const dispatch = command({
  name: 'dispatch',
  events: ['Dispatched'],
  input: { unit: word(), handler: word(), assisting: optional(words()) },
  by: ['supervisor'],
  from: ['accepted'],
  handling: true,
  reserved: (complaint, rulebook) =>
    isForLeader(complaint) ? { by: ['approver'], clauses: shuttleClauses(rulebook) } : undefined,
  decide: (complaint, { unit, handler, assisting }, { clauses }, { rulebook }) => {
    if (isConflicted(complaint, handler)) return conflicted(handler, rulebook);
    const unknown = unknownTerm(rulebook, { unit });
    if (unknown) return refuse('invalid', clauses, unknown.detail, { path: unknown.path });
    return [{ type: 'Dispatched', clauses, status: 'dispatched', unit, handler, assisting: assisting ?? [] }];
  },
});
