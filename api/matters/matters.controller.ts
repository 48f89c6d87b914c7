import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { For, ForReaders, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { MatterDesk } from './desk.js';
import { MatchInput, SimilarQuery } from './inputs.js';

@Controller('api/complaints')
@ForReaders()
export class MattersController {
  constructor(private readonly desk: MatterDesk) {}

  @Get('similar')
  @Described({
    id: 'listSimilar',
    summary: 'Complaints that may be the same matter as one that is being written down, each with why',
    query: { project: text, text, 'category?': text, 'room?': text },
    answers: { 200: 'AlikeList' },
    problems: [400],
  })
  async similar(@Who() viewer: Viewer, @Query(new InputPipe(SimilarQuery)) query: SimilarQuery) {
    return { items: await this.desk.similar(viewer, query) };
  }

  @Get(':id/matter')
  @Described({
    id: 'getMatter',
    summary: 'The complaints on the same matter, and those that may be',
    params: { id: text },
    answers: { 200: 'Matter' },
    problems: [404],
  })
  one(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.desk.of(viewer, id);
  }

  @Post(':id/matches/:other')
  @HttpCode(200)
  @For('reception', 'supervisor', 'company')
  @Described({
    id: 'sayOfMatch',
    summary: 'Says that two complaints are the same matter, are not, or that it is open again',
    params: { id: text, other: text },
    body: 'MatchInput',
    answers: { 200: 'Matter' },
    problems: [400, 404, 409],
  })
  say(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Param('other') other: string,
    @Body(new InputPipe(MatchInput)) input: MatchInput,
  ) {
    return this.desk.say(viewer, id, other, input);
  }
}
