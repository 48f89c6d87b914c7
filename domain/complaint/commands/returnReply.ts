import { command } from '../command.js';
import { number, optional, text } from '../input.js';
import { isRefusal } from '../refusal.js';
import { draftToDecide } from '../reply.js';

export const returnReply = command({
  name: 'returnReply',
  events: ['ReplyReturned'],
  input: { version: optional(number(1)), reason: text() },
  by: ['approver'],
  from: ['replying', 'replied', 'negotiating'],
  decide: (complaint, { version, reason }, { clauses }, context) => {
    const draft = draftToDecide(complaint, version, clauses, context);
    return isRefusal(draft) ? draft : [{ type: 'ReplyReturned', clauses, version: draft.version, reason }];
  },
});
