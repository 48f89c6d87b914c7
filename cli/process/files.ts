import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { open, readFile, rename, statfs } from 'node:fs/promises';

const mebibyte = 1024 * 1024;

/** Writes a JSON file for this user's eyes alone, so that it survives a crash: whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const aside = `${path}.${process.pid}.new`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}

/** Reads a JSON file; nothing when there is none or it is damaged. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Opens a log to append to; one that has grown large is set aside first. */
export function openLog(path: string, largest = 20 * mebibyte): number {
  try {
    if (statSync(path).size > largest) renameSync(path, `${path}.1`);
  } catch {
    // there is none yet
  }
  return openSync(path, 'a', 0o600);
}

/** Closes what `openLog` opened. */
export function closeLog(descriptor: number): void {
  closeSync(descriptor);
}

/** The last lines of a text file. */
export async function tail(path: string, lines = 8): Promise<string> {
  try {
    const all = (await readFile(path, 'utf8')).trimEnd().split('\n');
    return all.slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** How many mebibytes are left on the disk of a folder. */
export async function freeMebibytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / mebibyte);
}
