import { PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { storylines } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { titleIn } from '../rehearsal/story.js';

/** Examples and proof: each can be played. */
export function Storylines({ book }: { book: Rulebook }) {
  const { t, zh } = useWords();
  const { data, error, refetch } = useQuery(storylines(book.rulebook));
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={2} />;
  if (data.length === 0) return <p className="faint">{t('rehearsal.noStorylines')}</p>;
  return (
    <>
      <p className="faint">{t('rehearsal.storylinesLead')}</p>
      <ul className="book-list book-stories">
        {data.map(({ name, title }) => (
          <li key={name}>
            <span>{titleIn(title, zh)}</span>
            <Link
              to={`/rehearsal?${new URLSearchParams({ rulebook: book.rulebook, storyline: name }).toString()}`}
              aria-label={`${t('rehearsal.replay')} ${titleIn(title, zh)}`}
              data-storyline={name}
            >
              <PlayCircleOutlined aria-hidden="true" /> {t('rehearsal.replay')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
