import type { BoardView } from '../api/shapes.js';
import { sayDate } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { percent } from './sums.js';

const high = 96;

/** Received and ended, week by week; the same numbers as a table for whoever cannot see bars. */
export function Weeks({ board: { weeks } }: { board: BoardView }) {
  const words = useWords();
  const { t } = words;
  const most = Math.max(1, ...weeks.flatMap(({ received, ended }) => [received, ended]));
  const tall = (count: number) => Math.round((count / most) * high);
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <section className="card part">
      <h2>{t('board.weeks')}</h2>
      <p className="board-key" aria-hidden="true">
        <span className="received">{t('board.received')}</span>
        <span className="ended">{t('board.ended')}</span>
      </p>
      <div className="week-bars" aria-hidden="true">
        {weeks.map(({ week, received, ended, kept, asked }) => (
          <span
            key={week}
            title={`${sayDate(week, words)} · ${t('board.received')} ${received} · ${t('board.ended')} ${ended} · ${t('board.onTime')} ${percent(kept, asked) ?? '—'}`}
          >
            <i className="received" style={{ height: tall(received) }} />
            <i className="ended" style={{ height: tall(ended) }} />
          </span>
        ))}
      </div>
      {first && last && (
        <p className="week-ends part-note num" aria-hidden="true">
          <span>{sayDate(first.week, words)}</span>
          <span>{sayDate(last.week, words)}</span>
        </p>
      )}
      {/* a table is never lower than its rows: what hides it lies around it */}
      <div className="sr">
        <table>
          <caption>{t('board.weeks')}</caption>
          <thead>
            <tr>
              {(['week', 'received', 'ended', 'onTime'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`board.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, received, ended, kept, asked }) => (
              <tr key={week}>
                <th scope="row">{sayDate(week, words)}</th>
                <td>{received}</td>
                <td>{ended}</td>
                <td>{percent(kept, asked) ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
