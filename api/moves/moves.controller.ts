/** Moving open complaints to another version of their rulebook: what it would change, and doing it to many. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { For, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { numberOf } from '../rulebooks/inputs.js';
import { MoveInput, MovePreviewInput } from './inputs.js';
import { MoveDesk } from './moves.js';

const params = { id: text, version: whole };

@Controller('api/rulebooks')
@For('company', 'hq')
export class MovesController {
  constructor(private readonly desk: MoveDesk) {}

  @Post(':id/versions/:version/move-preview')
  @NoAct()
  @HttpCode(200)
  @Described({
    id: 'previewMoves',
    summary: 'Which clock of which complaint would move from when to when',
    params,
    body: 'MovePreviewInput',
    answers: { 200: 'MovePreview' },
    problems: [400, 404, 409],
  })
  preview(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') version: string,
    @Body(new InputPipe(MovePreviewInput)) input: MovePreviewInput,
  ) {
    return this.desk.preview(viewer, id, numberOf(version), input);
  }

  @Post(':id/versions/:version/moves')
  @HttpCode(202)
  @Described({
    id: 'moveComplaints',
    summary: 'Moves open complaints to this version, steadily, as a batch',
    params,
    body: 'MoveInput',
    headers: ['Idempotency-Key'],
    answers: { 202: 'Batch' },
    problems: [400, 404, 409],
  })
  move(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') version: string,
    @Conditions() { key }: RequestConditions,
    @Body(new InputPipe(MoveInput)) input: MoveInput,
  ) {
    return this.desk.start(viewer, id, numberOf(version), input, key);
  }
}
