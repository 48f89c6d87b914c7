import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { digest, filesBelow, readJson, writeWhole } from './files.mjs';
import { PlainError, root, say } from './say.mjs';

// the pages are built by themselves, and of the tests what runs beside them
const apart = ['web', 'tests'];
const beside = ['tests/support', 'tests/bench', 'tests/mutation', 'tests/half-year'];
const dist = join(root, 'dist');
const manifestPath = join(dist, '.build.json');

/** Compiles what has changed to `dist/`, copies data files beside it, removes what has no source any more. */
export async function buildServer() {
  const tools = await digest('.swcrc', 'package-lock.json', 'bin/setup/build-server.mjs');
  const before = await readJson(manifestPath, {});
  const known = before.tools === tools ? before.files : {};
  const rooms = JSON.parse(await readFile(join(root, 'rooms.json'), 'utf8'));
  const built = [...rooms.filter((room) => !apart.includes(room)), ...beside];
  const files = (await Promise.all(built.map(filesBelow))).flat().filter(({ path }) => belongs(path));
  const now = Object.fromEntries(files.map(({ path, print }) => [path, print]));

  const changed = files.filter(({ path, print }) => known[path] !== print);
  const gone = Object.keys(before.files ?? {}).filter((path) => !(path in now));
  if (changed.length === 0 && gone.length === 0) return;

  if (changed.length > 20) say(`Building ${changed.length} files …`);
  await Promise.all(gone.map((path) => rm(join(dist, outputOf(path)), { force: true })));
  await compileAll(changed.map(({ path }) => path));
  await writeWhole(manifestPath, JSON.stringify({ tools, files: now }));
}

function belongs(path) {
  const name = basename(path);
  return !/\.test\.tsx?$|\.d\.ts$|\.md$|\.mjs$|^\./.test(name);
}

function outputOf(path) {
  return path.replace(/\.ts$/, '.js');
}

async function compileAll(paths) {
  if (paths.length === 0) return;
  const { transform } = await import('@swc/core');
  const options = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  const queue = [...paths];
  const failed = [];
  const work = async () => {
    for (let path = queue.pop(); path; path = queue.pop()) {
      try {
        await put(path, transform, options);
      } catch (error) {
        // a source that went away meanwhile is not a failure
        if (error.code === 'ENOSPC') throw error;
        if (error.code !== 'ENOENT') failed.push(`${path}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  if (failed.length) throw new PlainError(`These files do not compile:\n${failed.join('\n')}`);
}

async function put(path, transform, options) {
  const output = join(dist, outputOf(path));
  await mkdir(dirname(output), { recursive: true });
  const source = await readFile(join(root, path));
  if (!path.endsWith('.ts')) return writeWhole(output, source);
  const { code, map } = await transform(source.toString('utf8'), {
    ...options,
    swcrc: false,
    filename: join(root, path),
    sourceFileName: join(root, path),
  });
  await writeWhole(`${output}.map`, map);
  await writeWhole(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
}
