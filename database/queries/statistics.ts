import type { DataSource } from 'typeorm';

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

const dimensions = ['status', 'severity', 'category', 'channel', 'project_id'] as const;

/** Counts of the complaints of these projects (null: all) that arrived from one moment until before another. */
export async function overview(
  dataSource: DataSource,
  projects: string[] | null,
  { from, to }: { from?: string; to?: string },
): Promise<Overview> {
  const values = [projects, from ?? null, to ?? null];
  const within = `($1::text[] is null or c.project_id = any ($1))
    and ($2::timestamptz is null or c.arrived_at >= $2) and ($3::timestamptz is null or c.arrived_at < $3)`;
  const [rows, missed] = await Promise.all([
    dataSource.query<Grouped[]>(
      `select grouping(c.status, c.severity, c.category, c.channel, c.project_id)::int as grouping, c.status, c.severity,
         c.category, c.channel, c.project_id, count(*)::int as count,
         count(*) filter (where c.ended_at is null)::int as open,
         count(*) filter (where c.overdue > 0)::int as overdue,
         count(*) filter (where c.suspended)::int as suspended
       from complaints c where ${within}
       group by grouping sets ((), (c.status), (c.severity), (c.category), (c.channel), (c.project_id))`,
      values,
    ),
    dataSource.query<Count[]>(
      `select d.clock as key, count(*)::int as count from deadlines d join complaints c on c.id = d.complaint_id
       where d.state = 'missed' and ${within} group by d.clock order by 2 desc, 1`,
      values,
    ),
  ]);
  const all = rows.find(({ grouping }) => grouping === 31);
  const by = (dimension: (typeof dimensions)[number]): Count[] => {
    const mask = 31 & ~(16 >> dimensions.indexOf(dimension));
    return rows
      .filter(({ grouping }) => grouping === mask)
      .map((row) => ({ key: row[dimension] ?? '', count: row.count }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  };
  return {
    total: all?.count ?? 0,
    open: all?.open ?? 0,
    overdue: all?.overdue ?? 0,
    suspended: all?.suspended ?? 0,
    byStatus: by('status'),
    bySeverity: by('severity'),
    byCategory: by('category'),
    byChannel: by('channel'),
    byProject: by('project_id'),
    missed,
  };
}

type Grouped = Record<(typeof dimensions)[number], string | null> & {
  grouping: number;
  count: number;
  open: number;
  overdue: number;
  suspended: number;
};
