import type { DataSource } from 'typeorm';
import { countedOnce } from './counted.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';

export interface Count {
  key: string;
  count: number;
}

export interface Overview {
  total: number;
  /** Not over yet. */
  open: number;
  /** With a deadline that is missed and not met. */
  overdue: number;
  suspended: number;
  byStatus: Count[];
  bySeverity: Count[];
  byCategory: Count[];
  byChannel: Count[];
  byProject: Count[];
  /** Deadlines missed, by clock. */
  missed: Count[];
}

interface Group {
  status: string;
  severity: string;
  category: string | null;
  channel: string;
  project: string;
  count: number;
  open: number;
  overdue: number;
  suspended: number;
}

/** Counts of the complaints that are seen and that arrived from one moment until before another; merged ones with their parent. */
export async function overview(
  dataSource: DataSource,
  sight: Sight,
  { from, to }: { from?: string; to?: string },
): Promise<Overview> {
  const everything = sight.projects === null && !from && !to;
  const values = everything ? sightValues(sight) : [...sightValues(sight), from ?? null, to ?? null];
  const within = everything
    ? `${seen('c', sightFrom(1))} and ${countedOnce('c')}`
    : `${seen('c', sightFrom(1))} and ${countedOnce('c')}
       and ($4::timestamptz is null or c.arrived_at >= $4) and ($5::timestamptz is null or c.arrived_at < $5)`;
  // few are hidden from anybody, or merged: those are taken out, instead of all being joined
  const missedWithin = everything
    ? `d.complaint_id <> all (array(select c.id from complaints c
        where (c.hidden_from <> '{}' or c.open_to is not null) and not ${seen('c', sightFrom(1))}
        union all select c.id from complaints c where not ${countedOnce('c')}))`
    : within;
  const [groups, missed] = await Promise.all([
    dataSource.query<Group[]>(
      `select c.status, c.severity, c.category, c.channel, c.project_id as project, count(*)::int as count,
         count(*) filter (where c.ended_at is null)::int as open,
         count(*) filter (where c.overdue > 0)::int as overdue,
         count(*) filter (where c.suspended)::int as suspended
       from complaints c where ${within} group by 1, 2, 3, 4, 5`,
      values,
    ),
    dataSource.query<Count[]>(
      `select d.clock as key, count(*)::int as count from deadlines d
       ${everything ? '' : 'join complaints c on c.id = d.complaint_id'}
       where d.state = 'missed' and ${missedWithin} group by d.clock order by 2 desc, 1`,
      values,
    ),
  ]);
  const total = (of: 'count' | 'open' | 'overdue' | 'suspended') => groups.reduce((sum, group) => sum + group[of], 0);
  return {
    total: total('count'),
    open: total('open'),
    overdue: total('overdue'),
    suspended: total('suspended'),
    byStatus: counts(groups, ({ status }) => status),
    bySeverity: counts(groups, ({ severity }) => severity),
    byCategory: counts(groups, ({ category }) => category ?? ''),
    byChannel: counts(groups, ({ channel }) => channel),
    byProject: counts(groups, ({ project }) => project),
    missed,
  };
}

/** The most frequent first. */
function counts(groups: Group[], keyOf: (group: Group) => string): Count[] {
  const sums = new Map<string, number>();
  for (const group of groups) sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + group.count);
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
