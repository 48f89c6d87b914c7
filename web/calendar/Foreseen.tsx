import type { Forecast } from '../api/calendars.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { Changes } from './Versions.js';

/** What a change would do to open complaints, before it is done. */
export function Foreseen({ forecast }: { forecast: Forecast }) {
  const words = useWords();
  const { t, term } = words;
  const { version, same, open, candidates, looked, complaints, deadlines, confirmed, sample, changes = [] } = forecast;
  if (same) return <p role="status">{t('calendar.same')}</p>;
  return (
    <div className="foreseen" role="status">
      <p>
        <b>{t('calendar.willBe', { version })}</b> {t('calendar.willTell', { count: open })}
      </p>
      <p>
        {deadlines > 0
          ? t('calendar.willMove', { complaints, deadlines })
          : t(candidates === 0 ? 'calendar.nothingNear' : 'calendar.nothingMoves')}
        {confirmed > 0 && t('calendar.willConfirm', { count: confirmed })}
        {looked < candidates && t('calendar.looked', { looked, candidates })}
      </p>
      {sample.length > 0 && (
        <table>
          <thead>
            <tr>
              {['complaint', 'clock', 'was', 'is'].map((name) => (
                <th key={name}>{t(`calendar.column.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ complaint, clock, was, is }) => (
              <tr key={`${complaint.id} ${clock}`}>
                <td className="num">{complaint.number}</td>
                <td>{term('clock', clock)}</td>
                <td className="num">{sayExactly(was, words, true)}</td>
                <td className="num">
                  <b>{sayExactly(is, words, true)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Changes changes={changes} first={version === 1} />
    </div>
  );
}
