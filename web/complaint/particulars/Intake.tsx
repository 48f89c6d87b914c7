import { useWords } from '../../parts/words.js';
import { isOpen } from '../arrange.js';
import { CommandButton } from './CommandButton.js';
import { Line, Panel, type Shown } from './Panel.js';

/** Who received it and follows it, whether the complainant confirmed the record, and whether the duty post took it. */
export function Intake({ complaint, labels }: Shown) {
  const { t, term, label, zh } = useWords();
  const { book } = labels;
  const { firstReceiver, firstReceiverLiable = [], confirmed, duty } = complaint;
  const confirmation = book?.confirmation;
  const follows = book?.firstReceiver && firstReceiver;
  if (!confirmation && !follows && duty.length === 0) return null;
  const clauses = [
    ...(book?.firstReceiver?.clauses ?? []),
    ...(confirmation?.clauses ?? []),
    ...duty.flatMap(({ clauses: cited }) => cited),
  ];
  const exempt = confirmation?.exempt?.includes(complaint.channel);
  return (
    <Panel
      name="intake"
      title={t('panel.intake')}
      clauses={[...new Set(clauses)]}
      labels={labels}
      foot={
        isOpen('confirmRecord', complaint) && (
          <CommandButton complaint={complaint} labels={labels} command="confirmRecord" />
        )
      }
    >
      <dl>
        {follows && <Line name={t('panel.firstReceiver')}>{labels.person(firstReceiver)}</Line>}
        {follows && book?.firstReceiver?.liable && (
          <Line name={t('panel.liable')}>
            {firstReceiverLiable.length > 0 ? (
              <span className="panel-owed">
                {firstReceiverLiable.map((clock) => term('clock', clock)).join(zh ? '、' : ', ')}
              </span>
            ) : (
              t('panel.notLiable')
            )}
          </Line>
        )}
        {confirmation && (
          <Line name={t('panel.confirmation')}>
            {confirmed ? term('confirmation', confirmed) : t(exempt ? 'panel.mayBeExempt' : 'panel.unconfirmed')}
          </Line>
        )}
        {duty.map((period) => (
          <Line key={period.name} name={t('panel.duty')}>
            {label(period, period.name)}
          </Line>
        ))}
      </dl>
    </Panel>
  );
}
