import { Link } from 'react-router';
import type { BoardView } from '../api/shapes.js';
import { Scroll } from '../parts/Scroll.js';
import { useWords } from '../parts/words.js';
import { listIn, percent } from './sums.js';

interface Props {
  board: BoardView;
  go: (to: Record<string, string>) => string;
}

/** One line for each company or project: the gravest first, each a way down. */
export function Places({ board: { places, from }, go }: Props) {
  const { t } = useWords();
  return (
    <section className="card part">
      <h2>{t('board.places')}</h2>
      {places.length === 0 ? (
        <p className="faint">{t('board.noPlaces')}</p>
      ) : (
        <Scroll label={t('board.places')}>
          <table className="board-table places num">
            <thead>
              <tr>
                <th scope="col">{t('board.place')}</th>
                {(['major', 'hot', 'overdue', 'open', 'received', 'onTime'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`board.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place) => {
                const { id, name, tier, projects, kept, asked } = place;
                const cell = (count: number, query: Record<string, string>) => {
                  const to = count > 0 ? listIn(projects, query) : undefined;
                  return to ? (
                    <Link to={to}>{count}</Link>
                  ) : (
                    <span className={count ? undefined : 'faint'}>{count}</span>
                  );
                };
                return (
                  <tr key={id}>
                    <th scope="row">
                      {tier === 'project' ? (
                        <Link to={listIn([id], {}) ?? ''}>{name}</Link>
                      ) : (
                        <Link to={go({ node: id })} aria-label={t('board.drill', { name })}>
                          {name}
                        </Link>
                      )}
                    </th>
                    <td data-label={t('board.major')}>{cell(place.major, { severity: 'major', open: 'true' })}</td>
                    <td data-label={t('board.hot')}>{cell(place.hot, { severity: 'hot', open: 'true' })}</td>
                    <td data-label={t('board.overdue')} className={place.overdue > 0 ? 'bad' : undefined}>
                      {cell(place.overdue, { overdue: 'true' })}
                    </td>
                    <td data-label={t('board.open')}>{cell(place.open, { open: 'true' })}</td>
                    <td data-label={t('board.received')}>
                      {cell(place.received, { arrivedFrom: from, merged: 'false' })}
                    </td>
                    <td data-label={t('board.onTime')}>{percent(kept, asked) ?? <span className="faint">—</span>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
