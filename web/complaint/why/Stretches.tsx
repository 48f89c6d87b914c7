import type { Stretch } from '../../api/shapes.js';
import { dueWall, sayExactly, wallOf } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { sayReason } from './Picture.js';

/** The same in words, for those who read rather than look. */
export function Stretches({ stretches }: { stretches: Stretch[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <ol className="stretches">
      {stretches.map((stretch) => (
        <li key={stretch.from} className={stretch.counted ? 'counted' : 'excluded'}>
          <span className="num">{saySpan(stretch, words)}</span>
          <b>{sayReason(stretch, words)}</b>
          <span className="stretch-mark">{t(stretch.counted ? 'why.counted' : 'why.excluded')}</span>
        </li>
      ))}
    </ol>
  );
}

function saySpan({ from, to }: Stretch, words: ReturnType<typeof useWords>): string {
  const end = dueWall(to);
  const same = wallOf(from).date === end.date;
  return `${sayExactly(from, words)} – ${same ? end.time : sayExactly(to, words, true)}`;
}
