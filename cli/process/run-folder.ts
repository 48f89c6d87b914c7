import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError, say } from '../plain.js';
import { readJson, writeJson } from './files.js';
import { identity, sameProcess, terminate } from './identity.js';

/** What is told of a part to whoever looks from outside: where it listens, which process it is. */
export interface PartRecord {
  pid?: number;
  /** Tells the process from a later one with the same id. */
  identity?: string;
  port?: number;
  url?: string;
  log?: string;
}

type Records = Record<string, PartRecord>;

/** The folder `run` of a data folder: one `NAME.pid` for each part, and `parts.json` with all that is known. */
export class RunFolder {
  private records: Records = {};
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** Takes the data folder for this process; what a killed one has left running is stopped. */
  async take(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const before = ((await readJson(join(this.folder, 'parts.json'))) ?? {}) as Records;
    const { supervisor, ...parts } = before;
    if (supervisor?.pid && sameProcess(supervisor.pid, supervisor.identity)) {
      throw new PlainError(
        `Huiyin is already running on this data folder: ${supervisor.url ?? ''} (process ${supervisor.pid}).`,
      );
    }
    for (const [name, { pid, identity: recorded }] of Object.entries(parts)) {
      if (!pid || !sameProcess(pid, recorded)) continue;
      say(`Stopping ${name} (process ${pid}), left behind by an earlier start.`);
      await terminate(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
    }
    for (const file of await readdir(this.folder)) {
      if (file.endsWith('.pid')) await rm(join(this.folder, file), { force: true });
    }
    await this.record('supervisor', { pid: process.pid });
  }

  /** Adds to what is known of a part. */
  async record(name: string, more: PartRecord): Promise<void> {
    const withIdentity = more.pid ? { ...more, identity: identity(more.pid) } : more;
    this.records[name] = { ...this.records[name], ...withIdentity };
    this.writing = this.writing
      .catch(() => undefined)
      .then(async () => {
        if (more.pid) await writeFile(join(this.folder, `${name}.pid`), `${more.pid}\n`);
        await writeJson(join(this.folder, 'parts.json'), this.records);
      });
    await this.writing;
  }

  /** Leaves nothing that says we run. */
  async leave(): Promise<void> {
    await this.writing.catch(() => undefined);
    const files = [...Object.keys(this.records).map((name) => `${name}.pid`), 'parts.json'];
    await Promise.all(files.map((file) => rm(join(this.folder, file), { force: true })));
  }
}
