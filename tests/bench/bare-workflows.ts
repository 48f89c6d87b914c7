/** The least that a workflow can be. */
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export async function nothing(): Promise<void> {
  await Promise.resolve();
}

export async function listener(): Promise<void> {
  setHandler(defineUpdate<number, [unknown]>('step'), () => 1);
  await condition(() => false);
}
