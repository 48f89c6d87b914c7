/** Whether a complaint refused, or only nobody could be asked. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isGone } from '../../engine/answers.js';
import { Declined } from './kind.js';

/** Why one complaint was not worked on. `noAnswer`: perhaps the next time. */
export interface Fault {
  noAnswer: boolean;
  code: string;
  detail: string;
}

// gRPC: cancelled, unknown, deadline exceeded, exhausted, aborted, internal, unavailable
const passing = new Set<unknown>([1, 2, 4, 8, 10, 13, 14]);

export function faultOf(error: unknown): Fault {
  if (error instanceof Declined) return { noAnswer: false, code: error.code, detail: error.message };
  if (isGone(error)) return { noAnswer: false, code: 'ended', detail: 'the complaint has ended' };
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    const refusal = cause instanceof ApplicationFailure ? (cause.details?.[0] as { refused?: string }) : undefined;
    return { noAnswer: false, code: refusal?.refused ?? 'fault', detail: cause?.message ?? error.message };
  }
  const code = codeOf(error);
  return { noAnswer: code === undefined || passing.has(code), code: 'no-answer', detail: 'it gave no answer' };
}

/** The gRPC code somewhere beneath an error. */
function codeOf(error: unknown): unknown {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'number') return one.code;
  }
  return undefined;
}
