/** The folder of the checkpoints and of the key that signs them: apart from the database, and best on another machine. */
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { endOfChronicle } from '../database/queries/chronicle.js';
import { type Checkpoint, newSigningKey, signed } from './checkpoint.js';

export class ProofPlace {
  constructor(private readonly folder: string) {}

  /** All there are, the first one first. A line that was cut off by a crash is passed over. */
  async checkpoints(): Promise<Checkpoint[]> {
    const text = await readFile(join(this.folder, 'checkpoints.jsonl'), 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Checkpoint] : [];
      } catch {
        return [];
      }
    });
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
      const last = (await this.checkpoints()).at(-1);
      if (end.position <= (last?.position ?? 0)) return undefined;
      const checkpoint = signed(end, now, last, privateKey);
      const file = await open(join(this.folder, 'checkpoints.jsonl'), 'a', 0o600);
      await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
      await file.sync();
      await file.close();
      return checkpoint;
    });
  }
}
