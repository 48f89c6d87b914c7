/** A complaint's file that proves itself: on any machine, with no database. */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type AsyncZippable, strFromU8, strToU8, unzipSync, zip } from 'fflate';
import { digestOf, hashOf, type Link } from '../database/seal.js';

const zipped = promisify<AsyncZippable, Uint8Array>(zip as never);

/** What proves the events of an archive. */
export interface ArchiveProof {
  /** The complaint's own, base64; without it the digests cannot be reckoned anew. */
  salt?: string;
  links: Link[];
}

interface Manifest {
  /** ISO 8601. */
  made: string;
  /** SHA-256 of each file, hexadecimal. */
  files: Record<string, string>;
}

/** The zip: the files, `proof.json`, a manifest of all of it, and its signature. `keys`: PEM. */
export async function sealedArchive(
  files: Record<string, Uint8Array>,
  proof: ArchiveProof,
  keys: { privateKey: string; publicKey: string },
  now: Date,
): Promise<Uint8Array> {
  const all: Record<string, Uint8Array> = { ...files, 'proof.json': json(proof) };
  const digests = Object.entries(all).map(([name, content]): [string, string] => [name, sha256(content)]);
  const manifest = json({ made: now.toISOString(), files: Object.fromEntries(digests) } satisfies Manifest);
  const signature = sign(null, manifest, createPrivateKey(keys.privateKey)).toString('base64');
  return zipped({
    ...all,
    'manifest.json': manifest,
    'manifest.sig': strToU8(`${signature}\n`),
    'signing.pub': strToU8(keys.publicKey),
  });
}

export type ArchiveProblem = {
  what: 'unreadable' | 'unsigned' | 'forged' | 'altered' | 'missing' | 'added' | 'event';
  name?: string;
  seq?: number;
};

/** Everything about an archive that does not fit. `publicKey`: PEM of whoever must have signed it; else the archive's own is used. */
export function verifyArchive(
  content: Uint8Array,
  publicKey?: string,
): { problems: ArchiveProblem[]; signer?: string } {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(content);
  } catch {
    return { problems: [{ what: 'unreadable' }] };
  }
  const { 'manifest.json': manifest, 'manifest.sig': signature, 'signing.pub': own } = files;
  if (!manifest || !signature || !own) return { problems: [{ what: 'unsigned' }] };
  const key = publicKey ?? strFromU8(own);
  const genuine = isSigned(manifest, strFromU8(signature), key);
  const problems: ArchiveProblem[] = genuine ? [] : [{ what: 'forged' }];
  return { problems: [...problems, ...contentProblems(files, manifest)], signer: fingerprintOf(key) };
}

/** A public key in short: what people compare. */
export function fingerprintOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return sha256(der)
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, '$1 ');
}

function contentProblems(files: Record<string, Uint8Array>, manifest: Uint8Array): ArchiveProblem[] {
  const { files: digests } = JSON.parse(strFromU8(manifest)) as Manifest;
  const around = ['manifest.json', 'manifest.sig', 'signing.pub'];
  const listed = Object.entries(digests).flatMap(([name, digest]): ArchiveProblem[] => {
    const content = files[name];
    if (!content) return [{ what: 'missing', name }];
    return sha256(content) === digest ? [] : [{ what: 'altered', name }];
  });
  const added = Object.keys(files).filter((name) => !around.includes(name) && !(name in digests));
  return [...listed, ...added.map((name): ArchiveProblem => ({ what: 'added', name })), ...eventProblems(files)];
}

function eventProblems({ 'events.json': told, 'proof.json': proved }: Record<string, Uint8Array>): ArchiveProblem[] {
  if (!told || !proved) return [];
  const events = JSON.parse(strFromU8(told)) as { seq: number }[];
  const { salt, links } = JSON.parse(strFromU8(proved)) as ArchiveProof;
  let before = '';
  return events.flatMap((event, i): ArchiveProblem[] => {
    const link = links[i];
    const wrong: ArchiveProblem[] = [{ what: 'event', seq: event.seq }];
    if (link?.seq !== event.seq) return wrong;
    const digest = salt === undefined ? link.digest : digestOf(event, Buffer.from(salt, 'base64'));
    const hash = hashOf(before, link.seq, link.digest);
    before = link.hash;
    return digest === link.digest && hash === link.hash ? [] : wrong;
  });
}

function isSigned(manifest: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    return verify(null, manifest, createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
