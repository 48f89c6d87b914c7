import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { For, FromTemporal, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { invalid } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';
import { CodecDesk } from './codec-desk.js';
import { onWire, payloadsOf } from './wire.js';

/**
 * The remote codec of Temporal's own pages and command line. It decodes alone: nobody writes into workflows by hand.
 */
@Controller('api/codec')
@For('auditor')
export class CodecController {
  constructor(
    private readonly desk: CodecDesk,
    private readonly options: ApiOptions,
  ) {}

  // an act for each complaint, which the keeper of acts could not tell
  @Post('decode')
  @HttpCode(200)
  @NoAct()
  @FromTemporal()
  @Described({
    id: 'decodePayloads',
    summary:
      "Payloads of the engine in plain, for Temporal's own pages and command line; registered for each complaint",
    body: 'Payloads',
    answers: { 200: 'Payloads' },
    problems: [400, 404, 413],
  })
  async decode(
    @Who() viewer: Viewer,
    @Body() body: unknown,
    @Headers('x-namespace') namespace: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const own = this.options.client.options.namespace;
    if (namespace !== undefined && namespace !== own) {
      throw invalid({ path: 'X-Namespace', message: `is "${namespace}", but here is "${own}"` });
    }
    const payloads = await this.desk.decode(viewer, payloadsOf(body));
    void reply.header('cache-control', 'no-store');
    return { payloads: payloads.map(onWire) };
  }
}
