/** Each complaint's own key: made with the complaint, wrapped by the master key, destroyed when a law asks for it. */
import { hkdfSync, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  destroyKey,
  keepKey,
  type KeptKey,
  keptKey,
  keysByMaster,
  keysNotUnder,
  rewrapKey,
} from '../database/queries/keys.js';
import type { MasterKey, MasterKeys } from './master.js';
import { atOnce, type Patience, patiently } from './patience.js';

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

/** For what goes on without the key of a complaint, but only when it was destroyed: what else keeps it is thrown again. */
export function unlessDestroyed(error: unknown): undefined {
  if (!(error instanceof KeyDestroyed)) throw error;
  return undefined;
}

// no complaint has this id
const house = 'house';
const remembered = 5_000;
// of how many wrapped keys at a time
const together = 20;
// how long another process may still read what was deleted
const rememberedFor = 5 * 60_000;

export class Keyring {
  private readonly known = new Map<string, { keys: Promise<ComplaintKeys>; until: number }>();

  constructor(
    private readonly source: DataSource,
    private readonly masters: MasterKeys,
    /** While a key service is away. */
    private readonly patience: Patience = atOnce,
  ) {}

  /** The keys of a complaint, made when there are none yet. Throws KeyDestroyed, and KeysUnavailable when patience ends. */
  keysOf(id: string): Promise<ComplaintKeys> {
    return this.remembered(id, async () => {
      const kept = await keptKey(this.source, id);
      return kept ? this.opened(id, kept) : this.make(id);
    });
  }

  /** The same of a complaint that is being filed: most likely there are none, so one statement makes them. */
  begin(id: string): Promise<ComplaintKeys> {
    return this.remembered(id, () => this.make(id));
  }

  private remembered(id: string, find: () => Promise<Uint8Array>): Promise<ComplaintKeys> {
    const now = Date.now();
    const found = this.known.get(id);
    if (found && found.until > now) return found.keys;
    // looked up anew after each pause: it may have been destroyed meanwhile
    const keys = patiently(this.patience, find).then(keysFrom);
    this.forget(now);
    this.known.delete(id);
    this.known.set(id, { keys, until: now + rememberedFor });
    keys.catch(() => {
      if (this.known.get(id)?.keys === keys) this.known.delete(id);
    });
    return keys;
  }

  /** The oldest stand first. */
  private forget(now: number): void {
    for (const [id, { until }] of this.known) {
      if (until > now && this.known.size < remembered) return;
      this.known.delete(id);
    }
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

  /**
   * Wraps by the newest master key what another, or an earlier version of it, has wrapped; answers how many there were.
   * It may be ended and begun again at any time. Throws KeysUnavailable when patience ends.
   */
  async rotate(told: (done: number) => void = () => undefined): Promise<number> {
    const newest = await patiently(this.patience, () => this.masters.current.newest());
    let done = 0;
    for (let after = ''; ;) {
      const page = await keysNotUnder(this.source, newest, after, together);
      const last = page.at(-1);
      if (!last) return done;
      await Promise.all(page.map((kept) => patiently(this.patience, () => this.rewrap(kept))));
      done += page.length;
      after = last.id;
      told(done);
    }
  }

  /** How many keys each master key wraps, by version, and what the newest is called. */
  async wrapped(): Promise<{ newest: string; by: { master: string; keys: number }[] }> {
    const newest = await patiently(this.patience, () => this.masters.current.newest());
    return { newest, by: await keysByMaster(this.source) };
  }

  private async rewrap({ id, master, wrapped }: { id: string; master: string; wrapped: Uint8Array }): Promise<void> {
    const { current } = this.masters;
    const wrapper = this.wrapper(id, master);
    const { under, wrapped: anew } =
      wrapper === current
        ? await current.rewrap(wrapped, id)
        : await current.wrap(await wrapper.unwrap(wrapped, id), id);
    await rewrapKey(this.source, id, under, anew);
  }

  private async make(id: string): Promise<Uint8Array> {
    const key = new Uint8Array(randomBytes(32));
    const { under, wrapped } = await this.masters.current.wrap(key, id);
    const kept = await keepKey(this.source, id, under, wrapped);
    return kept.wrapped && Buffer.compare(kept.wrapped, wrapped) === 0 ? key : this.opened(id, kept);
  }

  private async opened(id: string, { master, wrapped }: KeptKey): Promise<Uint8Array> {
    if (!wrapped) throw new KeyDestroyed(id);
    return this.wrapper(id, master).unwrap(wrapped, id);
  }

  private wrapper(id: string, master: string): MasterKey {
    const key = this.masters.wrapperOf(master);
    if (!key) throw new Error(`the master key "${master}" that wraps the key of ${id} is not among those given`);
    return key;
  }
}

const keysFrom = (key: Uint8Array): ComplaintKeys => ({
  payload: derived(key, 'payload'),
  salt: derived(key, 'digest'),
});

const derived = (key: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `huiyin ${use}`, 32));
