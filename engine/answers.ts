/** What the engine's answers mean, wherever they are read. */
import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';

/** The status NOT_FOUND. */
const notThere = 5;

/** Whether an error says that there is no such workflow, or update of it: never, or no longer. */
export const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && (error.code as number) === notThere);

/** A time as the engine tells it: seconds may be a `Long`. */
export type EngineTime = { seconds?: unknown; nanos?: number | null } | null | undefined;

/** Unix milliseconds; 0 for none. */
export const millisOf = (time: EngineTime): number =>
  Number(time?.seconds ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1e6);

/** ISO 8601. */
export const momentOf = (time: EngineTime): string => new Date(millisOf(time)).toISOString();
