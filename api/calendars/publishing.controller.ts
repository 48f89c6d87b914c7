import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { For, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { YearInput } from './publish-inputs.js';
import { Publishing } from './publishing.js';

@Controller('api/calendars')
@For('admin', 'hq')
export class PublishingController {
  constructor(private readonly publishing: Publishing) {}

  @Post(':id/years/:year/preview')
  @HttpCode(200)
  @NoAct()
  @Described({
    id: 'previewYear',
    summary: 'What publishing a year would change, and which open deadlines it would move',
    params: { id: text, year: whole },
    body: 'YearInput',
    answers: { 200: 'YearPreview' },
    problems: [400, 404],
  })
  preview(@Param('id') id: string, @Param('year') year: string, @Body(new InputPipe(YearInput)) input: YearInput) {
    return this.publishing.preview(id, year, input);
  }

  @Post(':id/years/:year')
  @Described({
    id: 'publishYear',
    summary: 'Publishes a year, or a correction of it; open complaints are reckoned anew',
    params: { id: text, year: whole },
    headers: ['Idempotency-Key'],
    body: 'YearInput',
    answers: { 201: 'PublishedYear' },
    problems: [400, 404, 409, 422],
  })
  publish(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('year') year: string,
    @Body(new InputPipe(YearInput)) input: YearInput,
    @Conditions() { key }: RequestConditions,
  ) {
    return this.publishing.publish(viewer, id, year, input, key);
  }
}
