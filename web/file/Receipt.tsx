import type { Complaint } from '../api/shapes.js';
import { sayPromise } from '../complaint/particulars/promise.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

/** On paper only: what the customer takes home. */
export function Receipt({ complaint }: { complaint: Complaint }) {
  const words = useWords();
  const { t, term } = words;
  const { complainant, number, project, channel, arrivedAt, text, promise } = complaint;
  const who = complainant.name ?? t(complainant.anonymous ? 'list.anonymous' : 'list.unnamed');
  const rows: [string, string | undefined][] = [
    [t('list.number'), number],
    [t('complaint.project'), project.name],
    [t('complaint.complainant'), [who, complainant.room].filter(Boolean).join(' · ')],
    [t('complaint.channel'), term('channel', channel)],
    [t('complaint.arrived'), sayExactly(arrivedAt, words)],
    [t('list.content'), text],
    [t('file.promised'), sayPromise(promise, words)],
  ];
  return (
    <section className="receipt" aria-hidden="true">
      <h1>{t('file.receipt')}</h1>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="receipt-sign">
        <span>{t('file.signReceiver')}</span>
        <span>{t('file.signCustomer')}</span>
      </p>
    </section>
  );
}
