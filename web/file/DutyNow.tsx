import { useQuery } from '@tanstack/react-query';
import { dutyPeriods } from '../api/queries.js';
import type { Labels } from '../api/shapes.js';
import { Clauses } from '../parts/Clause.js';
import { useWords } from '../parts/words.js';

/** Whether the duty post takes complaints now, by the rulebook of the project. */
export function DutyNow({ rulebook, clauses }: { rulebook?: string; clauses?: Labels }) {
  const { t, label, zh } = useWords();
  const { data = [] } = useQuery({ ...dutyPeriods(rulebook ?? ''), enabled: Boolean(rulebook) });
  if (data.length === 0) return null;
  const names = data.map((period) => label(period, period.name)).join(zh ? '、' : ', ');
  return (
    <p className="duty-now" role="status">
      <b>{t('panel.dutyNow', { period: names })}</b> {t('panel.dutyHint')}{' '}
      <Clauses ids={[...new Set(data.flatMap(({ clauses: cited }) => cited))]} texts={clauses} />
    </p>
  );
}
