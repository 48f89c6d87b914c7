import { Link } from 'react-router';
import type { BoardView } from '../api/shapes.js';
import { sayDate, wallOf } from '../parts/time.js';
import { Scroll } from '../parts/Scroll.js';
import { useWords } from '../parts/words.js';
import { listOf, percent } from './sums.js';

/** Which promises were kept. What is overdue and still open counts against them. */
export function Promises({ board }: { board: BoardView }) {
  const words = useWords();
  const { t, term } = words;
  const { from } = board;
  const cell = (count: number, clock: string, state: string) => {
    const to =
      count > 0 ? listOf(board, { clock: `${clock}:${state}`, arrivedFrom: from, merged: 'false' }) : undefined;
    return to ? <Link to={to}>{count}</Link> : <span className={count ? undefined : 'faint'}>{count}</span>;
  };
  return (
    <section className="card part" id="promises">
      <h2>{t('board.promises')}</h2>
      {board.clocks.length === 0 ? (
        <p className="faint">{t('board.none')}</p>
      ) : (
        <Scroll label={t('board.promises')}>
          <table className="board-table num">
            <thead>
              <tr>
                <th scope="col">{t('board.promise')}</th>
                {(['kept', 'late', 'waiting', 'rate'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`board.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.clocks.map(({ clock, kept, late, waiting }) => (
                <tr key={clock}>
                  <th scope="row">{term('clock', clock)}</th>
                  <td>{cell(kept, clock, 'met')}</td>
                  <td className={late > 0 ? 'bad' : undefined}>{cell(late, clock, 'missed')}</td>
                  <td className={waiting > 0 ? 'bad' : undefined}>{waiting}</td>
                  <td>
                    <b>{percent(kept, kept + late)}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className="part-note board-formula">{t('board.formula', { from: sayDate(wallOf(from).date, words) })}</p>
    </section>
  );
}
