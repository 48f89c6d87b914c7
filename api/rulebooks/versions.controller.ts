/** Versions of rulebooks: all who log in may read them, drafts included. */
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isStorable } from '../../database/plain-text.js';
import { openComplaints, type VersionInFull, versionsOf } from '../../database/queries/rulebook-versions.js';
import { differences } from '../../documents/differences.js';
import { NoAct } from '../kernel/acts.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound, Problem } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { DraftDesk } from './drafts.js';
import { numberIn, numberOf, RulebookTextInput } from './inputs.js';
import { versionHeadView } from './version-view.js';

@Controller('api/rulebooks')
export class VersionsController {
  constructor(
    private readonly options: ApiOptions,
    private readonly desk: DraftDesk,
  ) {}

  @Post('check')
  @NoAct()
  @HttpCode(200)
  @Described({
    id: 'checkRulebook',
    summary: 'What is wrong with the text of a rulebook, line by line',
    body: 'RulebookTextInput',
    answers: { 200: 'RulebookCheck' },
    problems: [400, 413],
  })
  check(@Body(new InputPipe(RulebookTextInput)) { text: written, rulebook }: RulebookTextInput) {
    const { document, problems } = this.desk.check(written, rulebook);
    return { problems, ...(document ? { document: { id: document.rulebook, ...document } } : {}) };
  }

  @Get(':id/versions')
  @Described({
    id: 'listRulebookVersions',
    summary: 'All versions of a rulebook with who, when and why, the latest first',
    params: { id: text },
    answers: { 200: 'RulebookVersionList' },
    problems: [404],
  })
  async list(@Param('id') id: string) {
    const { dataSource } = this.options;
    if (!isStorable(id)) throw notFound();
    const [versions, counts] = await Promise.all([versionsOf(dataSource, id), openComplaints(dataSource, id)]);
    if (versions.length === 0) throw notFound();
    return { items: versions.map((version) => versionHeadView(version, counts.get(version.version) ?? 0)) };
  }

  @Get(':id/versions/:version')
  @Described({
    id: 'getRulebookVersion',
    summary: 'One version of a rulebook, its text and what it says',
    params: { id: text, version: whole },
    answers: { 200: 'RulebookVersion' },
    problems: [404],
  })
  async version(
    @Param('id') id: string,
    @Param('version') version: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.desk.view(id, numberOf(version));
    void reply.header('etag', `"${view.revision}"`);
    return view;
  }

  @Get(':id/versions/:version/differences')
  @Described({
    id: 'compareRulebookVersions',
    summary: 'What a version changes against another, rule by rule',
    params: { id: text, version: whole },
    query: { 'against?': { ...whole, description: 'The earlier one; else the version before' } },
    answers: { 200: 'RulebookDifferences' },
    problems: [400, 404, 409],
  })
  async differences(@Param('id') id: string, @Param('version') version: string, @Query('against') against?: string) {
    const after = await this.desk.any(id, numberOf(version));
    const before = await this.earlier(after, against);
    const items = before ? differences(this.documentOf(before), this.documentOf(after)) : [];
    return { after: after.version, ...(before ? { before: before.version } : {}), items };
  }

  private async earlier({ id, version }: VersionInFull, against: string | undefined) {
    if (against !== undefined) return this.desk.any(id, numberIn('against', against));
    const before = (await versionsOf(this.options.dataSource, id)).find((one) => one.version < version);
    return before && this.desk.any(id, before.version);
  }

  private documentOf({ id, version, text: written, document }: VersionInFull) {
    if (document) return document;
    const { problems } = this.desk.check(written, id);
    throw new Problem(409, 'has-problems', { params: { version }, errors: problems });
  }
}
