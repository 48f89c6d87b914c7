/**
 * The bare things in a process of their own, as ours are: a worker of workflows that do nothing, and a server of plain
 * `node:http` that answers with what a statement finds.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';

export const bareQueue = 'bare';

export interface BarePlan {
  address: string;
  namespace: string;
  databaseUrl: string;
  /** By path; each is a list of statements whose last one's rows are the answer. */
  answers: Record<string, Asked[]>;
}

/** `$token` and `$id` stand for the digest of the session's token and for the last part of the path. */
export interface Asked {
  text: string;
  values: unknown[];
}

async function serve({ databaseUrl, answers }: BarePlan): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  const server = createServer((request, response) => {
    const [, kind = '', id = ''] = (request.url ?? '').split('/');
    const token = /huiyin_session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const hash = createHash('sha256').update(token).update('\0').digest('hex');
    const find = async () => {
      let rows: unknown[] = [];
      for (const [i, { text, values }] of (answers[kind] ?? []).entries()) {
        const given = values.map((value) => (value === '$token' ? hash : value === '$id' ? id : value));
        ({ rows } = await pool.query({ name: `${kind}-${i}`, text, values: given }));
        if (rows.length === 0) throw new Error(`nothing found for ${request.url}`);
      }
      const body = JSON.stringify(rows);
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    };
    find().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function work({ address, namespace }: BarePlan): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, 'bare-workflows.js'),
    logger: new DefaultLogger('ERROR'),
  });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, namespace, taskQueue: bareQueue, workflowBundle });
  void worker.run();
}

if (process.send) {
  process.once('message', (plan: BarePlan) => {
    void Promise.all([serve(plan), work(plan)]).then(([port]) => process.send?.({ port }));
  });
  process.once('disconnect', () => process.exit(0));
}
