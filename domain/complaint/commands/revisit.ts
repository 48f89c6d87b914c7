import { command } from '../command.js';
import { choice, optional, text, word } from '../input.js';
import { refuse } from '../refusal.js';
import { type Complaint, outcomes } from '../state.js';

/** Satisfied closes the complaint; otherwise it waits to be revisited again, reopened or marked unclosed. */
export const revisit = command({
  name: 'revisit',
  events: ['RevisitRecorded'],
  input: { outcome: choice(...outcomes), form: word(), opinion: optional(text()) },
  by: ['revisitor'],
  from: ['revisiting', 'observing'],
  decide: (complaint, input, { clauses }, { rulebook }) => {
    const untold = Object.entries(rulebook.feedbackTo ?? {}).find(([to]) => !isToldTo(complaint, to));
    if (untold && complaint.marks['Dispatched'] && input.outcome === 'satisfied') {
      const [to, cited] = untold;
      return refuse('wrong-status', cited, `The result is not reported back to ${to} yet: feed it back first.`, {
        command: 'feedBack',
        status: complaint.status,
      });
    }
    // who is not satisfied under observation is not closed by its end
    const back = complaint.status === 'observing' && input.outcome === 'dissatisfied';
    return [{ type: 'RevisitRecorded', clauses, ...(back ? { status: 'revisiting' } : {}), ...input }];
  },
});

const isToldTo = ({ fedBackTo = [] }: Complaint, to: string): boolean => fedBackTo.some((told) => told === to);
