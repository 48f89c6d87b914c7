/** What may be waiting for somebody; the core decides whether it is. */
import type { DataSource } from 'typeorm';
import type { Complaint } from '../../domain/complaint/state.js';
import { seen, sightFrom, type Sight, sightValues } from './sight.js';
import { type ListedComplaint, nameJoins, summaryColumns } from './complaints.js';

export interface Candidate extends ListedComplaint {
  state: Complaint;
}

const mine = `c.status = any ($1) and ($2::text[] is null or c.handler_id = any ($2)) and ${seen('c', sightFrom(4))}`;

export interface TaskFilter {
  sight: Sight;
  /** Statuses in which they may have something to do. */
  statuses: string[];
  /** Only what one of these users handles. */
  handlers?: string[];
  limit: number;
}

/** Complaints that are not over, whatever is overdue or due first before the rest; merged ones while an echo is owed. */
export async function candidates(
  dataSource: DataSource,
  { sight, statuses, handlers, limit }: TaskFilter,
): Promise<Candidate[]> {
  return await dataSource.query(
    `with alive as (
       select c.id, c.unmet_due from complaints c
       where c.ended_at is null and ${mine} order by c.unmet_due nulls last, c.id limit $3
     ), owing as (
       select c.id, c.unmet_due from complaints c
       where c.status = 'merged' and ${mine} and jsonb_array_length(c.state -> 'owedEchoes') > 0
       order by c.arrived_at desc, c.id desc limit $3
     )
     select c.*, p.name as project_name, h.name as handler_name from (
       select ${summaryColumns}, c.state from complaints c join (select id from alive union all select id from owing) one using (id)
     ) c ${nameJoins} order by c.unmet_due nulls last, c.id`,
    [statuses, handlers ?? null, limit, ...sightValues(sight)],
  );
}
