/** A worker with its own database, and complaints to work on: what the workflow tests share. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createActivities } from '../../activities/index.js';
import { createDataSource } from '../../database/data-source.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import type { Intake } from '../../domain/complaint/file.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import {
  type CommandAnswer,
  type CommandMessage,
  complaintWorkflow,
  type ComplaintInput,
} from '../../workflows/messages.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { type TestEngine, testEngine } from '../support/engine.js';

export const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);

export interface TestDesk {
  engine: TestEngine;
  dataSource: DataSource;
  file(given?: Partial<Intake>): Promise<Filed>;
  /** Files where nobody works yet; `work` sends somebody there. */
  fileAhead(): Promise<Filed & { work(): Promise<void> }>;
  close(): Promise<void>;
}

export interface Filed {
  handle: WorkflowHandle;
  /** As a role's demo user, or another one. */
  give(
    command: string,
    role: Role,
    input?: Record<string, unknown>,
    more?: Partial<CommandMessage> & { user?: string; updateId?: string },
  ): Promise<CommandAnswer>;
}

export async function openDesk(): Promise<TestDesk> {
  const engine = await testEngine();
  const database: TestDatabase = await cloneDatabase();
  const dataSource = await createDataSource({ url: database.url }).initialize();
  const working: { worker: Worker; running: Promise<void> }[] = [];
  const workAt = async (taskQueue: string) => {
    const worker = await Worker.create({
      connection: engine.nativeConnection,
      namespace: engine.namespace,
      taskQueue,
      workflowBundle: engine.workflowBundle,
      activities: createActivities({ dataSource, client: engine.client }),
    });
    working.push({ worker, running: worker.run() });
  };
  await workAt(engine.taskQueue);
  return {
    engine,
    dataSource,
    file: (given = {}) => fileOn(engine, given),
    async fileAhead() {
      const taskQueue = `${engine.taskQueue}-${randomUUID()}`;
      return { ...(await fileOn({ ...engine, taskQueue }, {})), work: () => workAt(taskQueue) };
    },
    async close() {
      for (const { worker } of working) worker.shutdown();
      await Promise.all(working.map(({ running }) => running));
      await dataSource.destroy();
      await database.drop();
      await engine.close();
    },
  };
}

async function fileOn({ client, taskQueue }: TestEngine, given: Partial<Intake>): Promise<Filed> {
  const rulebook = library.rulebooks.get('WY')?.rulebook;
  if (!rulebook) throw new Error('no WY');
  const id = randomUUID();
  const intake: Intake = {
    id,
    number: `HY-${id.slice(0, 8)}`,
    project: 'p1',
    channel: 'phone',
    receivedBy: 'project',
    category: 'equipment',
    text: '3 号楼 2 单元电梯连续两周反复停运。',
    complainant: { name: '周女士', phone: '13800000001' },
    ...given,
  };
  const input: ComplaintInput = {
    intake,
    actor: { user: 'reception', role: 'reception' },
    recordedAt: Date.now(),
    rulebook,
    calendar: calendarFor(library, rulebook),
  };
  const handle = await client.workflow.start(complaintWorkflow, { workflowId: id, taskQueue, args: [input] });
  return {
    handle,
    give: (command, role, body = {}, { user = role, updateId, ...more } = {}) =>
      handle.executeUpdate<CommandAnswer, [CommandMessage]>(command, {
        args: [{ input: body, person: { user, roles: [role] }, ...more }],
        ...(updateId ? { updateId } : {}),
      }),
  };
}
