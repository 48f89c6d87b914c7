import { command } from '../command.js';
import { instant } from '../../calendar/zone.js';
import { beyondLimit, extendable } from '../extension.js';
import { moment, text, word } from '../input.js';
import { isRefusal, refuse } from '../refusal.js';
import { underWay } from '../statuses.js';

export const requestExtension = command({
  name: 'requestExtension',
  events: ['ExtensionRequested'],
  input: { clock: word(), until: moment(), reason: text() },
  by: ['supervisor'],
  from: [...underWay, 'received', 'unclosed'],
  decide: (complaint, { clock, until, reason }, { clauses }, context) => {
    const state = extendable(complaint, clock, clauses);
    if (isRefusal(state)) return state;
    if (complaint.extensions[clock])
      return refuse('already', clauses, 'An extension of it is asked for already.', { clock });
    if (instant(until) <= instant(state.due)) {
      return refuse('invalid', clauses, `until must be later than ${state.due}.`, { path: 'until' });
    }
    const beyond = beyondLimit(complaint, clock, until, context);
    if (beyond) return beyond;
    return [{ type: 'ExtensionRequested', clauses, clock, until, reason }];
  },
});
