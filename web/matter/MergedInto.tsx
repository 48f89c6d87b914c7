import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { matter as matterQuery } from '../api/queries.js';
import type { Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** Where a merged complaint goes on. */
export function MergedInto({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const into = complaint.mergedFrom?.into;
  const { data } = useQuery({ ...matterQuery(complaint.id), enabled: into !== undefined && into !== '—' });
  if (into === undefined) return null;
  const other = data?.members.find(({ id }) => id === into);
  // one that they do not see is told as a dash
  if (into === '—') return <p className="stopped">{t('complaint.mergedInto', { into })}</p>;
  return (
    <p className="stopped">
      <Link to={`/complaints/${into}`} className="num">
        {t('complaint.mergedInto', { into: other?.number ?? '…' })}
      </Link>
    </p>
  );
}
