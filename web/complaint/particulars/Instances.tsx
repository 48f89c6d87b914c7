import type { ComplaintEvent } from '../../api/shapes.js';
import { Clauses } from '../../parts/Clause.js';
import { sayExactly } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { Panel, type Shown } from './Panel.js';

/** Who decides in turn: a ruling, mediation, then bodies outside the house. */
export function Instances({ complaint, labels, events }: Shown & { events: ComplaintEvent[] }) {
  const words = useWords();
  const { t, label } = words;
  const instances = labels.book?.instances;
  if (!instances) return null;
  const names = Object.keys(instances);
  const now = names.indexOf(complaint.instance ?? '');
  return (
    <Panel name="instances" title={t('panel.instances')} labels={labels}>
      <ol className="panel-instances">
        {names.map((name, i) => {
          const instance = instances[name];
          const decided = events.findLast((event) => event.type === 'Replied' && event.instance === name);
          return (
            <li key={name} className={i < now ? 'done' : i === now ? 'now' : undefined}>
              <b>{label(instance, name)}</b>
              <Clauses ids={instance?.clauses ?? []} texts={labels.clauses} />
              <p className="part-note num">
                {decided
                  ? t('panel.decidedAt', { at: sayExactly(decided.at, words) })
                  : i === now
                    ? t(instance?.outside ? 'panel.outside' : 'panel.itsTurn')
                    : i < now
                      ? t('panel.passed')
                      : t('panel.notYet')}
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
