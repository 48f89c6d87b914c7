import { createHash } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { findFile, keepFile } from '../../database/queries/files.js';
import { decrypt, encrypt } from '../../vault/master.js';
import { ComplaintReader } from '../complaints/reader.js';
import { For, ForReaders, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { attachment } from '../kernel/attachment.js';
import { invalid, notFound, Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { contentOf, safeName } from './content.js';

/** Files of a complaint: brought first, then attached by the command; handed out to be saved, never to be shown. */
@Controller('api/complaints')
@NoAct()
export class FilesController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  @Post(':id/files')
  @For('reception', 'supervisor', 'handler', 'approver', 'revisitor', 'company')
  @Described({
    id: 'bringFile',
    summary: 'Brings a file that the command attach then names; images are made anew',
    params: { id: text },
    query: { name: text },
    consumes: ['application/octet-stream'],
    body: { type: 'string', format: 'binary' },
    answers: { 201: 'BroughtFile' },
    problems: [400, 404, 409, 413, 415],
  })
  async bring(@Who() viewer: Viewer, @Param('id') id: string, @Query('name') name: unknown, @Body() body: unknown) {
    if (typeof name !== 'string' || !name.trim()) throw invalid({ path: 'name', message: 'must name the file' });
    await this.reader.seq(viewer, id);
    if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem(415, 'unsupported-file');
    const content = await contentOf(body);
    if (!content) throw new Problem(415, 'unsupported-file');
    const sha256 = createHash('sha256').update(content.bytes).digest('hex');
    const file = {
      sha256,
      name: safeName(name, content.extension),
      mediaType: content.mediaType,
      size: content.bytes.length,
    };
    const sealed = encrypt(await this.key(id), content.bytes, `${id} ${sha256}`);
    const kept = await keepFile(this.options.dataSource, id, { ...file, content: sealed }, viewer.user);
    if (!kept) throw new Problem(409, 'too-many-files');
    return file;
  }

  @Get(':id/files/:sha256')
  @ForReaders()
  @Described({
    id: 'getFile',
    summary: 'A file of a complaint, to be saved',
    params: { id: text, sha256: text },
    produces: 'application/octet-stream',
    answers: { 200: { type: 'string', format: 'binary' } },
    problems: [404],
  })
  async file(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.reader.seq(viewer, id);
    const found = await findFile(this.options.dataSource, id, sha256, viewer.user);
    if (!found) throw notFound();
    const content = decrypt(await this.key(id), found.content, `${id} ${sha256}`);
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', attachment(found.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(content));
  }

  private async key(id: string): Promise<Uint8Array> {
    const { keyring } = this.options;
    if (!keyring) throw new Error('no keyring');
    return (await keyring.keysOf(id)).payload;
  }
}
