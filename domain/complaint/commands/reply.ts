import { command } from '../command.js';
import { flag, optional, text, word } from '../input.js';
import { instanceAfter } from '../instances.js';
import { refuse } from '../refusal.js';
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
    const instance = instanceAfter(context.rulebook, complaint.disagreed);
    if (instance?.outside) {
      const detail = 'It was decided in every instance of the house: the complainant may turn to bodies outside it.';
      return refuse('not-in-rulebook', instance.clauses, detail, { command: 'reply' });
    }
    return [
      {
        type: 'Replied',
        clauses: instance?.clauses ?? giver.clauses,
        status: 'replied',
        ...input,
        ...(complaint.outcome ? { outcome: complaint.outcome } : {}),
        ...(instance ? { instance: instance.name } : {}),
      },
    ];
  },
});
