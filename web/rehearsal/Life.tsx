import { Segmented } from 'antd';
import { useState } from 'react';
import type { ComplaintEvent, Verdict } from '../api/shapes.js';
import type { Labels } from '../complaint/labels.js';
import { quotes, sentence } from '../complaint/sentences.js';
import '../complaint/timeline.css';
import { Clauses } from '../parts/Clause.js';
import { shift, wallOf, weekdayName } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';
import { byDay, type Happening, happeningsOf } from './days.js';

interface Props {
  events: ComplaintEvent[];
  verdicts: Verdict[];
  labels: Labels;
}

/** The whole life, day by day. */
export function Life({ events, verdicts, labels }: Props) {
  const words = useWords();
  const { t, language } = words;
  const [scope, setScope] = useState<'main' | 'everything'>('main');
  const days = byDay(happeningsOf(events, verdicts, scope === 'everything'));
  const first = days[0]?.date ?? '';
  return (
    <section className="card part life">
      <div className="timeline-head">
        <h2>{t('rehearsal.life')}</h2>
        <Segmented
          size="small"
          value={scope}
          onChange={setScope}
          options={(['main', 'everything'] as const).map((value) => ({ value, label: t(`complaint.${value}`) }))}
        />
      </div>
      <ol className="life-days">
        {days.map(({ date, list }, i) => (
          <li key={date} className={quiet(days[i - 1]?.date, date) ? 'life-day apart' : 'life-day'}>
            <h3 className="num">
              <time dateTime={date}>{date}</time>
              <small>
                {weekdayName(date, language)} · {t('rehearsal.nth', { n: apart(first, date) + 1 })}
              </small>
            </h3>
            <ol>
              {list.map((one, n) => (
                <Item key={n} one={one} labels={labels} words={words} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ one, labels, words }: { one: Happening; labels: Labels; words: WordsInUse }) {
  const { event, refused, tone } = one;
  const clauses = event?.clauses ?? refused?.clauses ?? [];
  const who = event?.actor.user ? labels.person(event.actor.role ?? event.actor.user) : '';
  return (
    <li className={`event ${tone}`} data-event={event?.type ?? 'refused'}>
      <p className="event-line">
        <time className="num" dateTime={one.at}>
          {wallOf(one.at).time}
        </time>
        {who && <b>{who}</b>}
        <span>{event ? sentence(event, words, labels) : refused && sayRefused(refused, words)}</span>
        <Clauses ids={clauses} texts={labels.clauses} />
      </p>
      {event &&
        quotes(event).map((quote) => (
          <p key={quote} className="words life-quote">
            {quote}
          </p>
        ))}
      {refused?.detail && <p className="life-quote">{refused.detail}</p>}
    </li>
  );
}

function sayRefused({ command, code }: NonNullable<Happening['refused']>, { t, term }: WordsInUse): string {
  const what = command ? t('rehearsal.refusedStep', { command: term('command', command) }) : t('rehearsal.refused');
  return `${what} ${term('refusal', code)} (${code})`;
}

const apart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const quiet = (before: string | undefined, date: string): boolean => Boolean(before) && before !== shift(date, -1);
