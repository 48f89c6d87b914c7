import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root } from './say.mjs';

/** Every file below a folder of the project, as `{path, print}`: the print changes when the file does. */
export async function filesBelow(folder) {
  const found = [];
  let entries;
  try {
    entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return found;
    throw error;
  }
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath ?? entry.path, entry.name);
    if (full.includes(`${sep}node_modules${sep}`)) continue;
    const { mtimeMs, size } = await stat(full);
    found.push({ path: relative(root, full).split(sep).join('/'), print: `${mtimeMs}:${size}` });
  }
  return found;
}

/** A digest of the content of the project's files named. */
export async function digest(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex');
}

/** Writes so that a reader sees the old file or the new one, never half of it. */
export async function writeWhole(path, content) {
  const aside = `${path}.${process.pid}.new`;
  await writeFile(aside, content);
  await rename(aside, path);
}

/** A small JSON file, or the given value when there is none that can be read. */
export async function readJson(path, otherwise) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return otherwise;
  }
}
