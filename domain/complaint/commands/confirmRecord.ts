import { command } from '../command.js';
import { choice } from '../input.js';
import { confirmations } from '../particulars.js';
import { refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

/** The complainant confirms what was recorded: read back, or signed; some channels are exempt. */
export const confirmRecord = command({
  name: 'confirmRecord',
  events: ['RecordConfirmed'],
  input: { manner: choice(...confirmations) },
  by: ['reception'],
  from: ['received', ...underWay],
  named: true,
  decide: ({ channel, confirmed }, { manner }, giver, { rulebook }) => {
    const { exempt = [], clauses = giver.clauses } = rulebook.confirmation ?? {};
    if (confirmed) return refuse('already', clauses, 'The record has been confirmed.');
    if (manner === 'exempt' && !exempt.includes(channel)) {
      return refuse('invalid', clauses, `manner: a complaint by ${channel} is read back or signed.`, {
        path: 'manner',
      });
    }
    return [{ type: 'RecordConfirmed', clauses, manner }];
  },
});
