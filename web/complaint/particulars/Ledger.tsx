import { useQuery } from '@tanstack/react-query';
import { ledger as ledgerQuery } from '../../api/queries.js';
import type { Complaint, LedgerEntry } from '../../api/shapes.js';
import { Clauses } from '../../parts/Clause.js';
import { sayExactly, saySpan } from '../../parts/time.js';
import { useWords, type WordsInUse } from '../../parts/words.js';
import type { Labels } from '../labels.js';
import { Line } from './Panel.js';
import { sayPromise } from './promise.js';

interface Props {
  complaint: Complaint;
  labels: Labels;
}

type Of<K extends LedgerEntry['kind']> = Extract<LedgerEntry, { kind: K }>;
type Actor = LedgerEntry['by'];

/** Extensions and stops, each with what was left at the time and what the customer was promised. */
export function Ledger({ complaint, labels }: Props) {
  const { t } = useWords();
  const { data } = useQuery(ledgerQuery(complaint.id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card part panel ledger" data-shows="ledger">
      <h2>{t('ledger.title')}</h2>
      <ol className="panel-list">
        {[...data.items].reverse().map((entry) => (
          <li key={entry.seq}>
            <Entry entry={entry} labels={labels} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, labels }: { entry: LedgerEntry; labels: Labels }) {
  const words = useWords();
  const { t, term } = words;
  const head = {
    extension: () => t('ledger.extension', { clock: term('clock', (entry as Of<'extension'>).clock) }),
    stop: () => t('ledger.stop', { because: term('suspension', (entry as Of<'stop'>).because) }),
    move: () => t('ledger.move', { because: term('eventName', (entry as Of<'move'>).because) }),
  }[entry.kind]();
  return (
    <>
      <p>
        <b>{head}</b> <State entry={entry} />
        <Clauses ids={entry.clauses} texts={labels.clauses} />
      </p>
      <dl>
        {entry.kind === 'extension' && <Extension entry={entry} words={words} labels={labels} />}
        {entry.kind === 'stop' && <Stop entry={entry} words={words} labels={labels} />}
        <Line name={t('ledger.promised')}>{sayMove(entry.promised, words)}</Line>
      </dl>
    </>
  );
}

function State({ entry }: { entry: LedgerEntry }) {
  const { t } = useWords();
  if (entry.kind === 'move') return null;
  if (entry.kind === 'stop')
    return (
      <span className={`plan-state ${entry.to ? 'approved' : 'proposed'}`}>
        {t(entry.to ? 'ledger.resumed' : 'ledger.standing')}
      </span>
    );
  const { answer } = entry;
  const state = !answer ? 'proposed' : answer.granted ? 'approved' : 'returned';
  return <span className={`plan-state ${state}`}>{t(`ledger.answer.${state}`)}</span>;
}

interface EntryProps<K extends LedgerEntry['kind']> {
  entry: Of<K>;
  words: WordsInUse;
  labels: Labels;
}

function Extension({ entry, words, labels }: EntryProps<'extension'>) {
  const { t } = words;
  const { by, at, reason, until, left, answer } = entry;
  return (
    <>
      <Line name={t('ledger.asked')}>{byAt(by, at, words, labels)}</Line>
      <Line name={t('ledger.reason')}>{reason}</Line>
      <Line name={t('ledger.until')}>{sayExactly(until, words, true)}</Line>
      <Line name={t('ledger.leftThen')}>{sayLeft(left, words)}</Line>
      {answer && (
        <>
          <Line name={t(answer.granted ? 'ledger.granted' : 'ledger.refused')}>
            {byAt(answer.by, answer.at, words, labels)}
            {answer.left && ` · ${sayLeft(answer.left, words)}`}
          </Line>
          <Line name={t('ledger.because')}>{answer.reason}</Line>
        </>
      )}
    </>
  );
}

function Stop({ entry, words, labels }: EntryProps<'stop'>) {
  const { t, term } = words;
  const { by, from, to, endedBy, minutes, reason, clocks } = entry;
  return (
    <>
      <Line name={t('ledger.stopped')}>{byAt(by, from, words, labels)}</Line>
      <Line name={t('ledger.reason')}>{reason}</Line>
      {to && (
        <Line name={t('ledger.resumedBy')}>
          {endedBy && byAt(endedBy, to, words, labels)}
          {minutes !== undefined && ` · ${t('ledger.lasted', { span: saySpan(minutes * 60_000, t) })}`}
        </Line>
      )}
      {clocks.map(({ clock, before, after, left }) => (
        <Line key={clock} name={term('clock', clock)}>
          <span className="num">
            {sayExactly(before, words, true)}
            {after && ` → ${sayExactly(after, words, true)}`}
          </span>
          <small className="part-note"> · {sayLeft(left, words)}</small>
        </Line>
      ))}
    </>
  );
}

function byAt(by: Actor, at: string, words: WordsInUse, labels: Labels): string {
  const who =
    'user' in by ? (by.name ?? labels.person(by.user)) : 'outside' in by ? by.outside : words.t('system.rules');
  return `${who} · ${sayExactly(at, words)}`;
}

/** 还剩 6 小时（时限的 11%） */
function sayLeft(left: { minutes: number; share: number } | undefined, { t }: WordsInUse): string | undefined {
  if (!left) return undefined;
  const span = saySpan(left.minutes * 60_000, t);
  return left.minutes < 0 ? t('time.over', { span }) : t('ledger.left', { span, share: Math.round(left.share * 100) });
}

function sayMove({ before, after }: LedgerEntry['promised'], words: WordsInUse): string | undefined {
  const { t } = words;
  if (!before && !after) return undefined;
  const [was, is] = [sayPromise(before, words), sayPromise(after, words)];
  return was === is ? t('ledger.unmoved', { promise: was }) : `${was} → ${is}`;
}
