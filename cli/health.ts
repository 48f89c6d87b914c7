import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import { taskQueue } from '../workflows/messages.js';
import { type Command } from './commands.js';
import { type Settings } from './environment.js';
import { messageOf, PlainError, say } from './plain.js';
import { urlOf } from './process/ports.js';

/** Asks whether the API, or the worker of this machine, does its work: exit code 0 or 1. */
export const command: Command = {
  async run([part], settings) {
    if (part !== 'api' && part !== 'worker') throw new PlainError('Whose health? huiyin health api|worker');
    try {
      await (part === 'api' ? apiAnswers(settings) : workerPolls(settings));
      return 0;
    } catch (error) {
      say(messageOf(error));
      return 1;
    }
  },
};

async function apiAnswers(settings: Settings): Promise<void> {
  const { ok, status } = await fetch(`${urlOf(settings)}/api/health/ready`, { signal: AbortSignal.timeout(4_000) });
  if (!ok) throw new Error(`the API answers ${status}`);
}

// a worker is alive when the engine has lately been asked for work from this machine
async function workerPolls({ temporalAddress, temporalNamespace: namespace }: Settings): Promise<void> {
  if (!temporalAddress) throw new PlainError('TEMPORAL_ADDRESS is missing.');
  const connection = await Connection.connect({ address: temporalAddress, connectTimeout: 4_000 });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: workflows,
    });
    if (!pollers?.some(({ identity }) => identity?.endsWith(`@${hostname()}`)))
      throw new Error('no worker of this machine polls');
  } finally {
    await connection.close();
  }
}

const workflows = 1;
