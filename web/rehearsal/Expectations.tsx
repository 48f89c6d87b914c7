import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { Verdict } from '../api/shapes.js';
import { sayBecause } from '../complaint/sentences.js';
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
      <ul tabIndex={0} aria-label={t(ok ? 'rehearsal.allKept' : 'rehearsal.notKept', { kept, count: verdicts.length })}>
        {verdicts.map((one, i) => (
          <li key={i} className={one.ok ? 'ok' : 'not'}>
            <span role="img" aria-label={t(one.ok ? 'rehearsal.yes' : 'rehearsal.no')}>
              {one.ok ? '✓' : '✗'}
            </span>
            <time className="num" dateTime={one.at}>
              {sayExactly(one.at, words)}
            </time>
            <span>
              {sayPath(one, words)} <b>{sayValue(one.path, one.expected, words)}</b>
              {!one.ok && (
                <em>
                  {t('rehearsal.instead')} <b>{sayValue(one.path, one.actual ?? null, words)}</b>
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
  if (kind === 'deadlines')
    return (
      term('clock', rest.slice(0, -1).join('.')) +
      colon +
      t(`rehearsal.field.${rest.at(-1)}`, { defaultValue: rest.at(-1) })
    );
  if (['events', 'none', 'count'].includes(kind)) return t(`rehearsal.${kind}`) + colon + term('eventName', type);
  if (kind === 'refused') return t('rehearsal.refused');
  if (expected === 'accepted') return term('command', kind);
  return t(`rehearsal.field.${kind}`, { defaultValue: kind });
}

const lists: Record<string, string> = {
  status: 'status',
  severity: 'severity',
  tier: 'tier',
  handledBy: 'tier',
  to: 'tier',
  kind: 'report',
  form: 'means',
  state: 'deadline',
  clock: 'clock',
  code: 'refusal',
  refused: 'refusal',
};

/** A value as it is said elsewhere on the pages; what has no word stays as it is. */
function sayValue(path: string, value: unknown, words: WordsInUse): string {
  const { t, term, zh } = words;
  const name = path.split('.').at(-1) ?? '';
  if (Array.isArray(value)) return value.map((one) => sayValue(name, one, words)).join(zh ? '、' : ', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([key]) => !['type', 'seq', 'at', 'actor'].includes(key))
      .map(([key, one]) => {
        const type = 'type' in value ? String(value.type) : '';
        const said = key === 'because' ? sayBecause({ type, because: one }, words) : sayValue(key, one, words);
        return `${t([`rehearsal.field.${key}`, `field.${key}`, key])} ${said}`;
      })
      .join(zh ? '，' : ', ');
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return sayExactly(value, words, name === 'due');
  const list = lists[name];
  return list ? term(list, value) : value;
}
