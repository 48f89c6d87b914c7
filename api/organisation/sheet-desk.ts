/** The organisation as tables: written out, held against what there is, and taken in – all of a table or nothing. */
import { Injectable } from '@nestjs/common';
import { digestOf as passwordDigest } from '../../database/demo/seed.js';
import type { Viewer } from '../../database/queries/access.js';
import { giveRoles } from '../../database/queries/memberships.js';
import { addNode, allNodes, changeNode, changing } from '../../database/queries/nodes.js';
import { addAccount, changeName } from '../../database/queries/people.js';
import { lockOrganisation, placesWithin } from '../../database/queries/sheets.js';
import type { Source } from '../../database/sql.js';
import { readSheet, type SheetFormat, UnreadableSheet } from '../../documents/sheets/read.js';
import { writeSheet } from '../../documents/sheets/write.js';
import {
  columns,
  roleNames,
  rowsOf,
  type SheetKind,
  type SheetProblem,
  tierNames,
} from '../../domain/organisation/columns.js';
import { planNodes, type PlannedNode } from '../../domain/organisation/import-nodes.js';
import { planPeople, type PlannedPlace } from '../../domain/organisation/import-people.js';
import { invalid, Problem } from '../kernel/problem.js';
import { ApiOptions } from '../options.js';
import { oneTimePassword } from '../people/one-time-password.js';
import { topsOf } from './part.js';
import { nodeWorld, peopleWorld } from './sheet-worlds.js';

const limits: Record<SheetKind, number> = { nodes: 20_000, people: 1_000 };
const shownProblems = 500;
const shownRows = 500;

interface Plan {
  planned: (PlannedNode | PlannedPlace)[];
  problems: SheetProblem[];
}

@Injectable()
export class SheetDesk {
  constructor(private readonly options: ApiOptions) {}

  async write(viewer: Viewer, kind: SheetKind, format: SheetFormat): Promise<Buffer> {
    const { dataSource } = this.options;
    const nodes = (await allNodes(dataSource, topsOf(viewer))).filter(({ closedAt }) => closedAt === null);
    const header = Object.values<string>(columns[kind]);
    if (kind === 'nodes') {
      const rows = nodes.map(({ id, parent, tier, name, rulebook }) => [
        ...[id, parent ?? '', tierNames[tier], name],
        rulebook ?? '',
      ]);
      return writeSheet([header, ...rows], format);
    }
    const ids = new Set(nodes.map(({ id }) => id));
    const people = await placesWithin(dataSource, [...ids]);
    const rows = people.flatMap(({ username, name, places }) =>
      Object.entries(places).flatMap(([node, roles]) =>
        ids.has(node) ? [[username, name, node, roles.map((role) => roleNames[role]).join('、')]] : [],
      ),
    );
    return writeSheet([header, ...rows], format);
  }

  /** What a table would do; nothing is done. */
  async preview(viewer: Viewer, kind: SheetKind, content: Buffer, format: SheetFormat) {
    const table = await this.read(content, format);
    return viewOf(await this.plan(this.options.dataSource, viewer, kind, table));
  }

  /** Takes a table in; the passwords of new people are shown this once. A table that was taken in before changes nothing. */
  async take(viewer: Viewer, kind: SheetKind, content: Buffer, format: SheetFormat) {
    const table = await this.read(content, format);
    const { dataSource } = this.options;
    const before = await this.plan(dataSource, viewer, kind, table);
    refuseProblems(before);
    const made = kind === 'people' ? await passwordsFor(before.planned as PlannedPlace[]) : new Map<string, Made>();
    const plan = await changing(dataSource, viewer.user, async (tx) => {
      await lockOrganisation(tx);
      const now = await this.plan(tx, viewer, kind, table);
      refuseProblems(now);
      for (const one of now.planned) {
        if (one.does === 'keep') continue;
        if ('tier' in one)
          await (one.does === 'add' ? addNode(tx, { ...one, parent: one.parent ?? '' }) : changeNode(tx, one));
      }
      if (kind === 'people') await takePeople(tx, now.planned as PlannedPlace[], made, viewer.user);
      return now;
    });
    const added = new Set(plan.planned.flatMap((one) => ('username' in one && one.does === 'add' ? one.username : [])));
    const passwords = [...made.values()].filter(({ username }) => added.has(username));
    return {
      ...viewOf(plan),
      passwords: passwords.map(({ username, name, password }) => ({ id: username, username, name, password })),
    };
  }

  private async plan(source: Source, viewer: Viewer, kind: SheetKind, table: string[][]): Promise<Plan> {
    if (kind === 'nodes') {
      const { rows, problems } = rowsOf('nodes', table, limits.nodes);
      if (problems.length > 0) return { planned: [], problems };
      const world = await nodeWorld(
        source,
        viewer,
        rows.map(({ id }) => id),
        this.options,
      );
      return planNodes(rows, world);
    }
    const { rows, problems } = rowsOf('people', table, limits.people);
    if (problems.length > 0) return { planned: [], problems };
    return planPeople(
      rows,
      await peopleWorld(
        source,
        viewer,
        rows.map(({ username }) => username),
      ),
    );
  }

  private async read(content: Buffer, format: SheetFormat): Promise<string[][]> {
    try {
      return await readSheet(content, format);
    } catch (error) {
      if (error instanceof UnreadableSheet) throw invalid({ path: '', message: 'is no table that can be read' });
      throw error;
    }
  }
}

interface Made {
  username: string;
  name: string;
  password: string;
  passwordHash: string;
}

async function passwordsFor(planned: PlannedPlace[]): Promise<Map<string, Made>> {
  const made = new Map<string, Made>();
  for (const { username, name, does } of planned) {
    if (does !== 'add' || made.has(username)) continue;
    const password = oneTimePassword();
    made.set(username, { username, name, password, passwordHash: await passwordDigest(password) });
  }
  return made;
}

async function takePeople(
  tx: Parameters<typeof addAccount>[0],
  planned: PlannedPlace[],
  made: Map<string, Made>,
  by: string,
): Promise<void> {
  const added = new Set<string>();
  for (const { username, name, node, roles, does } of planned) {
    if (does === 'keep') continue;
    const account = made.get(username);
    if (does === 'add' && account && !added.has(username)) {
      added.add(username);
      const { passwordHash } = account;
      const fresh = await addAccount(tx, { id: username, username, name, home: node, passwordHash });
      if (!fresh) throw new Problem(409, 'taken');
    }
    if (does === 'change') await changeName(tx, username, name);
    await giveRoles(tx, { user: username, node, roles, by });
  }
}

function refuseProblems({ problems }: Plan): void {
  if (problems.length === 0) return;
  const errors = problems.slice(0, 50).map(({ row, column, code, value }) => ({
    path: `${row}${column ? ` ${column}` : ''}`,
    message: `${code}${value ? `: ${value}` : ''}`,
  }));
  throw new Problem(409, 'sheet-has-problems', { params: { problems: problems.length }, errors });
}

function viewOf({ planned, problems }: Plan) {
  const count = (does: PlannedNode['does']) => planned.filter((one) => one.does === does).length;
  return {
    rows: planned.length,
    ...{ added: count('add'), changed: count('change'), kept: count('keep') },
    problems: problems.slice(0, shownProblems),
    problemCount: problems.length,
    items: planned.slice(0, shownRows).map((one) => ({
      row: one.row,
      does: one.does,
      ...('tier' in one
        ? { id: one.id, name: one.name, place: one.parent ?? '', says: one.tier }
        : { id: one.username, name: one.name, place: one.node, says: one.roles.join('、') }),
    })),
  };
}
