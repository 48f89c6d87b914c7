import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { Verdict } from '../api/shapes.js';
import { sayExactly } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';

/** What the storyline says must come, line by line, and whether it did. */
export function Expectations({ verdicts, ok }: { verdicts: Verdict[]; ok: boolean }) {
  const words = useWords();
  const { t } = words;
  const kept = verdicts.filter((one) => one.ok).length;
  return (
    <details className={`card part expectations ${ok ? 'ok' : 'not'}`} open>
      <summary>
        {ok ? <CheckOutlined aria-hidden="true" /> : <CloseOutlined aria-hidden="true" />}{' '}
        {t(ok ? 'rehearsal.allKept' : 'rehearsal.notKept', { kept, count: verdicts.length })}
      </summary>
      <ul>
        {verdicts.map((one, i) => (
          <li key={i} className={one.ok ? 'ok' : 'not'}>
            <span role="img" aria-label={t(one.ok ? 'rehearsal.yes' : 'rehearsal.no')}>
              {one.ok ? '✓' : '✗'}
            </span>
            <time className="num" dateTime={one.at}>
              {sayExactly(one.at, words)}
            </time>
            <span>
              {sayPath(one, words)} <code>{brief(one.expected)}</code>
              {!one.ok && (
                <em>
                  {t('rehearsal.instead')} <code>{brief(one.actual ?? null)}</code>
                </em>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function sayPath({ path, expected }: Verdict, { t, term, zh }: WordsInUse): string {
  const [kind = '', ...rest] = path.split('.');
  const type = typeof expected === 'object' && expected !== null ? (expected as { type?: string }).type : undefined;
  const colon = zh ? '：' : ': ';
  if (kind === 'deadlines') return term('clock', rest.slice(0, -1).join('.')) + colon + (rest.at(-1) ?? '');
  if (['events', 'none', 'count'].includes(kind)) return t(`rehearsal.${kind}`) + colon + term('eventName', type);
  if (kind === 'refused') return t('rehearsal.refused');
  if (expected === 'accepted') return term('command', kind);
  return t(`rehearsal.field.${kind}`, { defaultValue: kind });
}

function brief(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .filter(([key]) => key !== 'type')
    .map(([key, one]) => `${key} ${brief(one)}`)
    .join(', ');
}
