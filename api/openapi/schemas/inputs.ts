/** What requests carry. Commands and signals derive from the core. */
import { commands } from '../../../domain/complaint/commands/index.js';
import { factsShape, longestText } from '../../complaints/intake-input.js';
import { signalShapes } from '../../complaints/signal-inputs.js';
import { inputSchema } from '../../kernel/derived-input.js';
import { inputName, signalInputName } from '../input-names.js';
import { fields, flag, list, moment, oneOf, ref, type Schema } from '../schema.js';

const line: Schema = { type: 'string', maxLength: 200 };
const words: Schema = { type: 'string', maxLength: longestText };

export const inputSchemas: Record<string, Schema> = {
  Facts: inputSchema(factsShape),
  LookInput: fields({ reason: { type: 'string', minLength: 1, maxLength: 500 } }),
  ComplainantInput: fields({
    'name?': line,
    'phone?': { ...line, description: 'Digits, with +, spaces, hyphens, brackets or an extension' },
    'email?': { type: 'string', format: 'email' },
    'address?': line,
    'room?': line,
    'anonymous?': flag,
    'language?': {
      ...oneOf('zh', 'en'),
      description: 'In which they are written to; left out: Chinese, or English where the rulebook has no Chinese',
    },
  }),
  Intake: fields({
    project: line,
    channel: ref('Channel'),
    text: { ...words, minLength: 1 },
    'category?': line,
    'complainant?': ref('ComplainantInput'),
    'people?': { type: 'integer', minimum: 1, maximum: 1_000_000 },
    'remedySought?': words,
    'arrivedAt?': {
      ...moment,
      description: 'When it reached us, if it is recorded later; then `backdatedBecause` says why',
    },
    'backdatedBecause?': { type: 'string', maxLength: 2_000 },
    'receivedBy?': ref('Tier'),
    'rulebook?': { ...line, description: "Else the project's" },
    'accused?': { ...list({ type: 'string' }), maxItems: 100, description: 'Users who are complained of' },
    'facts?': ref('Facts'),
  }),
  ...Object.fromEntries(Object.values(commands).map(({ name, input }) => [inputName(name), inputSchema(input)])),
  ...Object.fromEntries(
    Object.entries(signalShapes).map(([name, shape]) => [signalInputName(name), inputSchema(shape)]),
  ),
};
