import { Controller, Get, Param, Query } from '@nestjs/common';
import { allRulebooks, rulebooksInForce } from '../../database/queries/rulebooks.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { flag, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { RulebookVersions } from './versions.js';

@Controller('api/rulebooks')
export class RulebooksController {
  constructor(
    private readonly options: ApiOptions,
    private readonly versions: RulebookVersions,
  ) {}

  @Get()
  @Described({
    id: 'listRulebooks',
    summary: 'The rulebooks in force',
    query: { 'all?': { ...flag, description: 'Those that are not in force yet, too, in their latest version' } },
    answers: { 200: 'RulebookList' },
  })
  async list(@Query('all') all?: string) {
    const { dataSource } = this.options;
    const heads = await (all === 'true' ? allRulebooks(dataSource) : rulebooksInForce(dataSource));
    return {
      items: heads.map(({ source, isInForce: inForce, ...head }) => ({
        ...{ ...head, inForce },
        ...(source === null ? {} : { source }),
      })),
    };
  }

  @Get(':id')
  @Described({
    id: 'getRulebook',
    summary: 'A rulebook as it is written, in the version in force',
    params: { id: text },
    answers: { 200: 'Rulebook' },
    problems: [404],
  })
  async one(@Param('id') id: string) {
    const found = await this.versions.inForce(id);
    if (!found) throw notFound();
    return { id, ...found.document };
  }

  @Get(':id/storylines')
  @Described({
    id: 'listStorylines',
    summary: 'The storylines of a rulebook: its examples and proof',
    params: { id: text },
    answers: { 200: 'StorylineList' },
    problems: [404],
  })
  async storylines(@Param('id') id: string) {
    if (!(await this.versions.inForce(id))) throw notFound();
    return { items: this.options.library.examples.get(id) ?? [] };
  }
}
