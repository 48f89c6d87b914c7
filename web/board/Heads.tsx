import { Link } from 'react-router';
import type { BoardView } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { listOf, percent, sum } from './sums.js';

/** The few numbers that say how things stand; each leads to its complaints. */
export function Heads({ board }: { board: BoardView }) {
  const { t } = useWords();
  const { places } = board;
  const heads: [name: string, value: string | number, to?: string, bad?: boolean][] = [
    ['major', sum(places, 'major'), '#severe', sum(places, 'major') > 0],
    ['hot', sum(places, 'hot'), '#severe'],
    ['overdue', sum(places, 'overdue'), listOf(board, { overdue: 'true' }), sum(places, 'overdue') > 0],
    ['open', sum(places, 'open'), listOf(board, { open: 'true' })],
    ['onTime', percent(sum(places, 'kept'), sum(places, 'asked')) ?? '—', '#promises'],
  ];
  return (
    <ul className="board-heads">
      {heads.map(([name, value, to, bad]) => {
        const inside = (
          <>
            <b className={bad ? 'num bad' : 'num'}>{value}</b>
            <span>{t(`board.${name}`)}</span>
          </>
        );
        return (
          <li key={name}>
            {to?.startsWith('#') ? <a href={to}>{inside}</a> : to ? <Link to={to}>{inside}</Link> : <div>{inside}</div>}
          </li>
        );
      })}
    </ul>
  );
}
