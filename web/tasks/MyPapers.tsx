import { Link } from 'react-router';
import type { Family, PaperHead } from '../api/papers.js';
import { sayText } from '../papers/say.js';
import { Countdown } from '../parts/Countdown.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

const shown = 5;

/** Papers that are to be written or approved, by what is due first. */
export function MyPapers({ papers }: { papers: { family: Family; paper: PaperHead }[] }) {
  const words = useWords();
  const { t } = words;
  if (papers.length === 0) return null;
  const first = papers.toSorted((a, b) => Date.parse(a.paper.due) - Date.parse(b.paper.due)).slice(0, shown);
  return (
    <section className="task-group" aria-labelledby="group-papers">
      <h2 id="group-papers">
        {t('desk.papers')} <span className="num">{papers.length}</span>
      </h2>
      <ul className="card">
        {first.map(({ family, paper }) => (
          <li key={paper.id} className="task paper-task">
            <p className="task-do">
              <Link to={`/${family}/${paper.id}`}>{sayText(paper.title, words)}</Link>
              <small>
                {[paper.node.name, paper.period && sayText(paper.period.label, words)].filter(Boolean).join(' · ')}
              </small>
            </p>
            <p className="task-due">
              <Countdown due={paper.due} />
              <span className="task-clock">{t('desk.paperDue', { at: sayMoment(paper.due, words, true) })}</span>
            </p>
          </li>
        ))}
      </ul>
      {papers.length > shown && (
        <p className="pairs-more">
          <Link to="/duties?show=open">{t('desk.allPapers')}</Link>
        </p>
      )}
    </section>
  );
}
