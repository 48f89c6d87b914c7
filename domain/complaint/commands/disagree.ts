import { command } from '../command.js';
import { instanceAfter } from '../instances.js';
import { text } from '../input.js';

/** The customer disagrees: further talks until agreement. */
export const disagree = command({
  name: 'disagree',
  events: ['CustomerDisagreed'],
  input: { reason: text() },
  by: ['supervisor'],
  from: ['replied'],
  handling: true,
  decide: ({ disagreed }, { reason }, { clauses }, { rulebook }) => {
    const next = instanceAfter(rulebook, disagreed + 1);
    return [
      {
        type: 'CustomerDisagreed',
        clauses: next?.clauses ?? clauses,
        status: 'negotiating',
        reason,
        ...(next ? { next: next.name } : {}),
      },
    ];
  },
});
