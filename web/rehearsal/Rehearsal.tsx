import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { rulebook as rulebookQuery, rulebooks as rulebooksQuery, storylines } from '../api/queries.js';
import type { Rulebook } from '../api/shapes.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Compose } from './Compose.js';
import { Played } from './Played.js';
import { titleIn } from './story.js';
import './rehearsal.css';

/** What would come of a complaint: of one that is made up here, or of a storyline that ships with the rulebook. */
export function Rehearsal() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const { data: books, error, refetch } = useQuery(rulebooksQuery);
  const id = params.get('rulebook') ?? books?.find(({ id: known }) => known === 'WY')?.id ?? books?.[0]?.id;
  return (
    <div className="page rehearsal">
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
          key={`${id} ${params.get('storyline') ?? ''}`}
          id={id}
          books={books}
          storyline={params.get('storyline') ?? undefined}
          choose={(rulebook, storyline) => setParams(storyline ? { rulebook, storyline } : { rulebook })}
        />
      ) : (
        <Empty title={t('rulebooks.empty')} />
      )}
    </div>
  );
}

interface StageProps {
  id: string;
  books: { id: string; title: Rulebook['title'] }[];
  storyline?: string;
  choose: (rulebook: string, storyline?: string) => void;
}

function Stage({ id, books, storyline, choose }: StageProps) {
  const { t, label, zh } = useWords();
  const { data: book, error } = useQuery(rulebookQuery(id));
  const { data: examples, error: noExamples } = useQuery(storylines(id));
  const [made, setMade] = useState<Record<string, unknown>>();
  const example = examples?.find(({ name }) => name === storyline);
  if (error ?? noExamples) return <Failure error={error ?? noExamples} />;
  if (!book || !examples) return <Loading />;
  const body = storyline ? example && { yaml: example.yaml } : made;
  return (
    <>
      <div className="card rehearsal-choice">
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
        <label>
          <span>{t('rehearsal.example')}</span>
          <Select
            aria-label={t('rehearsal.example')}
            value={storyline ?? ''}
            onChange={(next: string) => choose(id, next || undefined)}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('rehearsal.own') },
              ...examples.map(({ name, title }) => ({ value: name, label: titleIn(title, zh) })),
            ]}
          />
        </label>
      </div>
      {storyline ? (
        <div className="card rehearsal-told">
          {example ? (
            <>
              <h2>{titleIn(example.title, zh)}</h2>
              <details>
                <summary>{t('rehearsal.written')}</summary>
                <pre lang="en">{example.yaml}</pre>
              </details>
            </>
          ) : (
            <p>{t('rehearsal.unknown')}</p>
          )}
          <Button onClick={() => choose(id)}>{t('rehearsal.makeOwn')}</Button>
        </div>
      ) : (
        <Compose book={book} play={setMade} />
      )}
      {body && <Played book={book} body={body} judged={Boolean(storyline)} />}
    </>
  );
}
