import { useWords } from '../parts/words.js';

/** How much of each there is; each number leads to its part of the page. */
export function Overview({ counts }: { counts: { id: string; says: string; count: number; urgent?: boolean }[] }) {
  const { t } = useWords();
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length < 2) return null;
  return (
    <nav className="overview" aria-label={t('desk.overview')}>
      {shown.map(({ id, says, count, urgent }) => (
        <a key={id} href={`#group-${id}`} className={urgent ? 'urgent' : undefined}>
          <b className="num">{count}</b>
          <span>{says}</span>
        </a>
      ))}
    </nav>
  );
}
