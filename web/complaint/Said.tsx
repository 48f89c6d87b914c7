import type { Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { Look } from './Look.js';
import type { Labels } from './labels.js';

/** The customer's own words, before anything else. */
export function Said({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const { complainant } = complaint;
  const who = complainant.name ?? t(complainant.anonymous ? 'list.anonymous' : 'list.unnamed');
  return (
    <section className="card part said">
      <h2>{t('complaint.said')}</h2>
      <blockquote>
        <p className="words">{complaint.text}</p>
        <footer>
          {[who, complainant.room, complainant.phone].filter(Boolean).join(' · ')}
          {complaint.people > 1 &&
            ` · ${t('complaint.people')} ${t('complaint.peopleCount', { count: complaint.people })}`}
        </footer>
      </blockquote>
      <Look complaint={complaint} />
      {complaint.remedySought && (
        <p className="seeks">
          <b>{t('complaint.seeks')}</b>
          {complaint.remedySought}
        </p>
      )}
    </section>
  );
}

export function Findings({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const { t } = useWords();
  if (!complaint.findings) return null;
  return (
    <section className="card part">
      <h2>{t('complaint.findings')}</h2>
      <p className="words">{complaint.findings}</p>
      <p className="part-note">
        {labels.category(complaint.category)} · {labels.nature(complaint.nature, complaint.subNature)} ·{' '}
        {t(complaint.valid ? 'complaint.valid' : 'complaint.invalid')}
      </p>
    </section>
  );
}
