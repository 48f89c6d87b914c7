/** Opens what the engine keeps, for auditors: each complaint is registered before anything of it is shown. */
import { Injectable } from '@nestjs/common';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { Viewer } from '../../database/queries/access.js';
import { keepActOnce } from '../../database/queries/acts.js';
import { decodeAct, lookMinutes } from '../../database/queries/looks.js';
import { house, keyOwnerOf, VaultCodec } from '../../vault/codec.js';
import { KeyDestroyed, type Keyring } from '../../vault/keyring.js';
import { ComplaintReader } from '../complaints/reader.js';
import { invalid } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';

@Injectable()
export class CodecDesk {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  /**
   * The payloads in plain; what a law has deleted says so. Throws not-found when one belongs to a complaint that is not
   * there for this viewer: then nothing is shown and nothing registered.
   */
  async decode(viewer: Viewer, payloads: Payload[]): Promise<Payload[]> {
    const owners = new Set(payloads.flatMap((payload) => keyOwnerOf(payload) ?? []));
    const abouts = await Promise.all([...owners].map((owner) => this.about(viewer, owner)));
    const { dataSource, keyring } = this.options;
    if (!keyring) throw new Error('no keyring');
    const { user, roles } = viewer;
    for (const about of abouts) {
      await keepActOnce(dataSource, { user, roles, act: decodeAct, about }, new Date(), lookMinutes);
    }
    // a database that is away is no payload that was altered
    const gone = await destroyedOf(keyring, owners);
    const codec = new VaultCodec(keyring);
    return Promise.all(
      payloads.map(async (payload, i) => (gone.has(keyOwnerOf(payload)) ? deleted : opened(codec, payload, i))),
    );
  }

  private async about(viewer: Viewer, owner: string): Promise<Record<string, string>> {
    if (owner === house) return { id: house };
    const { complaint } = await this.reader.stored(viewer, owner);
    return { id: owner, number: complaint.number };
  }
}

async function destroyedOf(keyring: Keyring, owners: Iterable<string>): Promise<Set<string | undefined>> {
  const destroyed = new Set<string | undefined>();
  for (const owner of owners) {
    await keyring.keysOf(owner).catch((error: unknown) => {
      if (!(error instanceof KeyDestroyed)) throw error;
      destroyed.add(owner);
    });
  }
  return destroyed;
}

async function opened(codec: VaultCodec, payload: Payload, i: number): Promise<Payload> {
  try {
    const [plain] = await codec.decode([payload]);
    return plain ?? payload;
  } catch {
    throw invalid({ path: `payloads.${i}.data`, message: 'was altered, or encrypted by another key' });
  }
}

const deleted: Payload = defaultPayloadConverter.toPayload({ deleted: true, because: '〔已依法删除〕 deleted by law' });
