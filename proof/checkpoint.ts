/** Signed marks of where the chronicle stood, kept outside the database: whoever rewrites the tables cannot rewrite these. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

export interface Checkpoint {
  /** The chronicle's last entry then. */
  position: number;
  chain: string;
  /** ISO 8601. */
  at: string;
  /** Digest of the checkpoint before; empty for the first. */
  before: string;
  /** Ed25519 over all of this, base64. */
  signature: string;
}

/** A new pair of keys, as PEM. */
export function newSigningKey(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  };
}

/** Marks where the chronicle stands. `privateKey`: PEM. */
export function signed(
  { position, chain }: Pick<Checkpoint, 'position' | 'chain'>,
  at: Date,
  last: Checkpoint | undefined,
  privateKey: string,
): Checkpoint {
  const unsigned = { position, chain, at: at.toISOString(), before: last ? digestOfCheckpoint(last) : '' };
  const signature = sign(null, bytesOf(unsigned), createPrivateKey(privateKey)).toString('base64');
  return { ...unsigned, signature };
}

/** Whether it is as it was signed. `publicKey`: PEM. */
export function isGenuine({ signature, ...unsigned }: Checkpoint, publicKey: string): boolean {
  return verify(null, bytesOf(unsigned), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
}

/** What the next one names. */
export function digestOfCheckpoint(checkpoint: Checkpoint): string {
  return createHash('sha256').update(bytesOf(checkpoint)).update(checkpoint.signature).digest('hex');
}

const bytesOf = ({ position, chain, at, before }: Omit<Checkpoint, 'signature'>): Buffer =>
  Buffer.from([position, chain, at, before].join('\n'));
