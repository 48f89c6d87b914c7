/** Work over many complaints. */
import { fields, list, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

export const batchSchemas: Record<string, Schema> = {
  Batch: fields({
    id: text,
    kind: text,
    why: text,
    state: {
      ...oneOf('running', 'lookingAfter', 'stopping', 'stopped', 'done'),
      description: 'lookingAfter: what was filed meanwhile is gone through once more',
    },
    total: whole,
    done: whole,
    refused: whole,
    startedBy: ref('Named'),
    startedAt: moment,
    'stoppedAt?': moment,
    'endedAt?': moment,
    problems: list(fields({ complaint: text, 'number?': text, code: text, detail: text })),
  }),
  UndoInput: fields({ reason: text }),
  BatchList: fields({ items: list(ref('Batch')) }),
};
