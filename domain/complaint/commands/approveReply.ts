import { command } from '../command.js';
import { number, optional } from '../input.js';
import { isRefusal } from '../refusal.js';
import { draftToDecide, replyDrafted } from '../reply.js';

export const approveReply = command({
  name: 'approveReply',
  events: ['ReplyApproved'],
  input: { version: optional(number(1)) },
  by: ['approver'],
  from: ['replying', 'replied', 'negotiating'],
  decidesOn: (complaint) => replyDrafted(complaint)?.draftedBy,
  decide: (complaint, { version }, { clauses }, context) => {
    const draft = draftToDecide(complaint, version, clauses, context);
    if (isRefusal(draft)) return draft;
    return [{ type: 'ReplyApproved', clauses, version: draft.version }];
  },
});
