import { Controller, Get, Param, Query } from '@nestjs/common';
import { versionDocument } from '../../database/queries/rulebooks.js';
import { permissionsOf } from '../../documents/permissions.js';
import { arrowsOf, asides } from '../../documents/process.js';
import { compile } from '../../domain/rulebook/compile.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from '../rulebooks/versions.js';

@Controller('api/rulebooks')
export class ProcessesController {
  constructor(
    private readonly options: ApiOptions,
    private readonly versions: RulebookVersions,
  ) {}

  @Get(':id/process')
  @Described({
    id: 'getProcess',
    summary: 'The process that a rulebook makes, and who may give which command',
    params: { id: text },
    query: { 'version?': { ...whole, description: 'Else the one in force' } },
    answers: { 200: 'Process' },
    problems: [404],
  })
  async one(@Param('id') id: string, @Query('version') version?: string) {
    const rulebook = await this.rulebook(id, version);
    const arrows = arrowsOf(rulebook);
    const drawn = arrows.filter(({ by }) => !asides.includes(by));
    return {
      version: rulebook.version,
      arrows: drawn,
      asides: asides.filter((name) => arrows.some(({ by }) => by === name)),
      stages: rulebook.stages,
      permissions: permissionsOf(rulebook),
    };
  }

  private async rulebook(id: string, version: string | undefined) {
    if (version === undefined) {
      const found = await this.versions.inForce(id);
      if (!found) throw notFound();
      return found.rulebook;
    }
    const found = /^[1-9]\d{0,8}$/.test(version)
      ? await versionDocument(this.options.dataSource, id, Number(version))
      : undefined;
    if (!found?.document) throw notFound();
    return compile(found.document);
  }
}
