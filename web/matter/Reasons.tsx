import type { Alike } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

const against = /^(other|unknown)/;

/** Why two complaints look alike, and what speaks against it. */
export function Reasons({ reasons }: { reasons: NonNullable<Alike['match']>['reasons'] }) {
  const { t, term, list } = useWords();
  const name = (about: string) => {
    const [, n, kind] = /^(\w+)(栋|单元)$/.exec(about) ?? [];
    return kind ? t(`likenessPlace.${kind}`, { n }) : term('likenessWord', about);
  };
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map(({ kind, about }, i) => (
        <li key={i} className={against.test(kind) ? 'against' : 'for'}>
          {t(`likeness.${kind}`, { about: list((about ?? []).map(name)) })}
        </li>
      ))}
    </ul>
  );
}
