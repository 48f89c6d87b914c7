/** Posts JSON to addresses that people typed in, without letting them reach into the house. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface Posted {
  status: number;
  /** The beginning of what was answered. */
  body: string;
  /** Seconds, where the answer says so. */
  retryAfter?: number;
}

export interface PostOptions {
  /** The operator allows private addresses and http. */
  openly: boolean;
  /** Milliseconds until it counts as failed. */
  patience: number;
  /** Looks names up; the system's own unless told. */
  resolve?: typeof systemLookup;
}

const most = 65_536; // bytes of an answer

/** An address that leads into the house. */
export class InsideAddress extends Error {
  constructor(host: string) {
    super(`${host} is inside the operator's network`);
    this.name = 'InsideAddress';
  }
}

/** Posts once and follows nothing. Throws InsideAddress, and whatever the network throws. */
export async function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  { openly, patience, resolve = systemLookup }: PostOptions,
): Promise<Posted> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!openly && (url.protocol !== 'https:' || (isIP(host) !== 0 && isInside(host)))) throw new InsideAddress(host);
  const send = url.protocol === 'http:' ? plainRequest : request;
  const bytes = Buffer.from(body);
  return await new Promise<Posted>((done, reject) => {
    const asked = send(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, ...headers },
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(openly ? {} : { lookup: outsideOnly(resolve) }),
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => {
          if (text.length < most) text += piece;
        });
        answer.on('error', reject);
        answer.on('end', () => {
          const after = Number(answer.headers['retry-after']);
          const retryAfter = Number.isFinite(after) && after > 0 ? { retryAfter: after } : {};
          done({ status: answer.statusCode ?? 0, body: text, ...retryAfter });
        });
      },
    );
    asked.on('error', reject);
    asked.end(bytes);
  });
}

/** Looks a name up and gives only what is outside: the very address that is then connected to. */
const outsideOnly =
  (resolve: typeof systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[] = []) => {
      if (error) return callback(error, '', 4);
      const [first, ...others] = addresses.filter(({ address }) => !isInside(address));
      if (!first) return callback(new InsideAddress(hostname), '', 4);
      return options.all ? callback(null, [first, ...others]) : callback(null, first.address, first.family);
    });
  };

const inside = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, prefix, 'ipv4');
}
// of IPv6 only what is given out to the world is outside, and of that nothing that stands for an IPv4 address
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inside.addSubnet(net, prefix, 'ipv6');
}

/** Whether an IP address is private, reserved or this machine's own. */
export function isInside(address: string): boolean {
  if (isIP(address) === 4) return inside.check(address, 'ipv4');
  return !world.check(address, 'ipv6') || inside.check(address, 'ipv6');
}
