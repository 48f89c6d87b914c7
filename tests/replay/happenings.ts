/** What a workflow's recorded history says came to the complaint, and when. */
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Beginning, Happening } from '../../domain/audit/redecide.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import type { CommandMessage, ComplaintInput, SignalMessage } from '../../workflows/messages.js';

type History = ReturnType<typeof historyFromJSON>;
type HistoryEvent = NonNullable<History['events']>[number];

/** The beginning and the happenings, in the order in which the workflow met them. */
export function happeningsOf(json: unknown): { beginning: Beginning; happenings: Happening[] } {
  const { events = [] } = historyFromJSON(json);
  const beginning = decode<ComplaintInput>(events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads);
  const happenings: Happening[] = [];
  let at = 0;
  let waiting: Omit<Extract<Happening, { told: unknown }>, 'at'>[] = [];
  let woke = false;
  for (const event of events ?? []) {
    const signal = event.workflowExecutionSignaledEventAttributes;
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
    if (signal) {
      const { data, source } = decode<SignalMessage>(signal.input?.payloads);
      waiting.push({ told: { signal: signal.signalName as SignalName, data, ...(source ? { source } : {}) } });
    } else if (event.timerFiredEventAttributes) woke = true;
    else if (event.workflowTaskStartedEventAttributes) at = millis(event);
    else if (event.workflowTaskCompletedEventAttributes) {
      // a task meets signals first; updates follow it in the history, and what has come due is told before them
      happenings.push(...waiting.map((told) => ({ at, ...told })));
      if (woke) happenings.push({ at, woke: true });
      waiting = [];
      woke = false;
    } else if (update?.name) {
      const { input, person, rulebook, at: given } = decode<CommandMessage>(update.args?.payloads);
      happenings.push({ at: given ? Date.parse(given) : at, given: { command: update.name, input, person, rulebook } });
    }
  }
  return { beginning, happenings };
}

function decode<T>(payloads: unknown): T {
  const [payload] = (payloads ?? []) as Parameters<typeof defaultPayloadConverter.fromPayload>[0][];
  return defaultPayloadConverter.fromPayload(payload as never);
}

function millis({ eventTime }: HistoryEvent): number {
  return Number(eventTime?.seconds ?? 0) * 1000 + Math.floor((eventTime?.nanos ?? 0) / 1e6);
}
