/** The monthly publication to residents (WY-4.6.1), for whoever has the project's address: no login, nobody's name. */
import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicPage } from '../../renderings/public-page.js';
import { Open } from '../kernel/access.js';
import { languageOf } from '../kernel/language.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { PublicReading } from './reading.js';

// what is withdrawn is gone from every cache within five minutes
const caching = 'public, max-age=300';
const page = { produces: 'text/html', answers: { 200: text }, problems: [404, 429], open: true };
const data = { answers: { 200: 'Published' }, problems: [404, 429], open: true };

@Controller()
@Open()
export class PublicController {
  constructor(private readonly reading: PublicReading) {}

  @Get('public/:address')
  @Described({
    id: 'readPublicPage',
    summary: 'What a project published last, as a page',
    params: { address: text },
    ...page,
  })
  latestPage(
    @Req() request: FastifyRequest,
    @Param('address') address: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.page(request, reply, { address, accepted });
  }

  @Get('public/:address/:period')
  @Described({
    id: 'readPublicPageOf',
    summary: 'What a project published of a month, as a page',
    params: { address: text, period: text },
    ...page,
  })
  pageOf(
    @Req() request: FastifyRequest,
    @Param('address') address: string,
    @Param('period') period: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.page(request, reply, { address, period, accepted });
  }

  @Get('api/public/:address')
  @Described({ id: 'readPublic', summary: 'What a project published last', params: { address: text }, ...data })
  async latest(@Req() request: FastifyRequest, @Param('address') address: string, @Res() reply: FastifyReply) {
    return send(request, reply, JSON.stringify(await this.reading.read(request, address)), 'application/json');
  }

  @Get('api/public/:address/:period')
  @Described({
    id: 'readPublicOf',
    summary: 'What a project published of a month',
    params: { address: text, period: text },
    ...data,
  })
  async of(
    @Req() request: FastifyRequest,
    @Param('address') address: string,
    @Param('period') period: string,
    @Res() reply: FastifyReply,
  ) {
    return send(request, reply, JSON.stringify(await this.reading.read(request, address, period)), 'application/json');
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    { address, period, accepted }: { address: string; period?: string; accepted: string | undefined },
  ) {
    const found = await this.reading.read(request, address, period);
    void reply.header('vary', 'accept-language');
    return send(request, reply, publicPage({ address, ...found }, languageOf(accepted)), 'text/html');
  }
}

/** With a tag, so that what is unchanged is not sent again. */
async function send(request: FastifyRequest, reply: FastifyReply, body: string, type: string): Promise<void> {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ 'cache-control': caching, etag: tag });
  if (request.headers['if-none-match'] === tag) await reply.status(304).send();
  else await reply.header('content-type', `${type}; charset=utf-8`).send(body);
}
