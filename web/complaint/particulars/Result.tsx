import { useWords } from '../../parts/words.js';
import { CommandButton } from './CommandButton.js';
import { Line, Panel, type Shown } from './Panel.js';

/** What was concluded, who paid, who was told, what was said of each item. */
export function Result({ complaint, labels }: Shown) {
  const { t, term, label, zh } = useWords();
  const { book } = labels;
  const { outcome, payer, price, reworked, fedBackTo = [], ratings = {} } = complaint;
  const owed = book?.feedbackTo ? ['complainant', ...Object.keys(book.feedbackTo)] : [];
  // in the order of the survey
  const rated = Object.keys(book?.survey ?? {}).flatMap((item): [string, string][] => {
    const said = ratings[item];
    return said ? [[item, said]] : [];
  });
  const shows = (book?.outcomes && outcome) || payer || reworked || owed.length > 0 || rated.length > 0;
  if (!shows) return null;
  const handled = ['verifying', 'revisiting', 'observing', 'closed', 'unclosed'].includes(complaint.status);
  const clauses = [
    ...(outcome ? (book?.outcomes?.[outcome]?.clauses ?? []) : []),
    ...(payer ? (book?.payers?.[payer]?.clauses ?? []) : []),
    ...Object.values(book?.feedbackTo ?? {}).flatMap(({ clauses: cited }) => cited),
  ];
  return (
    <Panel
      name="result"
      title={t('panel.result')}
      clauses={[...new Set(clauses)]}
      labels={labels}
      foot={
        handled &&
        owed
          .filter((one) => !fedBackTo.includes(one as 'level1'))
          .map((addressee) => (
            <CommandButton
              key={addressee}
              complaint={complaint}
              labels={labels}
              command="feedBack"
              given={{ addressee }}
              says={t('panel.tell', { whom: term('addressee', addressee) })}
            />
          ))
      }
    >
      <dl>
        <Line name={t('panel.outcome')}>
          {book?.outcomes && outcome && label(book.outcomes[outcome], term('outcome', outcome))}
        </Line>
        <Line name={t('panel.payer')}>
          {payer &&
            [
              label(book?.payers?.[payer], payer),
              price !== undefined && t('panel.priceTold', { amount: price.toLocaleString() }),
            ]
              .filter(Boolean)
              .join(' · ')}
        </Line>
        <Line name={t('panel.rework')}>{reworked && t('panel.reworked', { count: reworked })}</Line>
        {owed.map((addressee) => (
          <Line key={addressee} name={t('panel.told', { whom: term('addressee', addressee) })}>
            {fedBackTo.includes(addressee as 'level1') ? (
              t('panel.toldAlready')
            ) : (
              <span className={handled ? 'panel-owed' : 'faint'}>
                {t(handled ? 'panel.owed' : 'panel.whenHandled')}
              </span>
            )}
          </Line>
        ))}
        <Line name={t('panel.ratings')}>
          {rated.length > 0 &&
            rated
              .map(([item, said]) => `${label(book?.survey?.[item], item)} ${term('rating', said)}`)
              .join(zh ? '；' : '; ')}
        </Line>
      </dl>
    </Panel>
  );
}
