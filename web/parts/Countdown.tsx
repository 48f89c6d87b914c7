import { sayExactly, saySpan, urgencyOf, useLeft } from './time.js';
import { useWords } from './words.js';
import './countdown.css';

/** What is left of a deadline, coloured by how near it is. */
export function Countdown({ due, provisional }: { due: string; provisional?: boolean }) {
  const words = useWords();
  const { t } = words;
  const left = useLeft(due);
  const urgency = urgencyOf(left);
  return (
    <time className={`countdown ${urgency}`} dateTime={due} title={sayExactly(due, words, true)}>
      {t(left < 0 ? 'time.over' : 'time.left', { span: saySpan(left, t) })}
      {provisional && (
        <span className="provisional" title={t('time.provisionalHint')}>
          {t('time.provisional')}
        </span>
      )}
    </time>
  );
}

/** A clock that stands still. */
export function Standstill() {
  const { t } = useWords();
  return <span className="countdown still">{t('time.suspended')}</span>;
}
