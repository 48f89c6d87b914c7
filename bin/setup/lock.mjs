import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const heartbeat = 3_000;
const dead = 60_000;

/** Runs `work` while holding the lock file; a lock left behind by a killed process is taken over. */
export async function withLock(path, work) {
  await take(path);
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

async function take(path) {
  for (let told = false; ;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(path);
    if (!holder) continue;
    if (holder.gone) {
      await takeOver(path, holder);
      continue;
    }
    if (!told) say('Another Huiyin command is setting the project up here; waiting for it.');
    told = true;
    await sleep(200);
  }
}

async function holderOf(path) {
  try {
    const [pid, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const silent = Date.now() - mtimeMs;
    return { pid, gone: silent > dead || (pid === '' ? silent > heartbeat : !alive(Number(pid))) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// of several that see the same dead lock only one moves it; a fresh one caught by mistake goes back
async function takeOver(path, holder) {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== holder.pid) await rename(aside, path);
    else await rm(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
