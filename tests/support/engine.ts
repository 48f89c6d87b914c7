import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { fastForward } from '../../cli/rehearsal/fast-forward.js';
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
    skip: (workflowId, milliseconds) =>
      fastForward(connection.workflowService, { namespace, workflowId }, milliseconds),
    async close() {
      await connection.close();
      await nativeConnection.close();
    },
  };
}
