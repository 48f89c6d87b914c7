/** Notice channels 通知渠道: a group's robot, or a program's webhook. */
import type { Way } from './notice.js';

export const channelKinds = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const wayOf = (kind: ChannelKind): Way => (kind === 'webhook' ? 'webhook' : 'robot');

/** What robots take in any 60 seconds. */
export const robotLimit = 20;

const places: Partial<Record<ChannelKind, RegExp>> = {
  wecom: /^\/cgi-bin\/webhook\/send\?(.*&)?key=/,
  dingtalk: /^\/robot\/send\?(.*&)?access_token=/,
  feishu: /^\/open-apis\/bot\/v2\/hook\/./,
};

/**
 * What is wrong with an address, or undefined. Only https, and no machine of the house by name or number; names that lead
 * there are found out when they are called. `openly`: the operator allows private addresses and http.
 */
export function addressProblem(kind: ChannelKind, address: string, openly: boolean): string | undefined {
  if (!URL.canParse(address)) return 'is no address; one looks like https://example.com/hook';
  const { protocol, hostname, pathname, search, username, password } = new URL(address);
  if (protocol !== 'https:' && !(openly && protocol === 'http:')) return 'must begin with https://';
  if (username || password) return 'must not carry a user or a password';
  if (!openly && isOwnName(hostname)) return 'is an address of this machine or network; the operator can allow those';
  const place = places[kind];
  return place && !place.test(pathname + search) ? `is not what ${kind} gives for a robot` : undefined;
}

const isOwnName = (name: string): boolean =>
  /^\[|^[\d.]+$/.test(name) || !name.includes('.') || /(^|\.)(localhost|local|internal|lan|home|corp)\.?$/.test(name);

/** What is wrong with the secret of a channel, or undefined: DingTalk and webhooks are always signed. */
export function secretProblem(kind: ChannelKind, secret: string | null): string | undefined {
  if (kind === 'webhook') {
    const bytes = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret ?? '')?.[1]?.replace(/=+$/, '').length ?? 0;
    return bytes >= 32 && bytes <= 88 ? undefined : 'must be whsec_ and 24 to 64 bytes in base64';
  }
  if (kind === 'wecom') return secret ? 'is not used by WeCom: the key is in the address' : undefined;
  return kind === 'dingtalk' && !secret ? 'is missing: DingTalk signs with it' : undefined;
}
