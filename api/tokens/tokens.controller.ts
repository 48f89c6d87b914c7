import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';
import { grantToken, revokeToken, tokensOf, type Viewer } from '../../database/queries/access.js';
import { Who } from '../kernel/access.js';
import { digest } from '../kernel/digest.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { ApiOptions } from '../options.js';

export class TokenInput {
  /** What it is for. */
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(200)
  name: string;
}

/** Bearer tokens: a program acts as the user who gave it one. */
@Controller('api/tokens')
export class TokensController {
  constructor(private readonly options: ApiOptions) {}

  @Get()
  @Described({ id: 'listTokens', summary: 'My bearer tokens', answers: { 200: 'TokenList' } })
  async list(@Who() { user }: Viewer) {
    const tokens = await tokensOf(this.options.dataSource, user);
    return { items: tokens.map(({ createdAt, ...token }) => ({ ...token, createdAt: createdAt.toISOString() })) };
  }

  @Post()
  @Described({
    id: 'grantToken',
    summary: 'A bearer token for a program; shown this once',
    body: 'TokenInput',
    answers: { 201: 'GrantedToken' },
    problems: [400],
  })
  async grant(@Who() { user }: Viewer, @Body(new InputPipe(TokenInput)) { name }: TokenInput) {
    const token = `hy_${randomBytes(32).toString('base64url')}`;
    const tokenHash = digest(token);
    await grantToken(this.options.dataSource, { user, name, tokenHash });
    return { id: tokenHash.slice(0, 16), name, token };
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
