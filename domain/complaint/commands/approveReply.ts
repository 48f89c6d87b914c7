import { command, isOwn } from '../command.js';
import { number, optional } from '../input.js';
import { isRefusal, refuse } from '../refusal.js';
import { draftToDecide } from '../reply.js';

export const approveReply = command({
  name: 'approveReply',
  events: ['ReplyApproved'],
  input: { version: optional(number(1)) },
  by: ['approver'],
  from: ['replying', 'replied', 'negotiating'],
  decide: (complaint, { version }, giver, context) => {
    const { clauses } = giver;
    const draft = draftToDecide(complaint, version, clauses, context);
    if (isRefusal(draft)) return draft;
    if (isOwn(giver, draft.draftedBy)) {
      return refuse('self-approval', clauses, 'Whoever drafted a reply does not approve it: ask another person.');
    }
    return [{ type: 'ReplyApproved', clauses, version: draft.version }];
  },
});
