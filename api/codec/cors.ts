/** Lets the pages of one other origin ask the codec, with the cookie of whoever is logged in here; nobody else. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const path = '/api/codec/decode';
// a payload of the engine has 2 MiB at most, and a page asks for several
const mostBytes = 16 * 1_048_576;

/** Before the routes are made. `origin`: of Temporal's own pages. */
export function openCodecTo(fastify: FastifyInstance, origin: string | undefined): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url === path) route.bodyLimit = mostBytes;
  });
  if (origin === undefined) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.split('?')[0] !== path) return done();
    void reply.header('vary', 'Origin');
    if (request.headers.origin !== origin) return done();
    void reply.headers({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' });
    if (isPreflight(request)) return void preflight(reply);
    done();
  });
}

const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

const preflight = (reply: FastifyReply) =>
  reply
    .headers({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, x-namespace',
      'access-control-max-age': '600',
    })
    .status(204)
    .send();
