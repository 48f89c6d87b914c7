import { Link } from 'react-router';
import type { Family, PaperHead } from '../api/papers.js';
import { sayText } from '../papers/say.js';
import { Countdown } from '../parts/Countdown.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

const shown = 5;

interface Props {
  id: 'papers' | 'unread';
  papers: { family: Family; paper: PaperHead }[];
  /** Where all of them are. */
  all: string;
}

/** Papers that are to be written, approved or acknowledged, by what is due first. */
export function MyPapers({ id, papers, all }: Props) {
  const words = useWords();
  const { t } = words;
  if (papers.length === 0) return null;
  const first = papers.toSorted((a, b) => Date.parse(a.paper.due) - Date.parse(b.paper.due)).slice(0, shown);
  return (
    <section className="task-group" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>
        {t(`desk.${id}`)} <span className="num">{papers.length}</span>
      </h2>
      <ul className="card">
        {first.map(({ family, paper }) => (
          <li key={paper.id} className="task paper-task">
            <p className="task-do">
              <Link to={`/${family}/${paper.id}`}>{sayText(paper.title, words)}</Link>
              <small>
                {[paper.number, paper.node.name, paper.period && sayText(paper.period.label, words)]
                  .concat(paper.complaint?.number ?? [])
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </p>
            <p className="task-due">
              {paper.issuedAt ? (
                <span className="task-clock">{t('desk.issued', { at: sayMoment(paper.issuedAt, words) })}</span>
              ) : (
                <>
                  <Countdown due={paper.due} />
                  <span className="task-clock">{t('desk.paperDue', { at: sayMoment(paper.due, words, true) })}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {papers.length > shown && (
        <p className="pairs-more">
          <Link to={all}>{t('desk.allPapers')}</Link>
        </p>
      )}
    </section>
  );
}
