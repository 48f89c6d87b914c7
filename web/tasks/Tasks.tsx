import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useRef } from 'react';
import { useNavigate } from 'react-router';
import { type Family, papers } from '../api/papers.js';
import { tasks as tasksQuery, waitingMatches } from '../api/queries.js';
import type { Task } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { KeyHelp } from '../parts/KeyHelp.js';
import { useKeys } from '../parts/keys.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { type Group, groupOf, groups, isMissed, placeOf } from './grouping.js';
import { Overview } from './Overview.js';
import { TaskRow } from './TaskRow.js';
import './tasks.css';

// not everybody has these, and nobody at once
const AcknowledgeAll = lazy(async () => ({ default: (await import('./AcknowledgeAll.js')).AcknowledgeAll }));
const MyPapers = lazy(async () => ({ default: (await import('./MyPapers.js')).MyPapers }));
const DoubtfulPairs = lazy(async () => ({ default: (await import('./DoubtfulPairs.js')).DoubtfulPairs }));

const decisions: Group[] = ['approvals', 'extensions', 'echoes'];
const titleOf = (group: Group): string => (decisions.includes(group) ? `desk.${group}` : `tasks.groups.${group}`);

/** A desk: what waits for a decision, what is due next, what is doubtful, which papers are to be written. */
export function Tasks() {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery(tasksQuery);
  const { roles } = useSession().user;
  const answers = roles.some((role) => ['reception', 'supervisor', 'company'].includes(role));
  const { data: doubtful } = useQuery({ ...waitingMatches, enabled: answers });
  const { mine, unread } = useMyPapers(
    roles.some((role) => ['supervisor', 'approver', 'company', 'hq'].includes(role)),
  );
  const page = useRef<HTMLDivElement>(null);
  useRowKeys(page, data);
  const missed = data?.filter(isMissed).length ?? 0;
  const count = (group: Group) => data?.filter((task) => groupOf(task) === group).length ?? 0;
  const nothing = data?.length === 0 && mine.length === 0 && unread.length === 0 && (doubtful?.count ?? 0) === 0;
  return (
    <div className="page tasks" ref={page}>
      <div className="page-head">
        <h1>{t('tasks.title')}</h1>
        <span className="lead">{t('tasks.lead')}</span>
        <span className="end num tasks-count">
          {data && data.length > 0 && t('tasks.count', { count: data.length })}
          {missed > 0 && <b>{t('tasks.overdue', { count: missed })}</b>}
          <KeyHelp
            keys={[
              ['J / K', `${t('keys.next')} / ${t('keys.previous')}`],
              [t('keys.enter'), t('keys.open')],
              ['A', t('desk.startReview')],
            ]}
          />
        </span>
      </div>
      {data && (
        <Overview
          counts={[
            ...groups.map((group) => ({
              id: group,
              says: t(titleOf(group)),
              count: count(group),
              urgent: group === 'missed',
            })),
            { id: 'doubtful', says: t('desk.doubtful'), count: doubtful?.count ?? 0 },
            { id: 'papers', says: t('desk.papers'), count: mine.length },
            { id: 'unread', says: t('desk.unread'), count: unread.length },
          ]}
        />
      )}
      {isPending && <Loading rows={6} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {nothing && <Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />}
      {data &&
        groups.map((group) => (
          <TaskGroup key={group} group={group} tasks={data.filter((task) => groupOf(task) === group)} />
        ))}
      {doubtful && doubtful.count > 0 && (
        <Suspense>
          <DoubtfulPairs pairs={doubtful.items} count={doubtful.count} />
        </Suspense>
      )}
      {mine.length + unread.length > 0 && (
        <Suspense>
          <MyPapers id="papers" papers={mine} all="/duties?show=open" />
          <MyPapers id="unread" papers={unread} all="/bulletins?show=unread" />
        </Suspense>
      )}
    </div>
  );
}

function TaskGroup({ group, tasks }: { group: Group; tasks: Task[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [first] = tasks;
  if (!first) return null;
  return (
    <section className={`task-group ${group}`} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        {t(titleOf(group))} <span className="num">{tasks.length}</span>
        {group === 'approvals' && tasks.length > 1 && (
          <Button size="small" onClick={() => void navigate(placeOf(first))}>
            {t('desk.startReview')}
          </Button>
        )}
        {tasks.filter(({ commands }) => commands.includes('acknowledge')).length > 1 && (
          <Suspense>
            <AcknowledgeAll tasks={tasks} />
          </Suspense>
        )}
      </h2>
      <ul className="card">
        {tasks.map((task) => (
          <TaskRow key={task.complaint.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

/** Papers where it is my turn, and those that were sent to where I belong and wait to be acknowledged. */
function useMyPapers(wanted: boolean) {
  const { roles, node } = useSession().user;
  const open = { state: 'draft,completed,approved' };
  const bulletins = useInfiniteQuery({ ...papers('bulletins', open), enabled: wanted });
  const duties = useInfiniteQuery({ ...papers('duties', open), enabled: wanted });
  const issued = useInfiniteQuery({
    ...papers('bulletins', { state: 'issued', acknowledged: 'false' }),
    enabled: wanted,
  });
  const of = (family: Family, query: typeof duties) =>
    (query.data?.pages ?? []).flatMap(({ items }) => items).map((paper) => ({ family, paper }));
  return {
    mine: [...of('bulletins', bulletins), ...of('duties', duties)].filter(({ paper }) =>
      paper.waitsFor.some((role) => roles.includes(role)),
    ),
    unread: of('bulletins', issued).filter(({ paper }) => paper.addressee?.id === node.id),
  };
}

/** J and K go from task to task, A begins with what waits for approval. */
function useRowKeys(page: React.RefObject<HTMLDivElement | null>, data: Task[] | undefined): void {
  const navigate = useNavigate();
  const move = (by: number) => () => {
    const links = [...(page.current?.querySelectorAll<HTMLElement>('.task-do a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const to = links[at === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
    to?.focus();
    to?.scrollIntoView({ block: 'nearest' });
  };
  const waiting = data?.find((task) => groupOf(task) === 'approvals');
  const keys = { j: move(1), k: move(-1), ...(waiting ? { a: () => void navigate(placeOf(waiting)) } : {}) };
  useKeys(keys);
}
