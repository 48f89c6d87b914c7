import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { listActs } from '../../database/queries/acts.js';
import type { Viewer } from '../../database/queries/access.js';
import { type ActKind, actKinds } from '../../domain/proof/acts.js';
import { For, Who } from '../kernel/access.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { oneOf, text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

const pageSize = 50;
const kinds = Object.keys(actKinds);
const word = /^[\p{L}\p{N}._:@-]+$/u;
const cursor = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

export class ActsQuery {
  @IsOptional()
  @Matches(word)
  @MaxLength(100)
  user?: string;

  @IsOptional()
  @Matches(word)
  @MaxLength(100)
  act?: string;

  @IsOptional()
  @IsIn(kinds, { message: `must be one of ${kinds.join(', ')}` })
  kind?: ActKind;

  @IsOptional()
  @Matches(word)
  @MaxLength(100)
  about?: string;

  @IsOptional()
  @Matches(cursor)
  after?: string;
}

@Controller('api/acts')
@For('auditor')
export class ActsController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listActs',
    summary: 'What people did beside the commands of complaints, the latest first',
    query: { 'user?': text, 'act?': text, 'kind?': oneOf(...kinds), 'about?': text, 'after?': text },
    answers: { 200: 'ActList' },
    problems: [400],
  })
  async list(@Who() viewer: Viewer, @Query(new InputPipe(ActsQuery)) { after, act, kind, ...filter }: ActsQuery) {
    const [, at, id] = cursor.exec(after ?? '') ?? [];
    const wanted = act === undefined ? kind && actKinds[kind] : [act];
    const rows = await listActs(
      this.options.dataSource,
      { ...filter, ...(wanted ? { acts: wanted } : {}), ...(at && id ? { after: { at, id } } : {}) },
      viewer,
      pageSize + 1,
    );
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    return { items, next: rows.length > pageSize && last ? `${last.at}_${last.id}` : null };
  }
}
