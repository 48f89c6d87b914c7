import { useEffect, useRef } from 'react';
import { isProblem, type Problem } from '../api/problem.js';
import { useWords } from '../parts/words.js';
import type { Labels } from './labels.js';

/** Why not, and by which clause. */
export function Refused({ error, labels }: { error: unknown; labels: Labels }) {
  const { t, problem, label } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const clauses = isProblem(error) ? error.clauses : [];
  const said = problem(error);
  const detail = isProblem(error) && tellsMore(error) && error.message !== said ? error.message : '';
  return (
    <div className="refused" role="alert" ref={box} data-code={isProblem(error) ? error.code : undefined}>
      <b>{t('form.refused')}</b>
      <p>{said}</p>
      {detail && <p className="refused-detail">{detail}</p>}
      {clauses.length > 0 && (
        <dl>
          {clauses.map((id) => (
            <div key={id}>
              <dt className="num">{id}</dt>
              <dd>{label(labels.clauses?.[id])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** What the code says already is not said twice; a stale page has been loaded afresh by now. */
const tellsMore = ({ code, message, title }: Problem): boolean => message !== title && code !== 'stale';
