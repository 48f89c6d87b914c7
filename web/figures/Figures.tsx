import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { rulebooks, serviceFigures, surveyFigures } from '../api/queries.js';
import type { ServiceFigure, SurveyItem } from '../api/shapes.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { Scroll } from '../parts/Scroll.js';
import { useWords } from '../parts/words.js';
import { isSpan, listOf, periodOf, spans } from './period.js';
import './figures.css';

/** What rulebooks measure the service by, and what people said at the revisits; each number leads to its complaints. */
export function Figures() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('last') ?? '';
  const span = isSpan(asked) ? asked : 'quarter';
  const period = periodOf(span);
  const service = useQuery(serviceFigures(period));
  const survey = useQuery(surveyFigures(period));
  const error = service.error ?? survey.error;
  return (
    <div className="page stack figures">
      <header className="page-head">
        <div>
          <h1>{t('figures.title')}</h1>
          <p className="faint">{t('figures.lead')}</p>
        </div>
        <Segmented
          aria-label={t('figures.period')}
          value={span}
          onChange={(last) => setSearch({ last }, { replace: true })}
          options={spans.map((value) => ({ value, label: t(`figures.last.${value}`) }))}
        />
      </header>
      {error ? (
        <Failure error={error} retry={() => void Promise.all([service.refetch(), survey.refetch()])} />
      ) : !service.data || !survey.data ? (
        <Loading rows={5} />
      ) : service.data.length + survey.data.length === 0 ? (
        <Empty title={t('figures.none')} hint={t('figures.emptyHint')} />
      ) : (
        <>
          <Service figures={service.data} from={period.from} />
          <Survey items={survey.data} from={period.from} />
        </>
      )}
    </div>
  );
}

function useTitles(): (id: string) => string {
  const { label } = useWords();
  const { data = [] } = useQuery(rulebooks);
  return (id) => `${id} ${label(data.find((one) => one.id === id)?.title)}`;
}

function Service({ figures, from }: { figures: ServiceFigure[]; from?: string }) {
  const { t } = useWords();
  const title = useTitles();
  if (figures.length === 0) return null;
  return (
    <section className="card part" data-shows="service">
      <h2>{t('figures.service')}</h2>
      <ul className="figure-cards">
        {figures.map((figure) => (
          <Figure key={figure.rulebook + figure.figure} figure={figure} title={title(figure.rulebook)} from={from} />
        ))}
      </ul>
    </section>
  );
}

function Figure({ figure: one, title, from }: { figure: ServiceFigure; title: string; from?: string }) {
  const { t } = useWords();
  const { figure, rulebook, clock, good, of, share, least, most, kept, clauses } = one;
  const target =
    least !== undefined
      ? t('figures.least', { share: percent(least) })
      : most !== undefined
        ? t('figures.most', { share: percent(most) })
        : t('figures.noTarget');
  const cases = clock
    ? [
        { says: t('figures.inTime', { count: good }), query: { clock: `${clock}:met` } },
        { says: t('figures.late', { count: of - good }), query: { clock: `${clock}:missed` } },
      ]
    : [{ says: t('figures.anew', { count: good }), query: { reworked: 'true' } }];
  return (
    <li className={kept === undefined ? undefined : kept ? 'kept' : 'missed'}>
      <h3>{t(`figures.figure.${figure}`)}</h3>
      <p className="figure num">{share === undefined ? '—' : percent(share)}</p>
      <p className="part-note">
        {t('figures.target')} {target}
        {kept !== undefined && <b> · {t(kept ? 'figures.kept' : 'figures.missedTarget')}</b>}
      </p>
      <p className="figure-cases num">
        {cases.map(({ says, query }) => (
          <Link key={says} to={listOf({ rulebook, ...query }, from)}>
            {says}
          </Link>
        ))}
        {!clock && <span className="faint">{t('figures.done', { count: of })}</span>}
      </p>
      <p className="part-note">
        {t(`figures.formula.${figure}`)} · {title} · {clauses.join(' ')}
      </p>
    </li>
  );
}

const said = ['satisfied', 'fair', 'dissatisfied'] as const;

function Survey({ items, from }: { items: SurveyItem[]; from?: string }) {
  const { t, term, label } = useWords();
  const title = useTitles();
  if (items.length === 0) return null;
  return (
    <section className="card part" data-shows="survey">
      <h2>{t('figures.survey')}</h2>
      <p className="part-note">{[...new Set(items.map(({ rulebook }) => rulebook))].map(title).join(' · ')}</p>
      <Scroll label={t('figures.survey')}>
        <table className="figure-table num">
          <thead>
            <tr>
              <th scope="col">{t('figures.item')}</th>
              {said.map((rating) => (
                <th key={rating} scope="col">
                  {term('rating', rating)}
                </th>
              ))}
              <th scope="col">{t('figures.satisfaction')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.rulebook + one.item}>
                <th scope="row">{label(one, one.item)}</th>
                {said.map((rating) => (
                  <td key={rating}>
                    {one[rating] > 0 ? (
                      <Link to={listOf({ rulebook: one.rulebook, rated: `${one.item}:${rating}` }, from)}>
                        {one[rating]}
                      </Link>
                    ) : (
                      <span className="faint">0</span>
                    )}
                  </td>
                ))}
                <td>
                  {one.share === undefined ? (
                    <span className="faint">—</span>
                  ) : (
                    <>
                      {percent(one.share)} <small className="faint">{t('figures.rated', { count: one.rated })}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** 97.5%: as exact as one decimal tells. */
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
