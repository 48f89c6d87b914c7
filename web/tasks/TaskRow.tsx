import { Link } from 'react-router';
import type { Task } from '../api/shapes.js';
import { Countdown, Standstill } from '../parts/Countdown.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { placeOf } from './grouping.js';

export function TaskRow({ task }: { task: Task }) {
  const { complaint, commands, due } = task;
  const words = useWords();
  const { t, term } = words;
  const [first, ...others] = commands;
  const who = complaint.complainant.name ?? t(complaint.complainant.anonymous ? 'list.anonymous' : 'list.unnamed');
  const still = complaint.suspended && !due?.due;
  return (
    <li className={still ? 'task still' : 'task'}>
      <div className="task-main">
        <p className="task-do">
          <Link to={placeOf(task)}>
            {commands.includes('approve') ? t('review.title') : first ? term('command', first) : t('tasks.todo')}
            {others.length > 0 && <small>{others.map((one) => term('command', one)).join(' / ')}</small>}
          </Link>
          <SeverityTag severity={complaint.severity} />
        </p>
        <p className="task-text">{complaint.excerpt}</p>
        <p className="task-about num">
          <StatusTag status={complaint.status} />
          <span>{complaint.project.name}</span>
          <span>{who}</span>
          <span>{term('channel', complaint.channel)}</span>
          <span className="task-number">{complaint.number}</span>
        </p>
      </div>
      <div className="task-due">
        {still && <Standstill />}
        {due?.due && (
          <>
            <Countdown due={due.due} provisional={complaint.next?.clock === due.clock && complaint.next.provisional} />
            <span className="task-clock">
              {t('time.due', { clock: term('clock', due.clock), due: sayMoment(due.due, words, true) })}
            </span>
            <span className="clause">{due.clauses.join(' ')}</span>
          </>
        )}
      </div>
    </li>
  );
}
