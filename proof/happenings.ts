/** What a workflow's recorded history says came to the complaint, and when. */
import type { Client } from '@temporalio/client';
import type { LoadedDataConverter, Payload } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { Happening } from '../domain/audit/redecide.js';
import type { SignalName } from '../domain/complaint/signals.js';
import type { CommandMessage, ComplaintInput, SignalMessage } from '../workflows/messages.js';
import { millisOf } from '../engine/answers.js';

/** One run of a workflow, as the engine records it. */
export type RunHistory = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** The beginning and the happenings, in the order in which the workflow met them. `converter` opens what the engine keeps. */
export async function happeningsOf(
  { events }: RunHistory,
  converter: LoadedDataConverter,
): Promise<{ beginning: ComplaintInput; happenings: Happening[] }> {
  const decode = async <T>(payloads: Payload[] | null | undefined): Promise<T> =>
    (await decodeArrayFromPayloads(converter, payloads))[0] as T;
  const beginning = await decode<ComplaintInput>(events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads);
  const happenings: Happening[] = [];
  let at = 0;
  let waiting: Omit<Extract<Happening, { told: unknown }>, 'at'>[] = [];
  let woke = false;
  for (const event of events ?? []) {
    const signal = event.workflowExecutionSignaledEventAttributes;
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
    if (signal) {
      const { data, source } = await decode<SignalMessage>(signal.input?.payloads);
      waiting.push({ told: { signal: signal.signalName as SignalName, data, ...(source ? { source } : {}) } });
    } else if (event.timerFiredEventAttributes) woke = true;
    else if (event.workflowTaskStartedEventAttributes) at = millisOf(event.eventTime);
    else if (event.workflowTaskCompletedEventAttributes) {
      // a task meets signals first; updates follow it in the history, and what has come due is told before them
      happenings.push(...waiting.map((told) => ({ at, ...told })));
      if (woke) happenings.push({ at, woke: true });
      waiting = [];
      woke = false;
    } else if (update?.name) {
      const id = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId ?? '';
      // a request that an earlier run has answered decides nothing
      if (beginning.answers?.[id]) continue;
      const { input, person, rulebook, membersUnseen, at: given } = await decode<CommandMessage>(update.args?.payloads);
      happenings.push({
        at: given ? Date.parse(given) : at,
        given: {
          ...{ command: update.name, input, person },
          ...(rulebook ? { rulebook } : {}),
          ...(membersUnseen ? { membersUnseen } : {}),
        },
      });
    }
  }
  return { beginning, happenings };
}
