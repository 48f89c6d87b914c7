import { join } from 'node:path';
import { engineHealthy, engineLaunch, type EnginePlan } from '../engine/server.js';
import { childEnvironment, type Settings } from '../environment.js';
import { mainProgram } from '../paths.js';
import { type Cluster } from '../postgres/cluster.js';
import { clearLeftovers } from '../postgres/leftovers.js';
import { postgresHealthy, postgresLaunch, superuserUrl } from '../postgres/server.js';
import { freeMebibytes, tail } from './files.js';
import { Part, type PartPlan } from './part.js';

/** What all parts of one start share. */
export interface House {
  logs: string;
  restart: boolean;
  onPid(name: string, pid: number): Promise<void>;
}

/** The embedded database as a part. */
export function postgresPart(house: House, cluster: Cluster, port: number, durable = true): Part {
  return new Part({
    ...common(house, 'postgres'),
    stopSignal: 'SIGINT',
    async launch() {
      await clearLeftovers(cluster.cluster);
      return postgresLaunch(cluster, port, { durable });
    },
    healthy: () => postgresHealthy(superuserUrl(cluster, port)),
  });
}

/** The embedded engine as a part. */
export function enginePart(house: House, plan: EnginePlan): Part {
  return new Part({
    ...common(house, 'engine'),
    launch: () => engineLaunch(plan),
    healthy: () => engineHealthy(`127.0.0.1:${plan.port}`, plan.namespace),
  });
}

/** A process of our own as a part: the API or the worker. */
export function servicePart(house: House, name: 'api' | 'worker', settings: Settings): Part {
  return new Part({
    ...common(house, name),
    grace: 25_000,
    launch: () => ({
      command: process.execPath,
      args: ['--enable-source-maps', mainProgram, name],
      env: childEnvironment(settings),
      channel: true,
    }),
  });
}

function common(house: House, name: string): Omit<PartPlan, 'launch'> {
  const logFile = join(house.logs, `${name}.log`);
  return {
    name,
    logFile,
    restart: house.restart,
    onPid: (pid) => house.onPid(name, pid),
    explain: () => explain(house.logs, logFile),
  };
}

async function explain(folder: string, logFile: string): Promise<string | undefined> {
  const last = await tail(logFile, 30);
  const full = (await freeMebibytes(folder)) < 16 || /No space left on device|database or disk is full/.test(last);
  if (full) return `The disk is full: free some space below ${folder}.`;
  if (/address already in use/i.test(last)) return 'Its port is taken by another program.';
  return undefined;
}
