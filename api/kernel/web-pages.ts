/** The built web pages, served beside the API; every address that is no file is the application's own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiOptions } from '../options.js';

const home = 'index.html';

function folderOf({ webFolder }: Pick<ApiOptions, 'webFolder'>): string | undefined {
  return webFolder && existsSync(join(webFolder, home)) ? webFolder : undefined;
}

export async function servePages(app: NestFastifyApplication, options: ApiOptions): Promise<void> {
  const root = folderOf(options);
  if (!root) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    // names with a digest never change their content
    setHeaders: (reply, path) => {
      const lasting = /[-.][\w-]{8,}\.\w+$/.test(path) && !path.endsWith('.html');
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Whether a request that nothing else answers asks for a page. */
export function isPage(request: FastifyRequest, options: ApiOptions): boolean {
  const [pathname = '/'] = request.url.split('?');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const takesPages = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
  const isOurs = !/^\/(api|metrics)(\/|$)/.test(pathname) && !/\.\w+$/.test(pathname);
  return reads && takesPages && isOurs && folderOf(options) !== undefined;
}

export async function sendPage(reply: FastifyReply): Promise<void> {
  await reply.status(200).header('cache-control', 'no-cache').sendFile(home);
}
