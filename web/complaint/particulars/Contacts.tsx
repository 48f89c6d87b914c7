import { sayExactly } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { CommandButton } from './CommandButton.js';
import { Panel, type Shown } from './Panel.js';

/** The way to another party: a developer, a utility, the neighbours. */
export function Contacts({ complaint, labels }: Shown) {
  const words = useWords();
  const { t, term, label } = words;
  const { contacts = [], path } = complaint;
  const name = path ?? contacts.at(-1)?.path;
  const rule = name === undefined ? undefined : labels.book?.paths?.[name];
  if (!name || !rule) return null;
  const reading = label(rule.reading);
  return (
    <Panel
      name="contacts"
      title={label(rule, name)}
      clauses={rule.clauses}
      labels={labels}
      foot={
        <>
          <CommandButton complaint={complaint} labels={labels} command="contact" />
          <CommandButton complaint={complaint} labels={labels} command="conclude" />
        </>
      }
    >
      <p className="part-note">
        {t('panel.way', { way: term('pathWay', rule.way), party: label(rule.party) })}
        {rule.sheet && ` · ${t('panel.bySheet', { sheet: label(labels.book?.forms?.[rule.sheet], rule.sheet) })}`}
      </p>
      {reading && (
        <p className="part-note">
          {t('why.reading')} · {reading}
        </p>
      )}
      <ul className="panel-list">
        {contacts.map(({ party, text, contactedAt, concludedAt, settled, result }) => (
          <li key={contactedAt}>
            <p>
              <b>{party}</b> <span className="part-note num">{sayExactly(contactedAt, words)}</span>
              <span className={`plan-state ${settled === undefined ? 'proposed' : settled ? 'approved' : 'returned'}`}>
                {t(settled === undefined ? 'panel.waiting' : `panel.settled.${settled}`)}
              </span>
            </p>
            <p className="words">{text}</p>
            {result && (
              <p className="words quoted">
                {result}
                {concludedAt && <span className="part-note num"> · {sayExactly(concludedAt, words)}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
