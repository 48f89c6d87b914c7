import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Family, papers, type PaperFilter } from '../api/papers.js';
import { sayText } from '../papers/say.js';
import { useWords } from '../parts/words.js';

const shown = 5;

/** Bulletins that nobody above has acknowledged, and the write-off list that waits. */
export function Papers() {
  const { t } = useWords();
  return (
    <div className="board-pair">
      <Some
        title={t('board.bulletins')}
        none={t('board.noBulletins')}
        family="bulletins"
        filter={{ state: 'issued', acknowledged: 'false' }}
        all="/bulletins?show=unread"
      />
      <Some
        title={t('board.writeOff')}
        none={t('board.noWriteOff')}
        family="duties"
        filter={{ kind: 'writeOffList', state: 'draft,completed,approved' }}
        all="/duties?show=open"
      />
    </div>
  );
}

interface Props {
  title: string;
  none: string;
  family: Family;
  filter: PaperFilter;
  all: string;
}

function Some({ title, none, family, filter, all }: Props) {
  const words = useWords();
  const { t } = words;
  const { data, hasNextPage } = useInfiniteQuery(papers(family, filter));
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card part board-papers">
      <h2>
        {title} {data && <span className="num faint">{hasNextPage ? `${found.length}+` : found.length}</span>}
      </h2>
      {data && found.length === 0 && <p className="faint">{none}</p>}
      <ul>
        {found.slice(0, shown).map((paper) => (
          <li key={paper.id}>
            <Link to={`/${family}/${paper.id}`}>{sayText(paper.title, words)}</Link>
            <span className="part-note num">
              {[paper.number, paper.node.name, paper.complaint?.number].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Link to={all}>{t(family === 'bulletins' ? 'board.allBulletins' : 'desk.allPapers')}</Link>
      )}
    </section>
  );
}
