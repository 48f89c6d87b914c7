import type { ReactNode } from 'react';
import type { FaultKind } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

interface Props {
  what: string;
  name: string;
  since?: string;
  failures?: number;
  /** What of the work fails. */
  during?: string;
  fault?: FaultKind;
  /** What whoever stopped it said. */
  note?: string;
  children: ReactNode;
}

/** One thing that is stuck, and its ways out. */
export function Stuck({ what, name, since, failures, during, fault, note, children }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <li className="stuck">
      <div>
        <b>{what}</b> <span className="num">{name}</span>
        <p className="faint num">
          {since && t('watch.since', { at: sayExactly(since, words) })}
          {failures !== undefined && ` · ${t('watch.failures', { count: failures })}`}
        </p>
        {fault && (
          <p>
            {during && `${during} · `}
            {t(`watch.fault.${fault}`)}
          </p>
        )}
        {note && <pre>{note}</pre>}
      </div>
      <div className="stuck-ways">{children}</div>
    </li>
  );
}
