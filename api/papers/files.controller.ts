import { Controller, Get, Headers, Injectable, Param, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import type { Family } from '../../domain/paper/kinds.js';
import { fileName } from '../../renderings/file-name.js';
import { mediaTypes } from '../../renderings/media-types.js';
import { type Form, press } from '../../renderings/press.js';
import { ForReaders, Who } from '../kernel/access.js';
import { attachment } from '../kernel/attachment.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { languageOf } from '../kernel/language.js';
import { Described } from '../openapi/described.js';
import { oneOf, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { PaperDesk } from './desk.js';
import { bulletins, duties, type FamilyNames, named } from './families.js';

class FileQuery {
  @IsOptional()
  @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';
}

const file = (form: Form) => ({
  params: { id: text },
  query: { 'language?': { ...oneOf('zh', 'en'), description: 'By the Accept-Language header unless said' } },
  produces: mediaTypes[form],
  answers: { 200: { type: 'string', format: 'binary' } },
  problems: [400, 404],
});

/** What the routes of files have in common. */
@Injectable()
export class PaperFiles {
  constructor(
    private readonly desk: PaperDesk,
    private readonly options: ApiOptions,
  ) {}

  /** Sets a paper and sends it. Fetching what was sent to me is a receipt, like opening it. */
  async send(viewer: Viewer, { family, id, form, language }: AskedFile, reply: FastifyReply): Promise<void> {
    const paper = await this.desk.fetch(viewer, id, family);
    const content = Buffer.from(await (this.options.press ?? press)(paper, form, language));
    await reply
      .header('content-type', mediaTypes[form])
      .header('content-disposition', attachment(`${fileName(paper, language)}.${form}`))
      .send(content);
  }
}

interface AskedFile {
  family: Family;
  id: string;
  form: Form;
  language: 'zh' | 'en';
}

/** The files of a family. */
function filesOf({ family, path, one, said }: FamilyNames) {
  @Controller(path)
  @ForReaders()
  class FilesController {
    constructor(private readonly files: PaperFiles) {}

    @Get(':id.pdf')
    @Described({ id: `get${one}Pdf`, summary: `${said} as .pdf, its fonts embedded`, ...file('pdf') })
    pdf(
      @Who() viewer: Viewer,
      @Param('id') id: string,
      @Query(new InputPipe(FileQuery)) { language }: FileQuery,
      @Headers('accept-language') accepted: string | undefined,
      @Res() reply: FastifyReply,
    ) {
      const asked = { family, id, form: 'pdf', language: language ?? languageOf(accepted) } as const;
      return this.files.send(viewer, asked, reply);
    }

    @Get(':id.docx')
    @Described({ id: `get${one}Docx`, summary: `${said} as .docx`, ...file('docx') })
    docx(
      @Who() viewer: Viewer,
      @Param('id') id: string,
      @Query(new InputPipe(FileQuery)) { language }: FileQuery,
      @Headers('accept-language') accepted: string | undefined,
      @Res() reply: FastifyReply,
    ) {
      const asked = { family, id, form: 'docx', language: language ?? languageOf(accepted) } as const;
      return this.files.send(viewer, asked, reply);
    }
  }
  return named(`${one}FilesController`, FilesController);
}

export const BulletinFilesController = filesOf(bulletins);
export const DutyFilesController = filesOf(duties);
