import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { SaveOutlined } from '@ant-design/icons';
import { savedStoryline } from '../api/rehearsals.js';
import { rulebook as rulebookQuery, rulebooks as rulebooksQuery, storylines } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Choice } from './Choice.js';
import { Compose } from './Compose.js';
import { Keep } from './Keep.js';
import { Played } from './Played.js';
import { Told } from './Told.js';
import './rehearsal.css';

/** What would come of a complaint: of one that is made up here, or of a storyline that ships with the rulebook. */
export function Rehearsal() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const { data: books, error, refetch } = useQuery(rulebooksQuery);
  const id = params.get('rulebook') ?? books?.find(({ id: known }) => known === 'WY')?.id ?? books?.[0]?.id;
  return (
    <div className="page stack rehearsal">
      <div className="page-head">
        <h1>{t('rehearsal.title')}</h1>
        <span className="lead">{t('rehearsal.lead')}</span>
      </div>
      {error && !books ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !books ? (
        <Loading />
      ) : id ? (
        <Stage
          key={`${id} ${params.get('storyline') ?? ''} ${params.get('saved') ?? ''}`}
          id={id}
          books={books}
          chosen={{ example: params.get('storyline') ?? undefined, saved: params.get('saved') ?? undefined }}
          choose={(rulebook, { example, saved } = {}) =>
            setParams({ rulebook, ...(example ? { storyline: example } : {}), ...(saved ? { saved } : {}) })
          }
        />
      ) : (
        <Empty title={t('rulebooks.empty')} />
      )}
    </div>
  );
}

interface Chosen {
  /** The name of one that ships with the rulebook. */
  example?: string;
  /** The id of one that somebody keeps. */
  saved?: string;
}

interface StageProps {
  id: string;
  books: { id: string; title: Rulebook['title'] }[];
  chosen: Chosen;
  choose: (rulebook: string, chosen?: Chosen) => void;
}

function Stage({ id, books, chosen, choose }: StageProps) {
  const { t, label } = useWords();
  const { data: book, error } = useQuery(rulebookQuery(id));
  const { data: examples, error: noExamples } = useQuery(storylines(id));
  const { data: saved } = useQuery({ ...savedStoryline(chosen.saved ?? ''), enabled: chosen.saved !== undefined });
  const [made, setMade] = useState<Record<string, unknown>>();
  const [keeping, setKeeping] = useState(false);
  const example = examples?.find(({ name }) => name === chosen.example);
  if (error ?? noExamples) return <Failure error={error ?? noExamples} />;
  if (!book || !examples) return <Loading />;
  const isTold = Boolean(chosen.example ?? chosen.saved);
  const told = chosen.saved ? saved : example;
  const body = isTold ? told && { yaml: told.yaml } : made;
  return (
    <>
      <div className="card part rehearsal-choice">
        <label>
          <span>{t('rehearsal.rulebook')}</span>
          <Select
            aria-label={t('rehearsal.rulebook')}
            value={id}
            onChange={(next: string) => choose(next)}
            showSearch={{ optionFilterProp: 'label' }}
            options={books.map((one) => ({ value: one.id, label: `${one.id} ${label(one.title)}` }))}
          />
        </label>
        <Choice
          rulebook={id}
          examples={examples}
          value={chosen.saved ? `saved ${chosen.saved}` : (chosen.example ?? '')}
          choose={(next) =>
            choose(
              id,
              next.startsWith('saved ') ? { saved: next.slice('saved '.length) } : { example: next || undefined },
            )
          }
        />
      </div>
      {isTold ? (
        told ? (
          <Told
            title={'title' in told ? told.title : told.name}
            yaml={told.yaml}
            saved={'title' in told ? undefined : told}
            makeOwn={() => choose(id)}
          />
        ) : (
          <Unknown saved={chosen.saved} makeOwn={() => choose(id)} />
        )
      ) : (
        <Compose book={book} play={setMade} />
      )}
      {!isTold && made && (
        <div className="rehearsal-keep">
          <Button icon={<SaveOutlined aria-hidden="true" />} onClick={() => setKeeping(true)}>
            {t('stories.keepThis')}
          </Button>
        </div>
      )}
      {body && <Played book={book} body={body} judged={isTold} />}
      {keeping && made && (
        <Keep storyline={made} close={() => setKeeping(false)} done={(kept) => choose(id, { saved: kept.id })} />
      )}
    </>
  );
}

/** Not there, not theirs, or not loaded yet. */
function Unknown({ saved, makeOwn }: { saved?: string; makeOwn: () => void }) {
  const { t } = useWords();
  const { isPending } = useQuery({ ...savedStoryline(saved ?? ''), enabled: saved !== undefined });
  if (saved !== undefined && isPending) return <Loading />;
  return (
    <div className="card part rehearsal-told">
      <p>{t('rehearsal.unknown')}</p>
      <Button onClick={makeOwn}>{t('rehearsal.makeOwn')}</Button>
    </div>
  );
}
