import { useQuery } from '@tanstack/react-query';
import type { Difference, Rulebook, VersionInFull } from '../../api/shapes.js';
import { differences } from '../../api/versions.js';
import { Clauses } from '../../parts/Clause.js';
import { Failure, Loading } from '../../parts/States.js';
import { useWords } from '../../parts/words.js';
import { sayChange, sayPath, withRemoved } from './rules.js';
import './differences.css';

/** What a version changes, rule by rule, under which clauses. */
export function Differences({ version, against }: { version: VersionInFull; against?: number }) {
  const { t } = useWords();
  const { id, version: number, revision, problems } = version;
  const { data, error, refetch } = useQuery({
    ...differences(id, number, against, revision),
    enabled: problems.length === 0,
  });
  if (problems.length > 0) return <p className="card faint">{t('versions.hasProblems')}</p>;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  return (
    <div className="card">
      <p className="faint">
        {data.before === undefined
          ? t('versions.firstVersion')
          : t('versions.compared', { before: data.before, after: data.after, count: data.items.length })}
      </p>
      <DifferenceList items={data.items} book={version.document as Rulebook | undefined} />
    </div>
  );
}

interface ListProps {
  items: Difference[];
  /** The later version. */
  book?: Rulebook;
}

export function DifferenceList({ items, book: later }: ListProps) {
  const words = useWords();
  const book = later && withRemoved(later, items);
  const { t } = words;
  return (
    <ul className="differences">
      {items.map((one) => {
        const { path, change, rules, clauses } = one;
        const { before, after } = book ? sayChange(one, book, words) : one;
        return (
          <li key={path} className={change} data-path={path}>
            <p className="difference-head">
              <span className="difference-sign">{t(`versions.change.${change}`)}</span>
              <b title={path}>{sayPath(path, rules?.after ?? rules?.before, book, words)}</b>
              <Clauses ids={clauses} texts={book?.clauses} />
            </p>
            {before !== undefined && <del>{before}</del>}
            {after !== undefined && <ins>{after}</ins>}
          </li>
        );
      })}
    </ul>
  );
}
