import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { ForReaders, Who } from '../kernel/access.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { PaperDesk } from './desk.js';
import { CorrectInput, PartsInput, ReturnInput } from './inputs.js';

const common = { params: { id: text }, problems: [400, 404, 409, 412] };

/** The steps of a paper, whatever its family. */
@Controller('api/papers')
@ForReaders()
export class PapersController {
  constructor(private readonly desk: PaperDesk) {}

  @Put(':id/parts')
  @Described({
    id: 'completePaper',
    summary: 'Write parts of a paper; an empty text takes one back',
    body: 'PaperPartsInput',
    headers: ['If-Match'],
    answers: { 200: 'Paper' },
    ...common,
  })
  complete(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Conditions() { ifSeq }: RequestConditions,
    @Body(new InputPipe(PartsInput)) { parts }: PartsInput,
  ) {
    return this.desk.step(viewer, id, { action: 'complete', input: { parts }, ifVersion: ifSeq });
  }

  @Post(':id/approve')
  @Described({
    id: 'approvePaper',
    summary: 'Approve a paper that is complete',
    headers: ['If-Match'],
    answers: { 201: 'Paper' },
    ...common,
  })
  approve(@Who() viewer: Viewer, @Param('id') id: string, @Conditions() { ifSeq }: RequestConditions) {
    return this.desk.step(viewer, id, { action: 'approve', input: {}, ifVersion: ifSeq });
  }

  @Post(':id/return')
  @Described({
    id: 'returnPaper',
    summary: 'Return a paper to whoever completes it, with the reason',
    body: 'PaperReturnInput',
    answers: { 201: 'Paper' },
    ...common,
  })
  return(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(ReturnInput)) { reason }: ReturnInput) {
    return this.desk.step(viewer, id, { action: 'return', input: { reason } });
  }

  @Post(':id/confirm')
  @Described({ id: 'confirmPaper', summary: 'Confirm an issued paper', answers: { 201: 'Paper' }, ...common })
  confirm(@Who() viewer: Viewer, @Param('id') id: string) {
    return this.desk.step(viewer, id, { action: 'confirm', input: {} });
  }

  @Post(':id/issue')
  @Described({
    id: 'issuePaper',
    summary: 'Issue a complete paper before it is due',
    headers: ['If-Match'],
    answers: { 201: 'Paper' },
    ...common,
  })
  issue(@Who() viewer: Viewer, @Param('id') id: string, @Conditions() { ifSeq }: RequestConditions) {
    return this.desk.step(viewer, id, { action: 'issue', input: {}, ifVersion: ifSeq });
  }

  @Post(':id/correct')
  @Described({
    id: 'correctPaper',
    summary: 'Put an issued paper right by a new one that names it; answers the new one',
    body: 'PaperCorrectInput',
    answers: { 201: 'Paper' },
    ...common,
  })
  correct(@Who() viewer: Viewer, @Param('id') id: string, @Body(new InputPipe(CorrectInput)) input: CorrectInput) {
    return this.desk.correct(viewer, id, { ...input });
  }
}
