import { command } from '../command.js';
import { askedFor, beyondLimit } from '../extension.js';
import { word } from '../input.js';
import { isRefusal, refuse } from '../refusal.js';
import { alive } from '../statuses.js';

export const grantExtension = command({
  name: 'grantExtension',
  events: ['ExtensionGranted'],
  input: { clock: word() },
  by: ['approver'],
  from: alive,
  decidesOn: ({ extensions }, { clock }) => (typeof clock === 'string' ? extensions[clock]?.by : undefined),
  decide: (complaint, { clock }, { clauses }, context) => {
    const asked = askedFor(complaint, clock, clauses);
    if (isRefusal(asked)) return asked;
    const open = complaint.clocks[clock];
    if (open?.state !== 'open')
      return refuse('too-late', open?.clauses ?? clauses, `The period "${clock}" is over.`, { clock });
    const beyond = beyondLimit(complaint, clock, asked.until, context);
    if (beyond) return beyond;
    return [{ type: 'ExtensionGranted', clauses, clock, until: asked.until }];
  },
});
