import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { erase, NotOver } from '../../proof/erase.js';
import { ComplaintReader } from '../complaints/reader.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

export class EraseInput {
  @IsString()
  @Matches(/\S/, { message: 'must name the law and the request' })
  @MaxLength(500)
  because: string;
}

@Controller('api/complaints')
@For('hq')
export class EraseController {
  constructor(
    private readonly options: ApiOptions,
    private readonly reader: ComplaintReader,
  ) {}

  @Post(':id/erase')
  @HttpCode(204)
  @Described({
    id: 'eraseComplaint',
    summary: 'Deletes by law what a complaint said and of whom; that it was stays, and verifies',
    params: { id: text },
    body: 'EraseInput',
    answers: { 204: undefined },
    problems: [400, 404, 409],
  })
  async erase(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(EraseInput)) { because }: EraseInput,
  ): Promise<void> {
    await this.reader.seq(viewer, id);
    const { dataSource, client, keyring } = this.options;
    if (!keyring) throw new Error('no keyring');
    try {
      await erase({ source: dataSource, client, keyring }, id, viewer.user, because);
    } catch (error) {
      if (error instanceof NotOver) throw new Problem(409, 'not-over');
      throw error;
    }
  }
}
