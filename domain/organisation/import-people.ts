/** What a table of people would do, row by row – one row for each place of somebody –, and what is wrong with it. Pure. */
import type { Role } from '../rulebook/rulebook.js';
import { columns, roleNamed, type SheetProblem, type SheetProblemCode, type SheetRow } from './columns.js';

export interface KnownPerson {
  name: string;
  active: boolean;
  /** Of the administrator's part with all their places. */
  yours: boolean;
  /** Roles by node, now. */
  places: Record<string, Role[]>;
}

export interface PlannedPlace {
  row: number;
  /** `add`: the person is new; `change`: a place is new or other than before. */
  does: 'add' | 'change' | 'keep';
  username: string;
  name: string;
  node: string;
  roles: Role[];
}

export interface PeopleWorld {
  people: ReadonlyMap<string, KnownPerson>;
  /** Whether each node of the administrator's part is closed. */
  nodes: ReadonlyMap<string, boolean>;
  /** The administrator. */
  self: string;
}

const usernameForm = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const nameAtMost = 60;

export function planPeople(
  rows: SheetRow<'people'>[],
  world: PeopleWorld,
): { planned: PlannedPlace[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const say = (
    { row, ...cells }: SheetRow<'people'>,
    key: keyof typeof columns.people,
    code: SheetProblemCode,
    value?: string,
  ) => problems.push({ row, column: columns.people[key], code, value: value ?? cells[key] });
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const planned = rows.map((row): PlannedPlace => {
    const { username, name, node } = row;
    const known = world.people.get(username);
    if (!usernameForm.test(username)) say(row, 'username', username === '' ? 'blank' : 'bad-username');
    else if (username === world.self) say(row, 'username', 'own-roles');
    else if (known && !known.yours) say(row, 'username', 'not-yours');
    else if (known && !known.active) say(row, 'username', 'inactive');
    const before = names.get(username);
    if (name === '') say(row, 'name', 'blank');
    else if (name.length > nameAtMost) say(row, 'name', 'too-long');
    else if (before !== undefined && before !== name) say(row, 'name', 'other-name');
    names.set(username, before ?? name);
    if (node === '') say(row, 'node', 'blank');
    else if (!world.nodes.has(node)) say(row, 'node', 'unknown-node');
    else if (world.nodes.get(node)) say(row, 'node', 'closed');
    const place = JSON.stringify([username, node]);
    if (seen.has(place)) say(row, 'node', 'twice');
    seen.add(place);
    const words = row.roles.split(/[、，,;；/\s]+/).filter((word) => word !== '');
    if (words.length === 0) say(row, 'roles', 'blank');
    const roles = [...new Set(words.flatMap((word) => roleNamed(word) ?? []))];
    for (const word of words) if (!roleNamed(word)) say(row, 'roles', 'unknown-role', word);
    const there = known?.places[node];
    const same = known?.name === name && there !== undefined && sameSet(there, roles);
    return { row: row.row, does: known ? (same ? 'keep' : 'change') : 'add', username, name, node, roles };
  });
  return { planned, problems };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
