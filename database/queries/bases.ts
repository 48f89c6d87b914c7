/** What complaint rates are reckoned over, month by month (WY-4.2.3); a later version counts instead of an earlier one. */
import type { EntityManager } from 'typeorm';
import type { Source } from '../sql.js';

export interface MonthBase {
  /** `2026-11` */
  month: string;
  version: number;
  kind: 'residential' | 'other' | null;
  households: number | null;
  /** m² */
  floorArea: number | null;
  by: string | null;
  at: Date;
}

/** Every version that was entered for a project, the latest first. */
export async function basesOf(source: Source, project: string): Promise<MonthBase[]> {
  return source.query(
    `select to_char(b.month, 'YYYY-MM') as month, b.version, b.kind, b.households, b.floor_area::float8 as "floorArea",
       coalesce(u.name, b.entered_by) as by, b.entered_at as at
     from project_bases b left join users u on u.id = b.entered_by where b.project_id = $1
     order by b.month desc, b.version desc limit 500`,
    [project],
  );
}

export type NewBase = Pick<MonthBase, 'month' | 'kind' | 'households' | 'floorArea'> & { project: string; by: string };

/** Enters a month's base; the same again does nothing. */
export async function enterBase(tx: EntityManager, base: NewBase): Promise<void> {
  const { project, month, kind, households, floorArea, by } = base;
  await tx.query('select 1 from organisation where id = $1 for update', [project]);
  await tx.query(
    `with latest as (
       select version, kind, households, floor_area from project_bases where project_id = $1 and month = $2::date
       order by version desc limit 1
     )
     insert into project_bases (project_id, month, version, kind, households, floor_area, entered_by)
     select $1, $2::date, coalesce((select version from latest), 0) + 1, $3, $4::int, $5::numeric, $6
     where not exists (select from latest where (kind, households, floor_area) is not distinct from ($3, $4::int, $5::numeric))`,
    [project, `${month}-01`, kind, households, floorArea, by],
  );
}
