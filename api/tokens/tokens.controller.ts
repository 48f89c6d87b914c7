import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Viewer } from '../../database/queries/access.js';
import { grantToken, revokeToken, tokensOf } from '../../database/queries/tokens.js';
import { type Scope, scopes as allScopes } from '../../domain/account/scope.js';
import { Who } from '../kernel/access.js';
import { digest } from '../kernel/digest.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { IsMoment } from '../kernel/moment.js';
import { invalid, notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

export class TokenInput {
  /** What it is for. */
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(200)
  name: string;

  /** To read alone, unless told. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(allScopes, { each: true, message: `must be some of ${allScopes.join(', ')}` })
  scopes?: Scope[];

  /** The moment at which it ends: 90 days from now unless told, a year at most. */
  @IsOptional()
  @IsMoment()
  endsAt?: string;
}

const day = 86_400_000; // ms
const usualDays = 90;
const mostDays = 366;

/** Bearer tokens: a program acts as the user who gave it one. */
@Controller('api/tokens')
export class TokensController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({ id: 'listTokens', summary: 'My bearer tokens', answers: { 200: 'TokenList' } })
  async list(@Who() { user }: Viewer) {
    const tokens = await tokensOf(this.options.dataSource, user);
    return {
      items: tokens.map(({ createdAt, endsAt, lastUsedAt, ...token }) => ({
        ...token,
        createdAt: createdAt.toISOString(),
        ...(endsAt ? { endsAt: endsAt.toISOString() } : {}),
        ...(lastUsedAt ? { lastUsedAt: lastUsedAt.toISOString() } : {}),
      })),
    };
  }

  @Post()
  @Described({
    id: 'grantToken',
    summary: 'A bearer token for a program; shown this once',
    body: 'TokenInput',
    answers: { 201: 'GrantedToken' },
    problems: [400],
  })
  async grant(@Who() { user }: Viewer, @Body(new InputPipe(TokenInput)) input: TokenInput) {
    const { name, scopes = ['read'] } = input;
    const endsAt = endOf(input.endsAt);
    const token = `hy_${randomBytes(32).toString('base64url')}`;
    const tokenHash = digest(token);
    await grantToken(this.options.dataSource, { user, name, tokenHash, scopes, endsAt });
    return { id: tokenHash.slice(0, 16), name, scopes, endsAt: endsAt.toISOString(), token };
  }

  @Delete(':id')
  @HttpCode(204)
  @Described({
    id: 'revokeToken',
    summary: 'Ends a bearer token',
    params: { id: text },
    answers: { 204: undefined },
    problems: [404],
  })
  async revoke(@Who() { user }: Viewer, @Param('id') id: string): Promise<void> {
    if (!(await revokeToken(this.options.dataSource, user, id))) throw notFound();
  }
}

/** Throws a Problem unless it is in the future, and within a year. */
function endOf(given: string | undefined): Date {
  const now = Date.now();
  const at = given === undefined ? now + usualDays * day : Date.parse(given);
  if (at <= now) throw invalid({ path: 'endsAt', message: 'must be in the future' });
  if (at > now + mostDays * day) throw invalid({ path: 'endsAt', message: 'must be within a year' });
  return new Date(at);
}
