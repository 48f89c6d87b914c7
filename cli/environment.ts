import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { keyServiceOf, type KeyServiceSettings } from './key-service.js';
import { PlainError } from './plain.js';
import { projectFolder } from './paths.js';
import { proxiesOf, signInOf } from './sign-in.js';
import { type Environment, oneOf, text } from './variables.js';
import type { SignInOptions } from '../api/sessions/options.js';

/** Everything that can be set from outside. This file is the only reader of the environment. */
export interface Settings {
  /** Where the embedded database, engine and logs live. */
  dataFolder: string;
  /** Address and port of the web pages and the API. */
  host: string;
  port: number;
  /** The address that people type, when it is not host and port. */
  publicUrl?: string;
  /** Password of the demo users; without one none are made. */
  demoPassword?: string;
  /** A Temporal server to use instead of the embedded one. */
  temporalAddress?: string;
  temporalNamespace: string;
  /** A PostgreSQL database to use instead of the embedded one. */
  databaseUrl?: string;
  /** The file of the master keys, when it is not the data folder's own. */
  masterKeysFile?: string;
  /** A key service that wraps in the file's place. */
  keyService?: KeyServiceSettings;
  /** The folder of checkpoints and their key, when it is not in the data folder. */
  proofFolder?: string;
  /** The browser of the end-to-end tests. */
  chromiumPath?: string;
  /** Origin of Temporal's own pages, which may have payloads decoded for an auditor. */
  temporalUi?: string;
  /** The server that sends e-mail; without one none is sent. */
  smtpUrl?: string;
  /** Who e-mail is from. */
  mailFrom?: string;
  /** How people sign in. */
  signIn: SignInOptions;
  /** Proxies before it, whose word on the address of a client is taken. */
  trustedProxies?: string[];
  /** Robots and webhooks may be in the operator's own network, and without https. */
  privateChannels: boolean;
  logLevel: string;
  /** True when a human may be waiting at a terminal. */
  interactive: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Reads and checks the settings; a wrong one is a plain sentence that names it. */
export function readSettings(env: Environment = process.env): Settings {
  return {
    dataFolder: resolve(projectFolder, text(env, 'HUIYIN_DATA') ?? '.data'),
    host: text(env, 'HUIYIN_HOST') ?? '127.0.0.1',
    port: portOf(env, 'HUIYIN_PORT', 3000),
    publicUrl: webUrl(env, 'HUIYIN_PUBLIC_URL'),
    demoPassword: env['HUIYIN_DEMO_PASSWORD'] || undefined,
    temporalAddress: address(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: text(env, 'TEMPORAL_NAMESPACE') ?? 'huiyin',
    temporalUi: originOf(env, 'HUIYIN_TEMPORAL_UI'),
    databaseUrl: databaseUrl(env, 'DATABASE_URL'),
    masterKeysFile: text(env, 'HUIYIN_MASTER_KEYS'),
    keyService: keyServiceOf(env),
    proofFolder: text(env, 'HUIYIN_PROOF'),
    chromiumPath: text(env, 'CHROMIUM_PATH'),
    ...mail(env),
    signIn: signInOf(env, webUrl(env, 'HUIYIN_PUBLIC_URL')),
    trustedProxies: proxiesOf(env),
    privateChannels: oneOf(env, 'HUIYIN_PRIVATE_CHANNELS', ['yes', 'no'], 'no') === 'yes',
    logLevel: oneOf(env, 'HUIYIN_LOG_LEVEL', logLevels, 'info'),
    interactive: process.stdout.isTTY,
  };
}

/** The environment of a child process: this one's, with some settings laid over it. */
export function childEnvironment(
  settings: Partial<Settings> = {},
  more: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const over: Environment = {
    HUIYIN_DATA: settings.dataFolder,
    HUIYIN_HOST: settings.host,
    HUIYIN_PORT: settings.port?.toString(),
    HUIYIN_PUBLIC_URL: settings.publicUrl,
    HUIYIN_DEMO_PASSWORD: settings.demoPassword,
    TEMPORAL_ADDRESS: settings.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    HUIYIN_TEMPORAL_UI: settings.temporalUi,
    DATABASE_URL: settings.databaseUrl,
    HUIYIN_MASTER_KEYS: settings.masterKeysFile,
    HUIYIN_PROOF: settings.proofFolder,
    CHROMIUM_PATH: settings.chromiumPath,
    SMTP_URL: settings.smtpUrl,
    MAIL_FROM: settings.mailFrom,
    HUIYIN_PRIVATE_CHANNELS: settings.privateChannels ? 'yes' : undefined,
    HUIYIN_LOG_LEVEL: settings.logLevel,
    ...more,
  };
  const given = Object.entries(over).filter(([, value]) => value !== undefined);
  return { ...process.env, ...Object.fromEntries(given) };
}

/** A random secret of letters and digits that is easy to copy. */
export function newSecret(length = 24): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
}

function portOf(env: Environment, name: string, otherwise: number): number {
  const given = text(env, name);
  if (given === undefined) return otherwise;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(`${name} is '${given}', but a port is a whole number from 1 to 65535.`);
}

function address(env: Environment, name: string): string | undefined {
  const given = text(env, name);
  if (given === undefined || /^[^\s/:]+:\d+$|^\[[0-9a-fA-F:]+\]:\d+$/.test(given)) return given;
  throw new PlainError(`${name} is '${given}', but an address looks like host:7233.`);
}

function databaseUrl(env: Environment, name: string): string | undefined {
  const given = text(env, name);
  if (given === undefined || /^postgres(ql)?:\/\/[^\s]+\/[^\s]+$/.test(given)) return given;
  throw new PlainError(`${name} is not a database address; one looks like postgres://user:password@host:5432/huiyin.`);
}

function mail(env: Environment): Pick<Settings, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = text(env, 'SMTP_URL');
  const mailFrom = text(env, 'MAIL_FROM');
  if (smtpUrl !== undefined && !(/^smtps?:\/\//.test(smtpUrl) && URL.canParse(smtpUrl))) {
    throw new PlainError('SMTP_URL is no mail server; one looks like smtp://user:password@mail.example.com:587.');
  }
  if (mailFrom !== undefined && !/^([^<>\r\n]*<)?[^\s@<>,]+@[^\s@<>,]+>?$/.test(mailFrom)) {
    throw new PlainError(
      `MAIL_FROM is '${mailFrom}', but a sender looks like huiyin@example.com or Huiyin <huiyin@example.com>.`,
    );
  }
  if (smtpUrl && !mailFrom) throw new PlainError('SMTP_URL is set: MAIL_FROM must say who e-mail is from.');
  return { smtpUrl, mailFrom };
}

function webUrl(env: Environment, name: string): string | undefined {
  const given = text(env, name)?.replace(/\/+$/, '');
  if (given === undefined || (/^https?:\/\//.test(given) && URL.canParse(given))) return given;
  throw new PlainError(`${name} is '${given}', but an address of the web begins with https:// or http://.`);
}

function originOf(env: Environment, name: string): string | undefined {
  const given = webUrl(env, name);
  if (given === undefined || new URL(given).origin === given) return given;
  throw new PlainError(`${name} is '${given}', but an origin has no path: https://temporal.example.com.`);
}
