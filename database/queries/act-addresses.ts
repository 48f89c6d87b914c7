/** From where acts were done: sealed as a salted digest, kept beside it for a time and then taken away with its salt. */
import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Half a year has 184 days at most: network logs are kept for six months at least (Cybersecurity Law, Art. 21). */
export const addressesFor = 190; // days

export interface KeptAddress {
  address: string | null;
  salt: string | null;
}

const digestOf = (address: string, salt: string): string =>
  createHash('sha256').update(`${salt}\n${address}`).digest('hex');

/** What an act is about as it is sealed, and the address that is kept beside. */
export function apart(about: Record<string, unknown>): { about: Record<string, unknown> } & KeptAddress {
  const { address, ...rest } = about;
  if (typeof address !== 'string') return { about, address: null, salt: null };
  const salt = randomBytes(16).toString('hex');
  return { about: { ...rest, addressDigest: digestOf(address, salt) }, address, salt };
}

/** What an act is about as it is read: with its address while that is kept. */
export function together(about: Record<string, unknown>, address: string | null): Record<string, unknown> {
  const { addressDigest: _, ...rest } = about;
  return address === null ? rest : { ...rest, address };
}

/** Whether the address is the one that was sealed, or was taken away whole. */
export function isSealed({ addressDigest }: Record<string, unknown>, { address, salt }: KeptAddress): boolean {
  if (address === null) return salt === null;
  return salt !== null && addressDigest === digestOf(address, salt);
}

/** Takes the addresses of acts from before then away, for ever; answers how many, `limit` at most. */
export async function forgetAddresses(dataSource: DataSource, before: Date, limit: number): Promise<number> {
  const [, gone] = await dataSource.query<[unknown, number]>(
    `update acts set address = null, address_salt = null where id in (
       select id from acts where address is not null and at < $1 order by at limit $2
     )`,
    [before, limit],
  );
  return gone;
}
