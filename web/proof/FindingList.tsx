import { Link } from 'react-router';
import type { Finding } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import './proof.css';

/** What does not fit, each with the way to it. */
export function FindingList({ items }: { items: Finding[] }) {
  const { t, term } = useWords();
  return (
    <ul className="findings" role="alert">
      {items.map((finding, i) => (
        <li key={i}>
          <b>{term('finding', finding.what)}</b>
          {finding.complaint && (
            <Link to={`/complaints/${finding.complaint}/history`} className="num">
              {finding.complaint.slice(0, 8)}
            </Link>
          )}
          {finding.seq !== undefined && <span className="num">{t('proof.event', { seq: finding.seq })}</span>}
          {finding.position !== undefined && (
            <span className="num">{t('proof.position', { position: finding.position })}</span>
          )}
          {finding.path && <code>{finding.path}</code>}
        </li>
      ))}
    </ul>
  );
}
