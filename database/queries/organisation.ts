import type { DataSource } from 'typeorm';

export interface ManagedProject {
  id: string;
  name: string;
  company: string | null;
  group: string | null;
  /** Of its new complaints: its own, else its company's, else its group's. */
  rulebook: string | null;
}

/** Managed projects by name; `projects` null: all. */
export async function managedProjects(dataSource: DataSource, projects: string[] | null): Promise<ManagedProject[]> {
  return await dataSource.query(
    `select p.id, p.name, c.name as company, g.name as "group", coalesce(p.rulebook_id, c.rulebook_id, g.rulebook_id) as rulebook
     from organisation p left join organisation c on c.id = p.parent_id left join organisation g on g.id = c.parent_id
     where p.tier = 'project' and ($1::text[] is null or p.id = any ($1)) order by p.name, p.id`,
    [projects],
  );
}
