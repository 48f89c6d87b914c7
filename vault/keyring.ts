/** Each complaint's own key: made with the complaint, wrapped by the master key, destroyed when a law asks for it. */
import { hkdfSync, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { destroyKey, keepKey, type KeptKey, keptKey, keysNotUnder, rewrapKey } from '../database/queries/keys.js';
import type { MasterKeys } from './master.js';

export interface ComplaintKeys {
  /** Encrypts what the engine keeps. */
  payload: Uint8Array;
  /** For the digests of the events. */
  salt: Uint8Array;
}

export class KeyDestroyed extends Error {
  constructor(readonly complaintId: string) {
    super(`the key of ${complaintId} has been destroyed: what it encrypted is deleted`);
    this.name = 'KeyDestroyed';
  }
}

// no complaint has this id
const house = 'house';
const remembered = 5_000;
// how long another process may still read what was deleted
const rememberedFor = 5 * 60_000;

export class Keyring {
  private readonly known = new Map<string, { keys: Promise<ComplaintKeys>; until: number }>();

  constructor(
    private readonly source: DataSource,
    private readonly masters: MasterKeys,
  ) {}

  /** The keys of a complaint, made when there are none yet. Throws KeyDestroyed. */
  keysOf(id: string): Promise<ComplaintKeys> {
    return this.remembered(id, async () => (await keptKey(this.source, id)) ?? (await this.make(id)));
  }

  /** The same of a complaint that is being filed: most likely there are none, so one statement makes them. */
  begin(id: string): Promise<ComplaintKeys> {
    return this.remembered(id, () => this.make(id));
  }

  private remembered(id: string, find: () => Promise<KeptKey>): Promise<ComplaintKeys> {
    const now = Date.now();
    const found = this.known.get(id);
    if (found && found.until > now) return found.keys;
    const keys = this.open(id, find);
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(id, { keys, until: now + rememberedFor });
    keys.catch(() => this.known.delete(id));
    return keys;
  }

  /** For the digests of a complaint's events. */
  readonly saltOf = async (id: string): Promise<Uint8Array> => (await this.keysOf(id)).salt;

  /** A key of the house itself, for what belongs to no complaint: by what it is for. */
  async houseKey(use: string): Promise<Uint8Array> {
    return derived((await this.keysOf(house)).payload, use);
  }

  /** Nothing that it encrypted can be read any more, here at once, elsewhere within five minutes. */
  async destroy(id: string, by: string, because: string): Promise<void> {
    await destroyKey(this.source, id, by, because);
    this.known.delete(id);
  }

  /** Wraps by the current master key what an earlier one has wrapped; answers how many there were. */
  async rotate(): Promise<number> {
    let done = 0;
    for (;;) {
      const page = await keysNotUnder(this.source, this.masters.current.id, 500);
      if (page.length === 0) return done;
      for (const { id, master, wrapped } of page) {
        const key = await this.unwrap(id, master, wrapped);
        await rewrapKey(this.source, id, this.masters.current.id, await this.masters.current.wrap(key));
        done++;
      }
    }
  }

  private async open(id: string, find: () => Promise<KeptKey>): Promise<ComplaintKeys> {
    const kept = await find();
    if (!kept.wrapped) throw new KeyDestroyed(id);
    const key = await this.unwrap(id, kept.master, kept.wrapped);
    return { payload: derived(key, 'payload'), salt: derived(key, 'digest') };
  }

  private async make(id: string): Promise<KeptKey> {
    const { current } = this.masters;
    return keepKey(this.source, id, current.id, await current.wrap(randomBytes(32)));
  }

  private async unwrap(id: string, master: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const key = this.masters.byId(master);
    if (!key) throw new Error(`the master key "${master}" that wraps the key of ${id} is not among those given`);
    return key.unwrap(wrapped);
  }
}

const derived = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `huiyin ${use}`, 32));
