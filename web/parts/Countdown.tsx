import { sayExactly, saySpan, urgencyOf, useLeft } from './time.js';
import { useWords } from './words.js';
import './countdown.css';

/** What is left of a deadline, coloured by how near it is; on paper, where nothing runs on, until when it is. */
export function Countdown({ due, provisional }: { due: string; provisional?: boolean }) {
  const words = useWords();
  const { t } = words;
  const left = useLeft(due);
  const urgency = urgencyOf(left);
  const exactly = sayExactly(due, words, true);
  return (
    <time className={`countdown ${urgency}`} dateTime={due} title={exactly}>
      <span className="on-screen">{t(left < 0 ? 'time.over' : 'time.left', { span: saySpan(left, t) })}</span>
      <span className="on-paper">{exactly}</span>
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
