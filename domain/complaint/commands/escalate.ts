import { command } from '../command.js';
import { isAbove, tiers } from '../../rulebook/rulebook.js';
import { choice, text } from '../input.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** To a tier above, which then handles it; never back down (WY-4.4.3.4). */
export const escalate = command({
  name: 'escalate',
  events: ['Escalated'],
  input: { to: choice(...tiers), reason: text() },
  by: ['supervisor'],
  from: ['received', ...underWay, 'unclosed'],
  decide: (complaint, { to, reason }, { clauses }, { rulebook }) => {
    if (isAbove(tiers, complaint.handledBy, to)) {
      return refuse(
        'handed-up',
        rulebook.handUp?.clauses ?? clauses,
        'What a higher tier took over does not go back down.',
        { to },
      );
    }
    const has =
      to === 'group' ? complaint.tier === 'group' && complaint.handledBy === 'company' : complaint.handledBy === to;
    if (has) return refuse('already', clauses, `The ${to} has it already.`, { to });
    return [{ type: 'Escalated', clauses, to, reason, because: 'handedUp' }];
  },
});
