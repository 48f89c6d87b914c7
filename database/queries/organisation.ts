import type { DataSource } from 'typeorm';
import type { Tier } from '../../domain/rulebook/rulebook.js';
import type { Source } from '../sql.js';

export interface ManagedProject {
  id: string;
  name: string;
  company: string | null;
  group: string | null;
  /** Of its new complaints: its own, else its company's, else its group's. */
  rulebook: string | null;
}

/** Managed projects by name, closed ones not among them; `projects` null: all. */
export async function managedProjects(dataSource: DataSource, projects: string[] | null): Promise<ManagedProject[]> {
  return await dataSource.query(
    `select p.id, p.name, c.name as company, g.name as "group", coalesce(p.rulebook_id, c.rulebook_id, g.rulebook_id) as rulebook
     from organisation p left join organisation c on c.id = p.parent_id left join organisation g on g.id = c.parent_id
     where p.tier = 'project' and p.closed_at is null and ($1::text[] is null or p.id = any ($1)) order by p.name, p.id`,
    [projects],
  );
}

/** The ids of a node and of all above it, the nearest first; empty when there is no such node. */
export async function nodePath(source: Source, node: string): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `with recursive above as (
       select id, parent_id, 0 as depth from organisation where id = $1
       union all select o.id, o.parent_id, depth + 1 from organisation o join above on o.id = above.parent_id
     ) select id from above order by depth`,
    [node],
  );
  return rows.map(({ id }) => id);
}

/** The projects below a node, itself included when it is one. */
export async function projectsBelow(source: Source, node: string): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `with recursive below as (
       select id, tier from organisation where id = $1
       union all select o.id, o.tier from organisation o join below on o.parent_id = below.id
     ) select id from below where tier = 'project' order by id`,
    [node],
  );
  return rows.map(({ id }) => id);
}

export interface OrganisationPart {
  id: string;
  parent: string | null;
  tier: Tier;
  name: string;
  /** Below the node that was asked for, or that node itself. */
  mine: boolean;
}

/** A node with all below it and the nodes above it, from the top, by name. */
export async function partAround(source: Source, node: string): Promise<OrganisationPart[]> {
  return await source.query<OrganisationPart[]>(
    `with recursive below as (
       select id from organisation where id = $1
       union all select o.id from organisation o join below on o.parent_id = below.id
     ), above as (
       select id, parent_id from organisation where id = $1
       union all select o.id, o.parent_id from organisation o join above on o.id = above.parent_id
     )
     select o.id, o.parent_id as parent, o.tier, o.name, o.id in (select id from below) as mine from organisation o
     where (o.id in (select id from below) or o.id in (select id from above)) and o.tier <> 'unit' and o.closed_at is null
     order by case o.tier when 'group' then 1 when 'company' then 2 else 3 end, o.name, o.id`,
    [node],
  );
}
