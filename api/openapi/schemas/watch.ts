/** What is stuck. */
import { faultKinds, readerNames } from '../../watch/fault.js';
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
    'what?': { ...text, description: 'The event that is to be handed on or told' },
    'reader?': { ...oneOf(...readerNames), description: 'In whose hands it fails' },
    fault: ref('FaultKind'),
  }),
  FaultKind: {
    ...oneOf(...faultKinds),
    description: 'What kind of failure it is; what was said may quote anybody’s words and stays with the operator',
  },
  StuckWorkflow: fields({
    id: text,
    type: text,
    'complaint?': fields({ id: text, number: text }),
    since: moment,
    failures: whole,
    fault: ref('FaultKind'),
  }),
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
