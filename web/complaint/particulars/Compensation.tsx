import { useWords } from '../../parts/words.js';
import { sayExactly } from '../../parts/time.js';
import { isOpen } from '../arrange.js';
import { compensationStep } from '../form/asked.js';
import { CommandButton } from './CommandButton.js';
import { Line, Panel, type Shown } from './Panel.js';

const steps = ['proposed', 'approved', 'settled', 'paid'];

/** Proposed, approved, settled with a memo, and only then paid. */
export function Compensation({ complaint, labels }: Shown) {
  const words = useWords();
  const { t, term, label } = words;
  const rules = labels.book?.compensation;
  const { compensation } = complaint;
  if (!rules || (!compensation && !isOpen('compensate', complaint))) return null;
  const rule = compensation && rules[compensation.size];
  const reached = compensation ? steps.indexOf(compensation.state) : -1;
  const sheet = (kind?: string) => label(labels.book?.forms?.[kind ?? ''], kind);
  const next = compensationStep(complaint)?.step;
  return (
    <Panel
      name="compensation"
      title={t('panel.compensation')}
      clauses={rule?.clauses ?? Object.values(rules).flatMap(({ clauses }) => clauses)}
      labels={labels}
      foot={
        <>
          <CommandButton
            complaint={complaint}
            labels={labels}
            command="compensate"
            says={t(`panel.compensationStep.${next ?? 'propose'}`)}
          />
          {compensation?.sheetOwed && (
            <CommandButton
              complaint={complaint}
              labels={labels}
              command="issueSheet"
              given={{ kind: compensation.sheetOwed }}
              says={t('panel.issueOwed', { sheet: sheet(compensation.sheetOwed) })}
            />
          )}
        </>
      }
    >
      {!compensation && <p className="faint">{t('panel.noCompensation')}</p>}
      {compensation && (
        <>
          <ol className="panel-steps">
            {steps.map((step, i) => (
              <li key={step} className={i <= reached ? 'done' : undefined}>
                {term('compensationState', step)}
              </li>
            ))}
          </ol>
          <dl>
            <Line name={t('field.amount')}>
              <b>{t('complaint.yuan', { amount: compensation.amount.toLocaleString() })}</b> ·{' '}
              {term('size', compensation.size)}
            </Line>
            <Line name={t('panel.reason')}>{compensation.reason}</Line>
            <Line name={t('field.lowestClaim')}>{compensation.lowestClaim?.toLocaleString()}</Line>
            <Line name={t('panel.proposedBy')}>{labels.person(compensation.proposedBy)}</Line>
            <Line name={t('panel.approvedBy')}>
              {compensation.approvedBy &&
                [labels.person(compensation.approvedBy), term('approvalManner', compensation.manner)]
                  .filter(Boolean)
                  .join(' · ')}
            </Line>
            <Line name={t('field.memo')}>{compensation.memo}</Line>
            <Line name={t('panel.paidAt')}>{compensation.paidAt && sayExactly(compensation.paidAt, words)}</Line>
          </dl>
          {compensation.sheetOwed && (
            <p className="panel-owed">{t('panel.sheetOwed', { sheet: sheet(compensation.sheetOwed) })}</p>
          )}
          {compensation.state === 'approved' && <p className="part-note">{t('panel.memoFirst')}</p>}
        </>
      )}
    </Panel>
  );
}
