import { command } from '../command.js';
import { askedFor } from '../extension.js';
import { text, word } from '../input.js';
import { isRefusal } from '../refusal.js';
import { alive } from '../statuses.js';

export const refuseExtension = command({
  name: 'refuseExtension',
  events: ['ExtensionRefused'],
  input: { clock: word(), reason: text() },
  by: ['approver'],
  from: alive,
  decide: (complaint, { clock, reason }, { clauses }) => {
    const asked = askedFor(complaint, clock, clauses);
    return isRefusal(asked) ? asked : [{ type: 'ExtensionRefused', clauses, clock, reason }];
  },
});
