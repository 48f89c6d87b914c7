import { useQuery } from '@tanstack/react-query';
import { tasks } from '../../api/queries.js';
import type { Task } from '../../api/shapes.js';

/** What waits for somebody's word on a plan. */
export const isApproval = ({ commands }: Task): boolean => commands.includes('approve');

export const reviewOf = (id: string): string => `/complaints/${id}/review`;

/** The plans that wait for me, by what is due first, and what lies around one of them. */
export function useQueue(id: string) {
  const { data = [] } = useQuery(tasks);
  const waiting = data.filter(isApproval).map(({ complaint }) => complaint.id);
  const at = waiting.indexOf(id);
  const around = (step: number) =>
    waiting.length === 0 ? undefined : waiting[(at + step + waiting.length) % waiting.length];
  const next = at === -1 ? waiting[0] : around(1);
  return {
    count: waiting.length,
    /** 1, 2 …; 0: not among them. */
    at: at + 1,
    next: next === id ? undefined : next,
    previous: at === -1 || around(-1) === id ? undefined : around(-1),
  };
}
