/** Giving a command to one complaint of a batch; one whose workflow has ended is taken up again for it. */
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Person } from '../../domain/complaint/actor.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import type { Piece, Tools } from './kind.js';

interface Message {
  input: Record<string, unknown>;
  person: Person;
  rulebook?: Rulebook;
}

/** Throws the Update's refusal, or that there is no such workflow and nothing to take up. */
export async function giveTo(
  { complaint, once, at }: Pick<Piece<unknown>, 'complaint' | 'once' | 'at'>,
  command: string,
  message: Message,
  { client, anew }: Tools,
): Promise<void> {
  const update = { updateId: once, args: [{ ...message, at }] as [object] };
  try {
    await client.workflow.getHandle(complaint).executeUpdate(command, update);
  } catch (error) {
    const begun = error instanceof WorkflowNotFoundError ? await anew?.(complaint) : undefined;
    if (!begun) throw error;
    await client.workflow.executeUpdateWithStart(command, { ...update, startWorkflowOperation: begun });
  }
}
