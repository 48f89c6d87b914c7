/** What the engine keeps is encrypted, each complaint's under its own key. */
import {
  defaultPayloadConverter,
  type Payload,
  type PayloadCodec,
  type SerializationContext,
} from '@temporalio/common';
import proto from '@temporalio/proto';
import { decrypt, encrypt } from './master.js';
import { KeyDestroyed, type Keyring } from './keyring.js';

const encoding = 'binary/encrypted';
/** Owner of the key for what belongs to no complaint. */
export const house = 'house';

const text = (value: string) => Buffer.from(value);
const words = (value: Uint8Array | null | undefined) => (value ? Buffer.from(value).toString() : '');

/** Reads what is not encrypted as it is: from before, and of rehearsals. */
export class VaultCodec implements PayloadCodec {
  /** `instead`: of what has been deleted; without one it cannot be read or written. */
  constructor(
    private readonly keyring: Keyring,
    private readonly instead?: Payload,
  ) {}

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const owner = ownerOf(context);
    return Promise.all(payloads.map((payload) => this.unlessDeleted(this.seal(payload, owner))));
  }

  /** Throws KeyDestroyed for what has been deleted, unless something stands for it. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(payloads.map((payload) => this.unlessDeleted(this.open(payload))));
  }

  private async unlessDeleted(payload: Promise<Payload>): Promise<Payload> {
    try {
      return await payload;
    } catch (error) {
      if (this.instead && error instanceof KeyDestroyed) return this.instead;
      throw error;
    }
  }

  private async seal(payload: Payload, owner: string): Promise<Payload> {
    const { payload: key } = await this.keyring.keysOf(owner);
    const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
    return { metadata: { encoding: text(encoding), key: text(owner) }, data: encrypt(key, plain, owner) };
  }

  private async open(payload: Payload): Promise<Payload> {
    const owner = keyOwnerOf(payload);
    if (owner === undefined) return payload;
    const { payload: key } = await this.keyring.keysOf(owner);
    return proto.temporal.api.common.v1.Payload.decode(decrypt(key, payload.data ?? new Uint8Array(), owner));
  }
}

/** Stands for what has been deleted. */
export const deleted: Payload = defaultPayloadConverter.toPayload({ deleted: true });

/** Under whose key a payload is encrypted: a complaint's id, or the house; undefined: it is not. */
export function keyOwnerOf({ metadata }: Payload): string | undefined {
  return words(metadata?.['encoding']) === encoding ? words(metadata?.['key']) : undefined;
}

/** Ids of complaints are UUIDs: whatever else runs belongs to the house. */
function ownerOf(context: SerializationContext | undefined): string {
  const id = context?.workflowId;
  return id && /^[0-9a-f-]{36}$/.test(id) ? id : house;
}
