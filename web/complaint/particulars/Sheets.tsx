import { sayExactly } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { isOpen } from '../arrange.js';
import { CommandButton } from './CommandButton.js';
import { Panel, type Shown } from './Panel.js';

/** Contact sheets, action sheets, notices: each under the complaint's own number, tracked to its date. */
export function Sheets({ complaint, labels }: Shown) {
  const words = useWords();
  const { t, label } = words;
  const { sheets = [] } = complaint;
  if (sheets.length === 0 && !isOpen('issueSheet', complaint)) return null;
  return (
    <Panel
      name="sheets"
      title={t('panel.sheets')}
      clauses={labels.book?.decisions.issueSheet?.clauses}
      labels={labels}
      more={<CommandButton complaint={complaint} labels={labels} command="issueSheet" />}
    >
      {sheets.length === 0 && <p className="faint">{t('panel.noSheets')}</p>}
      <ul className="panel-list">
        {sheets.map(({ number, reference, kind, content, dueBy, overdue, result }) => (
          <li key={number}>
            <p>
              <b>{label(labels.book?.forms?.[kind], kind)}</b>{' '}
              <span className="part-note num">
                {reference}-{number}
              </span>
              <span className={`plan-state ${result ? 'approved' : overdue ? 'returned' : 'proposed'}`}>
                {t(result ? 'panel.sheetClosed' : overdue ? 'panel.sheetOverdue' : 'panel.sheetOpen')}
              </span>
            </p>
            <p className="words">{content}</p>
            {dueBy && (
              <p className="part-note num">{t('complaint.finishBy', { at: sayExactly(dueBy, words, true) })}</p>
            )}
            {result && <p className="words quoted">{result}</p>}
            {!result && (
              <div className="panel-foot">
                <CommandButton complaint={complaint} labels={labels} command="closeSheet" given={{ number }} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
