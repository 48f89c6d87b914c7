import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alive, identity, sameProcess } from '../../../cli/process/identity.js';
import { Part } from '../../../cli/process/part.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-part-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function part(script: string, restart: boolean): Part {
  return new Part({
    name: 'sample',
    logFile: join(folder, 'sample.log'),
    restart,
    grace: 300,
    launch: () => ({ command: process.execPath, args: ['-e', script], channel: true }),
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; !holds() && round < 200; round += 1) await sleep(50);
  expect(holds()).toBe(true);
}

const ready = "process.send('ready'); setInterval(() => {}, 1000);";

describe('a part', () => {
  test('comes back under a new id after kill -9, and is gone after stop', async () => {
    const sample = part(ready, true);
    await sample.start();
    const first = sample.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => sample.pid !== first && sample.pid !== undefined && alive(sample.pid));
    const second = sample.pid ?? 0;
    await sample.stop();
    expect(alive(first)).toBe(false);
    expect(alive(second)).toBe(false);
  });

  test('that does not listen is stopped by force', async () => {
    const deaf = part(`process.on('SIGTERM', () => {}); ${ready}`, true);
    await deaf.start();
    const pid = deaf.pid ?? 0;
    await deaf.stop();
    expect(alive(pid)).toBe(false);
  });

  test('that never starts says its last words', async () => {
    const broken = part("console.error('no luck today'); process.exit(3);", true);
    await expect(broken.start()).rejects.toThrow('no luck today');
  });
});

describe('the identity of a process', () => {
  test('holds for the same process and for no other', () => {
    expect(sameProcess(process.pid, identity(process.pid))).toBe(true);
    expect(sameProcess(process.pid, identity(process.ppid))).toBe(false);
    expect(sameProcess(process.pid, undefined)).toBe(false);
  });
});
