/** Short secrets in tables, sealed by the house's own key: whoever has the database alone does not have them. */
import type { DataSource } from 'typeorm';
import type { Keyring } from './keyring.js';
import { decrypt, encrypt } from './master.js';

const mark = 'sealed:';
const use = 'notice channels';

export class Secrets {
  constructor(private readonly keyring: Pick<Keyring, 'houseKey'>) {}

  /** `of`: whose it is; it opens for nobody else. */
  async seal(text: string, of: string): Promise<string> {
    const sealed = encrypt(await this.keyring.houseKey(use), Buffer.from(text), of);
    return mark + Buffer.from(sealed).toString('base64');
  }

  /** What is not sealed yet is answered as it is. Throws when it was altered or is another's. */
  async open(text: string, of: string): Promise<string> {
    if (!text.startsWith(mark)) return text;
    const bytes = Buffer.from(text.slice(mark.length), 'base64');
    return Buffer.from(decrypt(await this.keyring.houseKey(use), bytes, of)).toString('utf8');
  }
}

/** A robot's or webhook's address, which carries a key, and its secret. */
export interface ChannelSecrets {
  id: string;
  address: string;
  secret: string | null;
}

/** With address and secret opened. */
export async function openChannel<T extends ChannelSecrets>(secrets: Secrets, channel: T): Promise<T> {
  const { id, secret } = channel;
  return {
    ...channel,
    address: await secrets.open(channel.address, `${id} address`),
    secret: secret === null ? null : await secrets.open(secret, `${id} secret`),
  };
}

/** Those given, sealed for a channel. */
export async function sealedFor<T extends { address?: string; secret?: string | null }>(
  secrets: Secrets,
  id: string,
  channel: T,
): Promise<T> {
  const { address, secret } = channel;
  return {
    ...channel,
    ...(address === undefined ? {} : { address: await secrets.seal(address, `${id} address`) }),
    ...(secret ? { secret: await secrets.seal(secret, `${id} secret`) } : {}),
  };
}

/** Seals what an earlier release has left open; answers how many channels. May be done by several at once, and again. */
export async function sealChannels(dataSource: DataSource, secrets: Secrets): Promise<number> {
  return await dataSource.transaction(async (tx) => {
    const open = await tx.query<ChannelSecrets[]>(
      `select id, address, secret from notice_channels
       where address not like '${mark}%' or secret not like '${mark}%' for update`,
    );
    for (const channel of open) {
      const plain = await openChannel(secrets, channel);
      const { address, secret } = await sealedFor(secrets, channel.id, plain);
      await tx.query('update notice_channels set address = $2, secret = $3 where id = $1', [
        channel.id,
        address,
        secret,
      ]);
    }
    return open.length;
  });
}
