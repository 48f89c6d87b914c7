import { command, isOwn } from '../command.js';
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
  decide: (complaint, { clock }, giver, context) => {
    const { clauses } = giver;
    const asked = askedFor(complaint, clock, clauses);
    if (isRefusal(asked)) return asked;
    const open = complaint.clocks[clock];
    if (open?.state !== 'open')
      return refuse('too-late', open?.clauses ?? clauses, `The period "${clock}" is over.`, { clock });
    if (isOwn(giver, asked.by))
      return refuse('self-approval', clauses, 'Whoever asked does not grant it: ask another person.');
    const beyond = beyondLimit(complaint, clock, asked.until, context);
    if (beyond) return beyond;
    return [{ type: 'ExtensionGranted', clauses, clock, until: asked.until }];
  },
});
