import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { NativeConnection } from '@temporalio/worker';
import { shared } from './shared.js';

/** The shared engine as one test file sees it: a task queue of its own, and connections to close at its end. */
export interface TestEngine {
  address: string;
  namespace: string;
  taskQueue: string;
  client: Client;
  connection: Connection;
  nativeConnection: NativeConnection;
  /** The workflows, bundled once for all files: give it to `Worker.create` as `workflowBundle`. */
  workflowBundle: { codePath: string };
  /** Lets that much time pass for one workflow: its timers fire in order. */
  skip: (workflowId: string, milliseconds: number) => Promise<void>;
  close: () => Promise<void>;
}

/** Connects to the shared engine. Close it in `afterAll`. */
export async function testEngine(): Promise<TestEngine> {
  const address = shared('HUIYIN_TEST_ENGINE');
  const namespace = shared('HUIYIN_TEST_NAMESPACE');
  const [connection, nativeConnection] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  return {
    address,
    namespace,
    taskQueue: `test-${randomBytes(6).toString('hex')}`,
    client: new Client({ connection, namespace }),
    connection,
    nativeConnection,
    workflowBundle: { codePath: shared('HUIYIN_TEST_BUNDLE') },
    skip: (workflowId, milliseconds) => skip(connection, namespace, workflowId, milliseconds),
    async close() {
      await connection.close();
      await nativeConnection.close();
    },
  };
}

// the workflow's own clock runs ahead that far and stops there
async function skip(
  connection: Connection,
  namespace: string,
  workflowId: string,
  milliseconds: number,
): Promise<void> {
  const { workflowService: service } = connection;
  const workflowExecution = { workflowId };
  const fastForwardId = randomBytes(8).toString('hex');
  const duration = msToTs(milliseconds);
  await service.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const { COMPLETED, POLL_TIMEOUT } = results;
  for (let result: number = POLL_TIMEOUT; result === POLL_TIMEOUT;) {
    const answer = await service.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId });
    result = answer.fastForwardPollingResult;
    if (result !== COMPLETED && result !== POLL_TIMEOUT)
      throw new Error(`time was not skipped: ${answer.failedReason}`);
  }
}

const results = { POLL_TIMEOUT: 1, COMPLETED: 2 };
