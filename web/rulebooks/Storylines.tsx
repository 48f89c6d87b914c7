import { CheckCircleOutlined, CloseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { rehearsal, storylines } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { titleIn } from '../rehearsal/story.js';
import './proof.css';

type Verdicts = Record<string, boolean>;

/** Examples and proof: each can be played, and all of them judged. */
export function Storylines({ book }: { book: Rulebook }) {
  const { t, zh } = useWords();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(storylines(book.rulebook));
  const [verdicts, setVerdicts] = useState<Verdicts>({});
  const [fault, setFault] = useState<unknown>();
  const [playing, setPlaying] = useState(false);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={2} />;
  if (data.length === 0) return <p className="faint">{t('rehearsal.noStorylines')}</p>;
  const playAll = async () => {
    setPlaying(true);
    setFault(undefined);
    try {
      for (const { name, yaml } of data) {
        const { ok } = await queries.fetchQuery(rehearsal({ yaml }));
        setVerdicts((all) => ({ ...all, [name]: ok }));
      }
    } catch (problem) {
      setFault(problem);
    }
    setPlaying(false);
  };
  return (
    <>
      <p className="faint">{t('rehearsal.storylinesLead')}</p>
      <div className="book-proof">
        <Button loading={playing} onClick={() => void playAll()}>
          {t('stories.check')}
        </Button>
        <Proof count={data.length} verdicts={verdicts} />
      </div>
      {fault !== undefined && <Failure error={fault} retry={() => void playAll()} />}
      <ul className="book-list book-stories">
        {data.map(({ name, title }) => (
          <li key={name}>
            <span>
              <Mark holds={verdicts[name]} /> {titleIn(title, zh)}
            </span>
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

function Proof({ count, verdicts }: { count: number; verdicts: Verdicts }) {
  const { t } = useWords();
  const played = Object.values(verdicts);
  if (played.length === 0) return null;
  const failed = played.filter((ok) => !ok).length;
  return (
    <span role="status" className={failed > 0 ? 'proof-fails' : 'proof-holds'}>
      {played.length < count
        ? t('stories.checking', { done: played.length, count })
        : t(failed > 0 ? 'stories.someFail' : 'stories.allHold', { count, failed })}
    </span>
  );
}

function Mark({ holds }: { holds?: boolean }) {
  const { t } = useWords();
  if (holds === undefined) return null;
  return holds ? (
    <CheckCircleOutlined className="proof-holds" aria-label={t('stories.holds')} />
  ) : (
    <CloseCircleOutlined className="proof-fails" aria-label={t('stories.fails')} />
  );
}
