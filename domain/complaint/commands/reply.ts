import { command } from '../command.js';
import { flag, optional, text, word } from '../input.js';
import { unapprovedReply } from '../reply.js';

/** Answers the complainant; where replies are approved, with the approved text or by whoever approves. */
export const reply = command({
  name: 'reply',
  events: ['Replied'],
  input: { form: word(), text: text(), measures: optional(flag()) },
  by: ['supervisor'],
  from: ['replying', 'replied', 'negotiating'],
  handling: true,
  decide: (complaint, input, giver, context) => {
    const unapproved = unapprovedReply(complaint, input.text, giver, context);
    if (unapproved) return unapproved;
    return [{ type: 'Replied', clauses: giver.clauses, status: 'replied', ...input }];
  },
});
