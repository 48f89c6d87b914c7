import { Controller, Get, Query } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { commandsOf } from '../../documents/permissions.js';
import { rightsTable } from '../../domain/rights/table.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { notFound } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { text } from '../openapi/schema.js';
import { RulebookVersions } from '../rulebooks/versions.js';
import { Routes } from './routes.js';

class RightsQuery {
  @IsString()
  @MaxLength(40)
  rulebook!: string;
}

@Controller('api/rights')
export class RightsController {
  constructor(
    private readonly versions: RulebookVersions,
    private readonly routes: Routes,
  ) {}

  @Get()
  @Described({
    id: 'getRights',
    summary:
      'Who may do what under a rulebook, by role and by how they stand to a complaint; and whom each route lets in',
    query: { rulebook: text },
    answers: { 200: 'Rights' },
    problems: [400, 404],
  })
  async all(@Query(new InputPipe(RightsQuery)) { rulebook: id }: RightsQuery) {
    const found = await this.versions.inForce(id);
    if (!found) throw notFound();
    const { document, rulebook } = found;
    const table = rightsTable(rulebook, commandsOf(rulebook));
    const cited = new Set(table.rows.flatMap((row) => [...row.clauses, ...row.cells.flatMap(notClauses)]));
    const clauses = Object.fromEntries(Object.entries(document.clauses).filter(([clause]) => cited.has(clause)));
    return {
      rulebook: { id, version: rulebook.version, title: document.title },
      ...table,
      clauses,
      routes: this.routes.all(),
    };
  }
}

const notClauses = ({ not }: { not: { clauses: string[] }[] }): string[] => not.flatMap(({ clauses }) => clauses);
