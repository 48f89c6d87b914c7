import { useWords } from '../../parts/words.js';
import { isOpen } from '../arrange.js';
import { CommandButton } from './CommandButton.js';
import { Panel, type Shown } from './Panel.js';

/** A share of the loss for whoever caused it, their appeal, and what was decided on it. */
export function Penalties({ complaint, labels }: Shown) {
  const { t, zh } = useWords();
  const rule = labels.book?.penalty;
  const { penalties = [] } = complaint;
  if (!rule || (penalties.length === 0 && !isOpen('penalise', complaint))) return null;
  const yuan = (amount: number) => t('complaint.yuan', { amount: amount.toLocaleString() });
  const percent = (share: number) => `${share * 100}${zh ? '' : ' '}%`;
  const button = (command: string, given?: Record<string, unknown>) => (
    <CommandButton complaint={complaint} labels={labels} command={command} given={given} />
  );
  return (
    <Panel
      name="penalties"
      title={t('panel.penalties')}
      clauses={rule.clauses}
      labels={labels}
      more={button('penalise')}
    >
      <p className="part-note">
        {t('panel.penaltyRule', { upTo: yuan(rule.upTo), below: percent(rule.below), above: percent(rule.above) })}
      </p>
      <ul className="panel-list">
        {penalties.map(({ number, penalised, loss, amount, reason, appeal, upheld }) => (
          <li key={number}>
            <p>
              <b>
                {labels.person(penalised)} {yuan(amount)}
              </b>{' '}
              <span className="part-note">{t('panel.ofLoss', { loss: yuan(loss) })}</span>
              <span className={`plan-state ${upheld === undefined ? 'proposed' : upheld ? 'returned' : 'approved'}`}>
                {t(upheld === undefined ? (appeal ? 'panel.appealed' : 'panel.penalised') : `panel.upheld.${upheld}`)}
              </span>
            </p>
            <p className="words">{reason}</p>
            {appeal && (
              <p className="words quoted">
                {t('panel.appeal')}
                {zh ? '：' : ': '}
                {appeal}
              </p>
            )}
            <div className="panel-foot">
              {!appeal && button('appeal', { number })}
              {appeal && upheld === undefined && button('decideAppeal', { number })}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
