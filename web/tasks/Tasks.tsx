import { useQuery } from '@tanstack/react-query';
import { tasks as tasksQuery } from '../api/queries.js';
import type { Task } from '../api/shapes.js';
import { now } from '../api/clock.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { dueWall, nowLike } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { TaskRow } from './TaskRow.js';
import './tasks.css';

const groups = ['missed', 'today', 'later', 'none'] as const;
type Group = (typeof groups)[number];

export function Tasks() {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery(tasksQuery);
  const missed = data?.filter((task) => groupOf(task) === 'missed').length ?? 0;
  return (
    <div className="page tasks">
      <div className="page-head">
        <h1>{t('tasks.title')}</h1>
        <span className="lead">{t('tasks.lead')}</span>
        {data && data.length > 0 && (
          <span className="end num tasks-count">
            {t('tasks.count', { count: data.length })}
            {missed > 0 && <b>{t('tasks.overdue', { count: missed })}</b>}
          </span>
        )}
      </div>
      {isPending && <Loading rows={6} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />}
      {data &&
        groups.map((group) => (
          <TaskGroup key={group} group={group} tasks={data.filter((task) => groupOf(task) === group)} />
        ))}
    </div>
  );
}

function TaskGroup({ group, tasks }: { group: Group; tasks: Task[] }) {
  const { t } = useWords();
  if (tasks.length === 0) return null;
  return (
    <section className={`task-group ${group}`} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        {t(`tasks.groups.${group}`)} <span className="num">{tasks.length}</span>
      </h2>
      <ul className="card">
        {tasks.map((task) => (
          <TaskRow key={task.complaint.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

function groupOf({ due }: Task): Group {
  if (!due?.due) return 'none';
  if (Date.parse(due.due) < now()) return 'missed';
  return dueWall(due.due).date <= nowLike(due.due).slice(0, 10) ? 'today' : 'later';
}
