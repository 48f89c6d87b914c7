import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { childEnvironment } from '../environment.js';
import { boundToUs, type Launch } from '../process/launch.js';

export interface EnginePlan {
  binary: string;
  namespace: string;
  port: number;
  /** Port of its web pages; without one it has none. */
  uiPort?: number;
  /** File that keeps its state; without one it forgets all when it ends. */
  database?: string;
}

// the development server's limits are those of one client; here many speak through one
const limits: Record<string, unknown> = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.enableServerVersionCheck': false,
  'frontend.rps': 20_000,
  'frontend.namespaceRPS': 20_000,
  'frontend.namespaceRPS.visibility': 1_000,
  'frontend.namespaceCount': 10_000,
  'frontend.persistenceMaxQPS': 20_000,
  'history.rps': 20_000,
  'history.persistenceMaxQPS': 50_000,
  // a workflow whose code fails is marked soon
  'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 3,
  // timers fire when they are due, not up to a second later
  'history.timerProcessorMaxTimeShift': '10ms',
  'history.maxInFlightUpdates': 100,
  'history.maxTotalUpdates': 10_000,
  'matching.rps': 20_000,
  'matching.persistenceMaxQPS': 20_000,
  'worker.persistenceMaxQPS': 5_000,
};

/** How to run the embedded engine. */
export function engineLaunch(plan: EnginePlan): Launch {
  const values = Object.entries(limits).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${JSON.stringify(value)}`,
  ]);
  const ui = plan.uiPort ? ['--ui-port', String(plan.uiPort), '--ui-disable-news-fetch'] : ['--headless'];
  const durable = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=full'];
  const state = plan.database ? ['--db-filename', plan.database, ...durable] : [];
  const where = ['--ip', '127.0.0.1', '--port', String(plan.port), '--namespace', plan.namespace];
  return boundToUs(
    {
      command: plan.binary,
      args: [
        'server',
        'start-dev',
        ...where,
        ...ui,
        ...state,
        '--log-level',
        'warn',
        '--log-format',
        'json',
        ...values,
      ],
      env: childEnvironment(),
    },
    'TERM',
  );
}

/** Throws until the engine answers for its namespace. */
export async function engineHealthy(address: string, namespace: string): Promise<void> {
  await withEngine(address, ({ workflowService }) => workflowService.describeNamespace({ namespace }));
}

/** Keeps the histories of ended workflows for ten years: as long as an auditor may ask for them. */
export async function keepHistories(address: string, namespace: string): Promise<void> {
  await withEngine(address, ({ workflowService }) =>
    workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs('3650 days') },
    }),
  );
}

async function withEngine<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    return await connection.withDeadline(Date.now() + 5_000, () => work(connection));
  } finally {
    await connection.close();
  }
}
