import { command } from '../command.js';
import { text } from '../input.js';
import { alive } from '../statuses.js';

/** Steps back from a complaint that concerns oneself 回避; somebody else is then assigned. */
export const recuse = command({
  name: 'recuse',
  events: ['Recused'],
  input: { reason: text() },
  by: ['handler', 'supervisor', 'approver', 'revisitor', 'company'],
  from: alive,
  decide: (_, { reason }, __, { rulebook }) => [{ type: 'Recused', clauses: rulebook.recusal.clauses, reason }],
});
