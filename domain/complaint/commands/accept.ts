import { command } from '../command.js';
import { moment, optional, word } from '../input.js';
import { refuse } from '../refusal.js';
import { unknownTerm } from '../terms.js';

export const accept = command({
  name: 'accept',
  events: ['Accepted'],
  input: { grade: optional(word()), category: optional(word()), agreedDate: optional(moment()) },
  by: ['supervisor'],
  from: ['received'],
  handling: true,
  decide: (_, input, { clauses }, { rulebook }) => {
    const unknown = unknownTerm(rulebook, input);
    if (unknown) return refuse('invalid', clauses, unknown.detail, { path: unknown.path });
    return [{ type: 'Accepted', clauses, status: 'accepted', ...input }];
  },
});
