/** Work over many complaints. */
import { fields, flag, list, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

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
    'undoing?': { ...text, description: 'Of a write-off: the batch that takes, or took, it back' },
    'undoable?': { ...flag, description: 'Of a write-off that is over: something of it can be taken back' },
  }),
  UndoInput: fields({ reason: text }),
  BatchList: fields({ items: list(ref('Batch')) }),
};
