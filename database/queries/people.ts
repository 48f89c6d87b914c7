/** People of the house and their accounts. */
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';
import type { Source } from '../sql.js';

export interface Account {
  id: string;
  username: string;
  name: string;
  active: boolean;
  mustChangePassword: boolean;
  home: { id: string; name: string };
  memberships: { node: { id: string; name: string }; roles: Role[] }[];
}

const columns = `u.id, u.username, u.name, u.active, u.must_change_password as "mustChangePassword",
  json_build_object('id', h.id, 'name', h.name) as home,
  coalesce((select json_agg(json_build_object('node', json_build_object('id', n.id, 'name', n.name), 'roles', s.roles) order by n.name)
    from staff s join organisation n on n.id = s.node_id where s.user_id = u.id and s.stands_in_for is null), '[]') as memberships`;

const below = `with recursive below as (
  select id from organisation where id = any ($1) union select o.id from organisation o join below on o.parent_id = below.id)`;

export interface PeopleAsked {
  /** Who belongs to or has roles at one of these nodes or below; at these nodes alone with `direct`. */
  within: string[];
  direct: boolean;
  words?: string;
  inactive: boolean;
  after?: { name: string; id: string };
  limit: number;
}

/** By name. */
export async function listPeople(source: Source, asked: PeopleAsked): Promise<Account[]> {
  const { within, direct, words, inactive, after, limit } = asked;
  const like = words === undefined ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const here = direct ? '(select unnest($1::text[]))' : '(select id from below)';
  return source.query(
    `${below} select ${columns} from users u join organisation h on h.id = u.node_id
     where (u.node_id in ${here} or exists (select from staff s where s.user_id = u.id and s.stands_in_for is null and s.node_id in ${here}))
       and ($2::text is null or u.name ilike $2 or u.username ilike $2) and (u.active or $3)
       and ($4::text is null or (u.name, u.id) > ($4, $5)) order by u.name, u.id limit $6`,
    [within, like, inactive, after?.name ?? null, after?.id ?? null, limit],
  );
}

/** How somebody is let in, beside their password. */
export interface AccountInFull extends Account {
  /** Nowhere else, either. */
  whole: boolean;
  email: string | null;
  emailVerified: boolean;
  /** It is in force. */
  secondFactor: boolean;
}

/** One who belongs or has roles within these nodes. */
export async function accountOf(source: Source, within: string[], id: string): Promise<AccountInFull | undefined> {
  const [found] = await source.query<AccountInFull[]>(
    `${below} select ${columns}, u.email, u.email_verified_at is not null as "emailVerified",
       exists (select from second_factors f where f.user_id = u.id and f.secret is not null) as "secondFactor", u.node_id in (select id from below) and not exists (
       select from memberships m where m.user_id = u.id and (m.valid_to is null or m.valid_to > now())
         and m.node_id not in (select id from below)) as whole
     from users u join organisation h on h.id = u.node_id where u.id = $2 and (
       u.node_id in (select id from below)
       or exists (select from memberships m where m.user_id = u.id and m.node_id in (select id from below)))`,
    [within, id],
  );
  return found;
}

export interface NewAccount {
  id: string;
  username: string;
  name: string;
  home: string;
  passwordHash: string;
}

/** Adds somebody whose password was made for them; false when the id or the user name is taken. */
export async function addAccount(tx: EntityManager, account: NewAccount): Promise<boolean> {
  const { id, username, name, home, passwordHash } = account;
  const rows = await tx.query<unknown[]>(
    `insert into users (id, username, name, password_hash, node_id, must_change_password) values ($1, $2, $3, $4, $5, true)
     on conflict do nothing returning id`,
    [id, username, name, passwordHash, home],
  );
  return rows.length > 0;
}

export async function changeAccount(
  tx: EntityManager,
  { id, name, home }: { id: string; name: string; home: string },
): Promise<void> {
  await tx.query('update users set name = $2, node_id = $3 where id = $1', [id, name, home]);
}

/** Another address is not verified yet. False when somebody else has it. */
export async function changeEmail(tx: EntityManager, id: string, email: string | null): Promise<boolean> {
  // two at once: the second one sees what the first has written
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('email ' || $1::text, 0))`, [email]);
  const [, changed] = await tx.query<[unknown, number]>(
    `update users set email = $2, email_verified_at = case when email = $2 then email_verified_at end
     where id = $1 and not exists (select from users o where o.email = $2 and o.id <> $1)`,
    [id, email],
  );
  return changed > 0;
}

export async function changeName(tx: EntityManager, id: string, name: string): Promise<void> {
  await tx.query('update users set name = $2 where id = $1 and name <> $2', [id, name]);
}

/** Gives a password, and ends sessions – all but one – and, when it was made for them, bearer tokens. */
export async function givePassword(
  tx: EntityManager,
  { id, passwordHash, made, butSession }: { id: string; passwordHash: string; made: boolean; butSession?: string },
): Promise<void> {
  await tx.query('update users set password_hash = $2, must_change_password = $3 where id = $1', [
    id,
    passwordHash,
    made,
  ]);
  await tx.query('delete from sessions where user_id = $1 and token_hash is distinct from $2', [
    id,
    butSession ?? null,
  ]);
  if (made) await endTokens(tx, id);
}

/** Lets nobody in as this user any more, at once; or again. */
export async function activate(tx: EntityManager, id: string, active: boolean): Promise<void> {
  await tx.query('update users set active = $2 where id = $1', [id, active]);
  if (active) return;
  await tx.query('delete from sessions where user_id = $1', [id]);
  await endTokens(tx, id);
}

const endTokens = (tx: EntityManager, id: string) =>
  tx.query('update api_tokens set revoked_at = now() where user_id = $1 and revoked_at is null', [id]);

/** Whether somebody other than this user looks after the whole organisation. */
export async function anotherAdministrator(source: Source, but: string): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `select from memberships m join organisation n on n.id = m.node_id and n.parent_id is null
     join users u on u.id = m.user_id and u.active
     where 'admin' = any (m.roles) and m.valid_from <= now() and m.valid_to is null and m.user_id <> $1 limit 1`,
    [but],
  );
  return rows.length > 0;
}

/** Whether a complaint is of no part of whoever looks after the house, or hidden from them; false for one that the tables do not have. */
export async function isKeptFrom(
  source: Source,
  id: string,
  asking: string[],
  projects: string[] | null,
): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `select 1 from complaints where id = $1 and (hidden_from && $2::text[] or not coalesce(project_id = any ($3::text[]), true))`,
    [id, asking, projects],
  );
  return rows.length > 0;
}

export interface OpenWork {
  id: string;
  number: string;
  status: string;
  severity: string;
  project: { id: string; name: string };
}

/** The open complaints that somebody handles; none that is hidden from one of those who ask: a person, and whose places they have. */
export async function openWork(source: Source, user: string, asking: string[], limit: number): Promise<OpenWork[]> {
  return source.query(
    `select c.id, c.number, c.status, c.severity, json_build_object('id', c.project_id, 'name', coalesce(p.name, c.project_id)) as project
     from complaints c left join organisation p on p.id = c.project_id
     where c.handler_id = $1 and c.ended_at is null and not $3::text[] && c.hidden_from
     order by c.arrived_at, c.id limit $2`,
    [user, limit, asking],
  );
}
