import type { Complaint } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

/** What a merged complaint's complainant has not been told yet. */
export function OwedEchoes({ complaint }: { complaint: Complaint }) {
  const words = useWords();
  const { t, term } = words;
  const owed = complaint.owedEchoes ?? [];
  if (owed.length === 0) return null;
  return (
    <section className="card part owed" role="status">
      <h2>{t('matter.owedHere')}</h2>
      <p className="part-note">{t('matter.owedLead')}</p>
      <ul>
        {owed.map(({ what, at, text }) => (
          <li key={at + what}>
            <b>{term('echo', what)}</b> <span className="part-note num">{sayExactly(at, words)}</span>
            {text && <p className="words">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
