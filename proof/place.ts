/** The folder of the checkpoints and of the key that signs them: apart from the database, and best on another machine. */
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { endOfChronicle } from '../database/queries/chronicle.js';
import { type Checkpoint, newSigningKey, signed } from './checkpoint.js';

export class ProofPlace {
  constructor(private readonly folder: string) {}

  private get marks(): string {
    return join(this.folder, 'checkpoints.jsonl');
  }

  /** All there are, the first one first. A line that was cut off by a crash is passed over. */
  async checkpoints(): Promise<Checkpoint[]> {
    const text = await readFile(this.marks, 'utf8').catch(() => '');
    return text.split('\n').flatMap(checkpointIn);
  }

  /** PEM; undefined when nothing was ever signed here. */
  async publicKey(): Promise<string | undefined> {
    return readFile(join(this.folder, 'signing.pub'), 'utf8').catch(() => undefined);
  }

  /** PEM; made when there is none. */
  async privateKey(): Promise<string> {
    const path = join(this.folder, 'signing.key');
    const known = await readFile(path, 'utf8').catch(() => undefined);
    if (known) return known;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = newSigningKey();
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(privateKey);
      await file.sync();
      await file.close();
      await appendFile(join(this.folder, 'signing.pub'), publicKey);
      return privateKey;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return readFile(path, 'utf8');
    }
  }

  /** Marks where the chronicle stands, when it has grown since the last mark. One process at a time. */
  async mark(dataSource: DataSource, now: Date): Promise<Checkpoint | undefined> {
    const privateKey = await this.privateKey();
    return dataSource.transaction(async (tx) => {
      const [turn] = await tx.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock(8675312) as mine');
      if (!turn?.mine) return undefined;
      const end = await endOfChronicle(tx);
      const { last, whole } = await lastIn(this.marks);
      if (end.position <= (last?.position ?? 0)) return undefined;
      const checkpoint = signed(end, now, last, privateKey);
      const file = await open(this.marks, 'a', 0o600);
      // what a crash has cut off spoils its own line alone
      await file.writeFile(`${whole ? '' : '\n'}${JSON.stringify(checkpoint)}\n`);
      await file.sync();
      await file.close();
      return checkpoint;
    });
  }
}

function checkpointIn(line: string): Checkpoint[] {
  try {
    return line ? [JSON.parse(line) as Checkpoint] : [];
  } catch {
    return [];
  }
}

const piece = 8_192;

/** The last checkpoint of a file, read from its end however long it has become; `whole`: its last line is not cut off. */
async function lastIn(path: string): Promise<{ last?: Checkpoint; whole: boolean }> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  });
  if (!file) return { whole: true };
  try {
    const { size } = await file.stat();
    for (let length = Math.min(piece, size); ; length = Math.min(length * 2, size)) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      const text = buffer.toString('utf8');
      const lines = text.split('\n');
      // the first line of a piece may be the end of one
      const last = (length < size ? lines.slice(1) : lines).flatMap(checkpointIn).at(-1);
      if (last || length === size) return { ...(last ? { last } : {}), whole: size === 0 || text.endsWith('\n') };
    }
  } finally {
    await file.close();
  }
}
