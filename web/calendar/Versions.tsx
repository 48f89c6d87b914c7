import { useQuery } from '@tanstack/react-query';
import { type NodeCalendar, nodeVersions, yearVersions, type YearVersion } from '../api/calendars.js';
import { Failure, Loading } from '../parts/States.js';
import { sayHoliday } from '../parts/holiday.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

/** The versions of a year: who, when, why, and what each changed. */
export function YearVersions({ id, year }: { id: string; year: number }) {
  const words = useWords();
  const { t } = words;
  const { data, error, isPending, refetch } = useQuery(yearVersions(id, year));
  return (
    <section className="versions">
      <h2>{t('calendar.versions')}</h2>
      {isPending && <Loading rows={1} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className="faint">{t('calendar.noVersions', { year })}</p>}
      <ul>
        {data?.map((version) => (
          <li key={version.version} className="card version">
            <p>
              <b>{t('calendar.version', { version: version.version })}</b>
              <span className="faint">
                {version.publishedBy?.name ?? t('calendar.shipped')} · {sayMoment(version.publishedAt, words)}
              </span>
            </p>
            {version.origin === 'published' && <p>{version.why}</p>}
            <Changes changes={version.changes} first={version.version === 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Days that are other ones now; many of them folded away. */
export function Changes({ changes, first }: { changes: YearVersion['changes']; first: boolean }) {
  const words = useWords();
  const { t, aside } = words;
  const said = ({ kind, name }: YearVersion['changes'][number]['is']) =>
    name ? aside(t(`dayKind.${kind}`), sayHoliday(name, words)) : t(`dayKind.${kind}`);
  if (changes.length === 0) return null;
  return (
    <details open={changes.length <= 6}>
      <summary>{t(first ? 'calendar.changesFirst' : 'calendar.changes', { count: changes.length })}</summary>
      <ul className="changes">
        {changes.map(({ date, was, is }) => (
          <li key={date}>
            <span className="num">{date}</span> {said(was)} → <b>{said(is)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a node has of its own, version by version. */
export function NodeVersions({ node }: { node: NodeCalendar }) {
  const words = useWords();
  const { t } = words;
  const { data, error, isPending, refetch } = useQuery(nodeVersions(node.id));
  return (
    <section className="versions">
      <h2>{t('calendar.ownOf', { name: node.name })}</h2>
      {isPending && <Loading rows={1} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className="faint">{t('calendar.noOwn')}</p>}
      <ul>
        {data?.map(({ version, from, inherits, opens, closes, off, why, changedBy, changedAt }) => (
          <li key={version} className="card version">
            <p>
              <b>{t('calendar.version', { version })}</b>
              <span className="faint">
                {changedBy.name} · {sayMoment(changedAt, words)}
              </span>
            </p>
            <p>{why}</p>
            <p className="faint">
              {[
                t('calendar.from', { from }),
                opens && closes ? t('calendar.hours', { opens, closes }) : t('calendar.hoursAbove'),
                ...(inherits ? [] : [t('calendar.notInherited')]),
              ].join(' · ')}
            </p>
            <ul className="changes">
              {off.map((one) => (
                <li key={one.from}>
                  <span className="num">{one.from}</span> {one.name} · {t('calendar.days', { count: one.days })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
