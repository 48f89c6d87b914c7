/** Somebody of every role in every relation to a complaint, put into the house all at once. */
import type { DataSource } from 'typeorm';
import { digest } from '../../../api/kernel/digest.js';
import { commands } from '../../../domain/complaint/commands/index.js';
import { type Relation, relations } from '../../../domain/rights/relations.js';
import { contactRules } from '../../../domain/rights/contact.js';
import { readerRoles } from '../../../domain/rights/roles.js';
import { type Role, roles } from '../../../domain/rulebook/rulebook.js';
import { type Caller, callerOf } from '../house.js';

/** In which relations a complaint is there for whoever reads complaints at all. In every other it is not: deny by default. */
export const allows: readonly Relation[] = [
  ...(['place', 'handler', 'deciding', 'handedUp', 'handedUpAbove', 'sentBack', 'ownWork', 'substitute'] as const),
];

/** How somebody is put there; `of`: which roles can stand so, where not all can. */
interface Standing {
  of?: readonly Role[];
  /** Their role is at another company's node. */
  elsewhere?: true;
  /** Their role is at the company above. */
  above?: true;
  /** Stands in for whoever is in that relation. */
  for?: Relation;
  /** The same people: the relation is one of the complaint's state. */
  as?: Relation;
}

/** What the tests put each in; who complained has no role. */
export const standings: Partial<Record<Relation, Standing>> = {
  place: {},
  handler: { of: ['handler'] },
  deciding: { as: 'place' },
  handedUp: { as: 'place' },
  handedUpAbove: { above: true },
  sentBack: { as: 'place' },
  ownWork: { of: ['handler'] },
  accused: {},
  recused: { of: commands['recuse']?.by ?? [] },
  substitute: { for: 'place' },
  substituteOfAccused: { for: 'accused' },
  elsewhere: { elsewhere: true },
  complainant: { of: ['reception'] },
};

/** Relations that nobody here stands in, in sentences that say what to add. */
export const withoutPeople = (): string[] =>
  relations
    .filter((relation) => !standings[relation])
    .map(
      (relation) =>
        `"${relation}": say in tests/api/matrix/people.ts who stands so, and in "allows" if they see the complaint; until then nobody may`,
    );

export interface Somebody {
  id: string;
  role: Role;
  relation: Relation;
  caller: Caller;
}

const idOf = (role: Role, relation: Relation): string => `${role}-${relation}`;
const nodes: Partial<Record<Role, string>> = { company: 'huadong', hq: 'anju', auditor: 'anju', admin: 'anju' };
const nodeOf = (role: Role, { elsewhere, above }: Standing): string => {
  if (elsewhere) return nodes[role] ? 'huanan' : 'xinghai';
  return nodes[role] ?? (above ? 'huadong' : 'cuihu');
};

/** All of them, each with a session of their own. */
export async function seedPeople(dataSource: DataSource, url: string): Promise<Somebody[]> {
  const every = Object.entries(standings).flatMap(([name, standing]) =>
    (standing.of ?? roles).map((role) => {
      const relation = name as Relation;
      return { id: idOf(role, standing.as ?? relation), role, relation, standing };
    }),
  );
  const all = every.filter(({ standing }) => !standing.as);
  for (const { id, role, relation, standing } of all) {
    const isHolder = !standing.for && relation !== 'complainant';
    await seed(dataSource, id, nodeOf(role, standing), isHolder ? [role] : []);
  }
  for (const { id, role, standing } of all.filter((one) => one.standing.for))
    await lend(dataSource, idOf(role, standing.for as Relation), id);
  return every.map(({ id, role, relation }) => ({
    ...{ id, role, relation },
    caller: callerOf(url, { cookie: `huiyin_session=${id}` }),
  }));
}

/** Whoever reads complaints without knowing who complained, each beside a place lent by whoever does and stands in `relation`. */
export async function seedBeside(dataSource: DataSource, url: string, relation: Relation): Promise<Somebody[]> {
  const knowing = contactRules.flatMap(({ role, when }) => (when === 'always' ? [role] : []));
  const found = readerRoles
    .filter((role) => !knowing.includes(role))
    .flatMap((role) => knowing.map((lender) => ({ id: `${role}-beside-${lender}-${relation}`, role, lender })));
  for (const { id, role, lender } of found) {
    await seed(dataSource, id, nodeOf(role, {}), [role]);
    await lend(dataSource, idOf(lender, relation), id);
  }
  return found.map(({ id, role }) => ({
    id,
    role,
    relation,
    caller: callerOf(url, { cookie: `huiyin_session=${id}` }),
  }));
}

async function seed(dataSource: DataSource, id: string, node: string, held: Role[]): Promise<void> {
  await dataSource.query('insert into users (id, username, name, node_id) values ($1, $1, $1, $2)', [id, node]);
  if (held.length > 0)
    await dataSource.query('insert into memberships (user_id, node_id, roles) values ($1, $2, $3)', [id, node, held]);
  await dataSource.query(
    `insert into sessions (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [digest(id), id],
  );
}

async function lend(dataSource: DataSource, absent: string, substitute: string): Promise<void> {
  await dataSource.query(
    `insert into substitutions (id, absent_id, substitute_id, why, valid_from, valid_to, given_by)
     values ($2 || '-' || $1, $1, $2, '休假', now() - interval '1 minute', now() + interval '1 day', 'admin')`,
    [absent, substitute],
  );
}
