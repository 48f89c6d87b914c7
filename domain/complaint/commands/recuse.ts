import { command } from '../command.js';
import { text } from '../input.js';
import { refuse } from '../refusal.js';
import { alive } from '../statuses.js';

/** Steps back from a complaint that concerns oneself 回避, as those complained of may; somebody else is then assigned. */
export const recuse = command({
  name: 'recuse',
  events: ['Recused'],
  input: { reason: text() },
  by: ['handler', 'supervisor', 'approver', 'revisitor', 'company'],
  from: alive,
  evenIfConflicted: true,
  decide: (complaint, { reason }, { user }, { rulebook }) => {
    const { clauses } = rulebook.recusal;
    if (complaint.recused.includes(user))
      return refuse('already', clauses, `${user} has stepped back already.`, { user });
    return [{ type: 'Recused', clauses, reason }];
  },
});
