/** What is stuck. */
import { fields, flag, list, moment, oneOf, orNull, ref, type Schema, text, whole } from '../schema.js';

export const watchSchemas: Record<string, Schema> = {
  Watch: fields({
    queues: list(
      fields({ name: oneOf('outbox', 'signals', 'notices', 'chronicle'), waiting: whole, 'oldest?': moment }),
    ),
    troubles: list(ref('Trouble')),
    workflows: list(ref('StuckWorkflow')),
    schedules: list(fields({ id: text, note: text })),
    deadAddresses: { ...whole, description: 'In my part of the organisation: notices do not get through to them' },
  }),
  Trouble: fields({
    kind: oneOf('projection', 'event', 'signal'),
    ref: text,
    'complaint?': fields({ id: text, number: orNull(text) }),
    since: moment,
    failures: whole,
    problem: text,
  }),
  StuckWorkflow: fields({ id: text, type: text, since: moment, failures: whole, problem: text }),
  PointList: fields({ items: list(fields({ event: whole, at: moment })) }),
  Because: fields({ because: text }),
  ResetInput: fields({
    event: whole,
    because: text,
    'withoutSignals?': { ...flag, description: 'Leaves out what the outside world told since' },
  }),
  Reset: fields({ id: text, run: text }),
  Reprojected: fields({ id: text, events: whole }),
};
