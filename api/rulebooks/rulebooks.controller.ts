import { Controller, Get, Param } from '@nestjs/common';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text, whole } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

@Controller('api/rulebooks')
export class RulebooksController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({ id: 'listRulebooks', summary: 'The rulebooks in force', answers: { 200: 'RulebookList' } })
  list() {
    const items = [...this.options.library.rulebooks.values()].map(
      ({ document: { rulebook, version, title, source } }) => ({
        id: rulebook,
        version,
        title,
        ...(source === undefined ? {} : { source: String(source) }),
      }),
    );
    return { items };
  }

  @Get(':id')
  @Described({
    id: 'getRulebook',
    summary: 'A rulebook as it is written',
    params: { id: text },
    answers: { 200: 'Rulebook' },
    problems: [404],
  })
  one(@Param('id') id: string) {
    const found = this.options.library.rulebooks.get(id);
    if (!found) throw notFound();
    return { id, ...found.document };
  }

  @Get(':id/versions/:version')
  @Described({
    id: 'getRulebookVersion',
    summary: 'One version of a rulebook',
    params: { id: text, version: whole },
    answers: { 200: 'Rulebook' },
    problems: [404],
  })
  version(@Param('id') id: string, @Param('version') version: string) {
    const found = this.one(id);
    if (String(found.version) !== version) throw notFound();
    return found;
  }

  @Get(':id/storylines')
  @Described({
    id: 'listStorylines',
    summary: 'The storylines of a rulebook: its examples and proof',
    params: { id: text },
    answers: { 200: 'StorylineList' },
    problems: [404],
  })
  storylines(@Param('id') id: string) {
    if (!this.options.library.rulebooks.has(id)) throw notFound();
    return { items: this.options.library.examples.get(id) ?? [] };
  }
}
