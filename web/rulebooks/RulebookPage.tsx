import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { isProblem } from '../api/problem.js';
import { rulebook } from '../api/queries.js';
import type { Label, Rulebook } from '../api/shapes.js';
import { versions } from '../api/versions.js';
import { useOwnTitle } from '../app/title.js';
import { Clauses } from '../parts/Clause.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Clocks } from './Clocks.js';
import { PermissionsPart, ProcessPart } from './process/ProcessPart.js';
import { particularParts, Particulars } from './Particulars.js';
import { Severities } from './Severities.js';
import { Storylines } from './Storylines.js';
import { VersionList } from './versions/VersionList.js';
import './rulebooks.css';

export function RulebookPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(rulebook(id));
  useOwnTitle(id);
  return (
    <div className="page books">
      {data ? (
        <Book book={data} />
      ) : isProblem(error) && error.status === 404 ? (
        <OnlyDrafted id={id} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </div>
  );
}

/** No version of it binds anybody yet. */
function OnlyDrafted({ id }: { id: string }) {
  const { t, label } = useWords();
  const { data, error, refetch } = useQuery(versions(id));
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  return (
    <>
      <div className="page-head">
        <h1>{label(data[0]?.title, id)}</h1>
        <span className="faint num">{id}</span>
      </div>
      <section className="card book-part">
        <h2>{t('rulebooks.versions')}</h2>
        <p className="faint">{t('versions.nothingInForce')}</p>
        <VersionList id={id} />
      </section>
    </>
  );
}

function Book({ book }: { book: Rulebook }) {
  const { t, label } = useWords();
  const parts: [string, ReactNode][] = [
    ['versions', <VersionList key="v" id={book.rulebook} />],
    ['process', <ProcessPart key="p" book={book} />],
    ['clocks', book.clocks && <Clocks book={book} />],
    ['severities', book.severities && <Severities book={book} />],
    ['grounds', <Grounds key="g" grounds={book.grounds} book={book} />],
    ['exemptions', <Grounds key="e" grounds={book.revisit?.exemptions} book={book} />],
    ['supervision', <Grounds key="s" grounds={book.supervision} book={book} />],
    ...particularParts.map((part): [string, ReactNode] => [
      part,
      book[part] && <Particulars key={part} part={part} book={book} />,
    ]),
    ['permissions', <PermissionsPart key="d" book={book} />],
    ['conduct', <Grounds key="b" grounds={book.conduct} book={book} />],
    ['duties', <Duties key="u" book={book} />],
    ['forms', <Forms key="f" book={book} />],
    ['storylines', <Storylines key="y" book={book} />],
    ['clauses', <ClauseList key="c" book={book} />],
  ];
  const has: Record<string, unknown> = {
    grounds: book.grounds,
    exemptions: book.revisit?.exemptions,
    supervision: book.supervision,
    conduct: book.conduct,
    duties: book.duties,
    forms: book.forms,
  };
  const shown = parts.filter(([name, part]) => part && (!(name in has) || has[name]));
  return (
    <>
      <div className="page-head">
        <h1>{label(book.title, book.rulebook)}</h1>
        <span className="faint num">
          {book.rulebook} · {t('rulebooks.version', { version: book.version })}
          {book.source ? ` · ${t('rulebooks.source', { source: book.source })}` : ''}
        </span>
      </div>
      <div className="book-body">
        <nav aria-label={t('rulebooks.contents')} className="book-contents">
          {shown.map(([name]) => (
            <a key={name} href={`#${name}`}>
              {t(`rulebooks.${name}`)}
            </a>
          ))}
          <Link to="/rulebooks">{t('rulebooks.title')}</Link>
        </nav>
        <div>
          {shown.map(([name, part]) => (
            <section key={name} id={name} className="card book-part">
              <h2>{t(`rulebooks.${name}`)}</h2>
              {part}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function Grounds({ grounds = {}, book }: { grounds?: Record<string, Label & { clauses: string[] }>; book: Rulebook }) {
  const { label } = useWords();
  return (
    <ul className="book-list">
      {Object.entries(grounds).map(([id, ground]) => (
        <li key={id}>
          <span>{label(ground, id)}</span> <Clauses ids={ground.clauses} texts={book.clauses} />
        </li>
      ))}
    </ul>
  );
}

function Duties({ book }: { book: Rulebook }) {
  const { t, label } = useWords();
  return (
    <ul className="book-list">
      {Object.entries(book.duties ?? {}).map(([id, duty]) => (
        <li key={id}>
          <b>{t(`rulebooks.every.${duty.every}`, { defaultValue: duty.every })}</b>
          <span>{label(duty, id)}</span> <Clauses ids={duty.clauses} texts={book.clauses} />
        </li>
      ))}
    </ul>
  );
}

function Forms({ book }: { book: Rulebook }) {
  const { label } = useWords();
  return (
    <ul className="book-list">
      {Object.entries(book.forms ?? {}).map(([id, form]) => (
        <li key={id}>
          <b>{label(form, id)}</b>
          <ul className="book-facts">
            {Object.entries(form.fields).map(([name, field]) => (
              <li key={name}>{label(field, name)}</li>
            ))}
          </ul>
          <Clauses ids={form.clauses} texts={book.clauses} />
        </li>
      ))}
    </ul>
  );
}

function ClauseList({ book }: { book: Rulebook }) {
  const { label } = useWords();
  return (
    <dl className="book-clauses">
      {Object.entries(book.clauses).map(([id, text]) => (
        <div key={id}>
          <dt className="num">{id}</dt>
          <dd>{label(text, id)}</dd>
        </div>
      ))}
    </dl>
  );
}
