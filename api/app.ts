/** The HTTP side of the house. */
import 'reflect-metadata';
import type { Socket } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { openCodecTo } from './codec/cors.js';
import { Metrics } from './health/metrics.js';
import { safetyHeaders } from './kernel/headers.js';
import { sendProblem, toProblem } from './kernel/problem-filter.js';
import { sheetTypes } from './organisation/sheet-types.js';
import { invalid } from './kernel/problem.js';
import { saidTwice } from './kernel/said-twice.js';
import { servePages } from './kernel/web-pages.js';
import { ApiModule } from './module.js';
import { serveDocument } from './openapi/serve.js';
import type { ApiOptions } from './options.js';

const mebibyte = 1_048_576;

/** What is no HTTP at all gets its answer before there is a request. */
function notHttp(socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify({
    type: 'urn:huiyin:problem:invalid',
    title: 'Invalid',
    status: 400,
    code: 'invalid',
    detail: 'The request is not well-formed HTTP: encode what is not ASCII in the address.',
  });
  const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** The API, ready to listen: `app.listen(port, host)`; `app.close()` lets go of everything but what was brought along. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: options.bodyLimit ?? mebibyte,
    // streams of events would keep it open for ever
    forceCloseConnections: true,
    trustProxy: options.trustedProxies ?? false,
    routerOptions: { maxParamLength: 300 },
    clientErrorHandler: (_error: Error, socket: Socket) => notHttp(socket),
    // an address that is none is asked for in vain like any other
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(toProblem(error), request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(options), adapter, {
    logger: false,
    abortOnError: false,
    // fastify's own: JSON, and nothing that a form could send
    bodyParser: false,
  });
  await app.register(fastifyCookie);
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  for (const type of ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml']) {
    fastify.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: 20 * mebibyte },
    (_request, body, done) => done(null, body),
  );
  for (const type of sheetTypes) {
    fastify.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: 8 * mebibyte }, (_request, body, done) =>
      done(null, body),
    );
  }
  fastify.addHook('onRequest', (request, reply, done) => {
    safetyHeaders(reply);
    const twice = saidTwice(request.query);
    if (twice === undefined) return done();
    const problem = invalid({ path: twice, message: 'is said more than once: write several with commas' });
    void sendProblem(problem, request, reply);
  });
  openCodecTo(fastify, options.temporalUi);
  const metrics = app.get(Metrics, { strict: false });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
  serveDocument(app);
  await servePages(app, options);
  await app.init();
  return app;
}
