import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { rulebooksInForce } from '../../database/queries/rulebooks.js';
import {
  dropStoryline,
  keepStoryline,
  type SavedStoryline,
  storylineOf,
  storylinesFor,
} from '../../database/queries/storylines.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { Who } from '../kernel/access.js';
import { idFrom } from '../kernel/digest.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';
import { readStoryline } from './reading.js';

export class SavedStorylineInput {
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(200)
  name: string;

  /** The storyline itself. */
  @IsString()
  @MaxLength(200_000)
  yaml: string;

  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

export class SavedStorylineQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  rulebook?: string;

  @IsOptional()
  @IsString()
  after?: string;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value) as unknown)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** Storylines that people keep: for themselves, or shared with all. */
@Controller('api/storylines')
export class StorylinesController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({
    id: 'listSavedStorylines',
    summary: 'My storylines and those that others share, the latest first',
    query: {
      'rulebook?': text,
      'after?': { type: 'string', description: '`next` of the page before' },
      'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
    answers: { 200: 'SavedStorylineList' },
    problems: [400],
  })
  async list(@Who() { user }: Viewer, @Query(new InputPipe(SavedStorylineQuery)) query: SavedStorylineQuery) {
    const { rulebook, after, limit = 50 } = query;
    const rows = await storylinesFor(this.options.dataSource, user, {
      ...(rulebook ? { rulebook } : {}),
      ...(after ? { after: placeOf(after) } : {}),
      limit: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next = rows.length > limit && last ? `${last.at.toISOString()} ${last.id}` : null;
    return { items: items.map((one) => viewOf(one, user)), next };
  }

  @Get(':id')
  @Described({
    id: 'getSavedStoryline',
    summary: 'A storyline of mine, or one that is shared',
    params: { id: text },
    answers: { 200: 'SavedStoryline' },
    problems: [404],
  })
  async one(@Who() { user }: Viewer, @Param('id') id: string) {
    const found = await storylineOf(this.options.dataSource, user, id);
    if (!found) throw notFound();
    return viewOf(found, user);
  }

  @Post()
  @Described({
    id: 'saveStoryline',
    summary: 'Keeps a storyline, for oneself or shared',
    body: 'SavedStorylineInput',
    headers: ['Idempotency-Key'],
    answers: { 201: 'SavedStoryline' },
    problems: [400, 413],
  })
  save(
    @Who() viewer: Viewer,
    @Body(new InputPipe(SavedStorylineInput)) body: SavedStorylineInput,
    @Conditions() { key }: RequestConditions,
  ) {
    return this.keep(viewer, idFrom('storyline', viewer.user, key ?? randomUUID()), body);
  }

  @Put(':id')
  @Described({
    id: 'changeStoryline',
    summary: 'Changes a storyline of mine',
    params: { id: text },
    body: 'SavedStorylineInput',
    answers: { 200: 'SavedStoryline' },
    problems: [400, 404, 413],
  })
  async change(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Body(new InputPipe(SavedStorylineInput)) body: SavedStorylineInput,
  ) {
    const found = await storylineOf(this.options.dataSource, viewer.user, id);
    if (found?.by.id !== viewer.user) throw notFound();
    return this.keep(viewer, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Described({
    id: 'dropStoryline',
    summary: 'Takes a storyline of mine away',
    params: { id: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async drop(@Who() { user }: Viewer, @Param('id') id: string): Promise<void> {
    if (!(await dropStoryline(this.options.dataSource, user, id))) throw notFound();
  }

  private async keep({ user }: Viewer, id: string, { name, yaml, shared = false }: SavedStorylineInput) {
    const { dataSource } = this.options;
    const known = await rulebooksInForce(dataSource);
    const { rulebook } = readStoryline(
      yaml,
      known.map((one) => one.id),
    );
    await keepStoryline(dataSource, { id, name: name.trim(), rulebook, yaml, by: user, shared });
    const kept = await storylineOf(dataSource, user, id);
    if (!kept) throw notFound();
    return viewOf(kept, user);
  }
}

const viewOf = ({ at, ...one }: SavedStoryline, user: string) => ({
  ...one,
  at: at.toISOString(),
  mine: one.by.id === user,
});

function placeOf(after: string): { at: string; id: string } {
  const [at = '', id] = after.split(' ');
  if (id === undefined || Number.isNaN(Date.parse(at)))
    throw invalid({ path: 'after', message: 'is no place in this list: take it from `next`' });
  return { at, id };
}
