import { useQuery } from '@tanstack/react-query';
import type { Difference, Rulebook, VersionInFull } from '../../api/shapes.js';
import { differences } from '../../api/versions.js';
import { Clauses } from '../../parts/Clause.js';
import { Failure, Loading } from '../../parts/States.js';
import { useWords, type WordsInUse } from '../../parts/words.js';
import { sayCases, sayRule } from './rules.js';
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

export function DifferenceList({ items, book }: ListProps) {
  const words = useWords();
  const { t } = words;
  const cases = (rule: unknown) => book && sayCases(rule, book, words);
  const said = (path: string, text: string, rule: unknown) => (book && sayRule(path, rule, book, words)) ?? text;
  return (
    <ul className="differences">
      {items.map(({ path, change, before, after, rules, clauses }) => (
        <li key={path} className={change} data-path={path}>
          <p className="difference-head">
            <span className="difference-sign">{t(`versions.change.${change}`)}</span>
            <b title={path}>{sayPath(path, words, cases(rules?.after ?? rules?.before))}</b>
            <Clauses ids={clauses} texts={book?.clauses} />
          </p>
          {before !== undefined && <del>{said(path, before, rules?.before)}</del>}
          {after !== undefined && <ins>{said(path, after, rules?.after)}</ins>}
        </li>
      ))}
    </ul>
  );
}

/** `clocks.reply (channel letter)` in words as far as there are any; `cases`: what stands in brackets, in words. */
function sayPath(path: string, { t, term, zh }: WordsInUse, cases: string | undefined): string {
  const [, part = '', name = '', rest = ''] = /^([a-z]+)\.?([\w.-]*)(.*)$/i.exec(path) ?? [];
  const list: Record<string, string> = { clocks: 'clock', decisions: 'command' };
  const known = list[part];
  const head = t(`rulebooks.${part}`, { defaultValue: part });
  const said = known ? term(known, name) : name;
  const nth = / no\. (\d+)$/.exec(rest)?.[1];
  const inWords = [cases && (zh ? `（${cases}）` : ` (${cases})`), nth && ` #${nth}`].filter(Boolean).join('');
  const behind = part === 'clocks' && cases !== undefined ? inWords : rest;
  return `${head}${said ? `${zh ? ' · ' : ': '}${said}` : ''}${behind}`;
}
