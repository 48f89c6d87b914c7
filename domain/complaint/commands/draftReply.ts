import { command } from '../command.js';
import { flag, optional, text, word } from '../input.js';
import { needsReplyApproval, noReplyApproval } from '../reply.js';

/** A reply that must be approved before it is sent. */
export const draftReply = command({
  name: 'draftReply',
  events: ['ReplyDrafted'],
  input: { form: word(), text: text(), measures: optional(flag()) },
  by: ['handler', 'supervisor'],
  from: ['replying', 'replied', 'negotiating'],
  decide: (complaint, input, { clauses }, context) =>
    needsReplyApproval(complaint, context)
      ? [{ type: 'ReplyDrafted', clauses, version: complaint.replyDrafts.length + 1, ...input }]
      : noReplyApproval(clauses),
});
