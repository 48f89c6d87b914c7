/** Whether a request that changes something comes from a page of ours: what a foreign page makes a browser send is refused. */
import type { FastifyRequest } from 'fastify';

/**
 * Browsers say where a request comes from: `Sec-Fetch-Site`, older ones `Origin`. What says neither is no browser, so
 * nobody made it send a cookie. A bearer token comes by itself from nowhere; other authorization a browser or a proxy
 * adds. `alsoFrom`: an origin that is none of ours and may ask this all the same.
 */
export function isForeign(
  { method, headers, host }: FastifyRequest,
  publicUrl: string | undefined,
  alsoFrom?: string,
): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || /^Bearer +\S/i.test(headers.authorization ?? '')) return false;
  if (alsoFrom !== undefined && headers.origin === alsoFrom) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  // a proxy may have another name for this house than people have
  return new URL(origin).host !== host && !(publicUrl && new URL(publicUrl).origin === origin);
}
