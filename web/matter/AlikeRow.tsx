import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Alike } from '../api/shapes.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { Reasons } from './Reasons.js';

interface Props {
  alike: Alike;
  note?: string;
  /** Opened in a tab of its own: what is being written here stays. */
  apart?: boolean;
  children?: ReactNode;
}

/** Another complaint, in short: who, when, what, and why it is here. */
export function AlikeRow({ alike, note, apart, children }: Props) {
  const words = useWords();
  const { t } = words;
  const { complainant, match } = alike;
  const who = complainant.name ?? t(complainant.anonymous ? 'list.anonymous' : 'list.unnamed');
  const many = [
    alike.people > 1 && t('matter.people', { count: alike.people }),
    alike.times > 1 && t('matter.times', { count: alike.times }),
  ].filter(Boolean);
  return (
    <li className="alike" data-alike={alike.number}>
      <p className="alike-head">
        <Link to={`/complaints/${alike.id}`} className="num" {...(apart ? { target: '_blank' } : {})}>
          {alike.number}
        </Link>
        <StatusTag status={alike.status} />
        <SeverityTag severity={alike.severity} />
      </p>
      <p className="alike-who part-note num">
        {[who, complainant.room, sayExactly(alike.arrivedAt, words), ...many, note].filter(Boolean).join(' · ')}
      </p>
      <p className="alike-text">{alike.text}</p>
      {match && <Reasons reasons={match.reasons} />}
      {children}
    </li>
  );
}
