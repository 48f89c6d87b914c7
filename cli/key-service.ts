/** The settings of a key service, and what to do when it does nothing for us. */
import { readFile } from 'node:fs/promises';
import { tokensByRole, tokensFromFile } from '../vault/transit/tokens.js';
import { TransitKey } from '../vault/transit/transit-key.js';
import { transportTo } from '../vault/transit/transport.js';
import type { KeysUnavailable } from '../vault/unavailable.js';
import { PlainError } from './plain.js';
import { type Environment, oneOf, text } from './variables.js';

export interface KeyServiceSettings {
  /** Of a transit engine's HTTP interface. */
  address: string;
  namespace: string | undefined;
  mount: string;
  key: string;
  /** Authorities of its certificate, as PEM. */
  caFile: string | undefined;
  signIn: { tokenFile: string } | { mount: string; roleId: string; secretIdFile: string };
  /** Wraps new keys; else it only opens what it has wrapped. */
  wraps: boolean;
}

const requestPatience = 3_000; // ms

/** Reads and checks them; a wrong one is a plain sentence that names it. Undefined: the master keys are in a file. */
export function keyServiceOf(env: Environment): KeyServiceSettings | undefined {
  const address = text(env, 'HUIYIN_KMS_ADDRESS')?.replace(/\/+$/, '');
  if (address === undefined) {
    const lonely = Object.keys(env).find((name) => name.startsWith('HUIYIN_KMS_') && text(env, name));
    if (lonely) throw new PlainError(`${lonely} is set: HUIYIN_KMS_ADDRESS must say where the key service is.`);
    return undefined;
  }
  if (!URL.canParse(address) || !isSafe(new URL(address))) {
    throw new PlainError(
      `HUIYIN_KMS_ADDRESS is '${address}', but a key service's address looks like https://vault.example.com:8200 (http on this machine alone).`,
    );
  }
  return {
    address,
    namespace: text(env, 'HUIYIN_KMS_NAMESPACE'),
    mount: path(env, 'HUIYIN_KMS_MOUNT', 'transit'),
    key: name(env, 'HUIYIN_KMS_KEY', 'huiyin'),
    caFile: text(env, 'HUIYIN_KMS_CA_FILE'),
    signIn: signInOf(env),
    wraps: oneOf(env, 'HUIYIN_KMS_WRAPS', ['yes', 'no']) === 'yes',
  };
}

/** The master key that the settings name. */
export async function openKeyService(settings: KeyServiceSettings): Promise<TransitKey> {
  const { caFile, signIn } = settings;
  const ca = caFile === undefined ? undefined : await certificates(caFile);
  const transport = transportTo({ ...settings, ca, patience: requestPatience });
  const tokens = 'tokenFile' in signIn ? tokensFromFile(signIn.tokenFile) : tokensByRole(signIn, transport);
  return new TransitKey(settings, transport, tokens);
}

/** What is wrong and what to do, in one line. */
export function keyServiceWords({ message, reason }: KeysUnavailable): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${advice[reason]}`;
}

const advice: Record<KeysUnavailable['reason'], string> = {
  unreachable: 'See that it runs and that HUIYIN_KMS_ADDRESS is right.',
  sealed: 'Somebody who holds its unseal keys must unseal it; nothing is lost meanwhile.',
  busy: 'Raise its limits or wait.',
  failing: 'Its own log says why.',
  untrusted: 'Name the authority of its certificate in HUIYIN_KMS_CA_FILE.',
  'no-credentials': 'HUIYIN_KMS_TOKEN_FILE or HUIYIN_KMS_SECRET_ID_FILE must name a readable file with one secret.',
  'sign-in': 'See HUIYIN_KMS_ROLE_ID, HUIYIN_KMS_ROLE_MOUNT and the file of the secret id, which may have ended.',
  forbidden: 'Its token may have ended, or lacks the policy in docs/operations.md.',
  'no-namespace': 'See HUIYIN_KMS_NAMESPACE.',
  'no-mount': 'Enable it there ("bao secrets enable transit"), or see HUIYIN_KMS_MOUNT and HUIYIN_KMS_NAMESPACE.',
  'no-key': 'Make it there ("bao write -f transit/keys/huiyin derived=true"), or see HUIYIN_KMS_KEY.',
  'unfit-key': 'It must be a symmetric one, such as aes256-gcm96.',
  elsewhere: 'HUIYIN_KMS_ADDRESS must be that of the active key service itself, without a path.',
};

function signInOf(env: Environment): KeyServiceSettings['signIn'] {
  const tokenFile = text(env, 'HUIYIN_KMS_TOKEN_FILE');
  const roleId = text(env, 'HUIYIN_KMS_ROLE_ID');
  const secretIdFile = text(env, 'HUIYIN_KMS_SECRET_ID_FILE');
  if (tokenFile && !roleId && !secretIdFile) return { tokenFile };
  if (roleId && secretIdFile && !tokenFile)
    return { mount: path(env, 'HUIYIN_KMS_ROLE_MOUNT', 'approle'), roleId, secretIdFile };
  throw new PlainError(
    'HUIYIN_KMS_ADDRESS is set: either HUIYIN_KMS_TOKEN_FILE, or HUIYIN_KMS_ROLE_ID with HUIYIN_KMS_SECRET_ID_FILE must say how to sign in there.',
  );
}

function path(env: Environment, setting: string, otherwise: string): string {
  return matching(env, setting, otherwise, /^\w[\w.-]*(\/\w[\w.-]*)*$/);
}

function name(env: Environment, setting: string, otherwise: string): string {
  return matching(env, setting, otherwise, /^\w[\w.-]*$/);
}

function matching(env: Environment, setting: string, otherwise: string, pattern: RegExp): string {
  const given = text(env, setting) ?? otherwise;
  if (pattern.test(given)) return given;
  throw new PlainError(`${setting} is '${given}', but a name there has letters, digits, dots and dashes.`);
}

function certificates(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(`HUIYIN_KMS_CA_FILE: ${file} cannot be read (${error.code ?? 'unknown'}).`);
  });
}

// its token goes along: without https on this machine alone
const isSafe = ({ protocol, hostname, pathname }: URL): boolean =>
  pathname === '/' &&
  (protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)));
