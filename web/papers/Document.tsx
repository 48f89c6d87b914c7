import { Link } from 'react-router';
import type { Family, Paper } from '../api/papers.js';
import { useWords } from '../parts/words.js';
import { Block } from './Blocks.js';
import { numbered } from './numbered.js';
import { sayDay, sayText } from './say.js';
import './document.css';

/** A paper as it is printed and sent. */
export function Document({ paper, family }: { paper: Paper; family: Family }) {
  const words = useWords();
  const { t } = words;
  const { content, node, addressee, period, rulebook, clauses } = paper;
  const issued = paper.issuedAt ?? paper.due;
  return (
    <article className={`paper ${family}`} lang={words.zh ? 'zh-CN' : 'en'}>
      <header className="paper-head">
        <h1>{sayText(content.title, words)}</h1>
        {period && <p className="paper-period">{sayText(period.label, words)}</p>}
        <p className="paper-number num">{paper.number ?? t('paper.unnumbered')}</p>
        <p className="paper-from num">
          <span>{node.name}</span>
          <span>{sayDay(issued).slice(0, 10)}</span>
        </p>
      </header>
      <Marks paper={paper} family={family} />
      {numbered(
        content.sections.map(({ level, title }) => ({ level, title: sayText(title, words) })),
        words.zh,
      ).map((number, at) => {
        const section = content.sections[at];
        if (!section) return null;
        const title = sayText(section.title, words);
        const Heading = section.level === 1 ? 'h2' : 'h3';
        return (
          <section key={section.id}>
            <Heading>{number + title}</Heading>
            {section.blocks.length === 0 && content.sections[at + 1]?.level !== 2 && (
              <p className="said">{t('paper.none')}</p>
            )}
            {section.blocks.map((block, at) => (
              <Block key={at} block={block} paper={paper} section={title} />
            ))}
          </section>
        );
      })}
      {!paper.public && <Signatures paper={paper} />}
      <footer className="paper-foot num">
        {addressee && <p>{t('paper.to', { name: addressee.name })}</p>}
        <p>{t('paper.cutOff', { at: sayDay(paper.cutOff, true) })}</p>
        <p>
          {t('paper.ground', {
            title: sayText(rulebook.title, words),
            version: rulebook.version,
            clauses: clauses.join(' '),
          })}
        </p>
      </footer>
    </article>
  );
}

function Marks({ paper, family }: { paper: Paper; family: Family }) {
  const words = useWords();
  const { t, term } = words;
  const { corrects, correctedBy, missing, state } = paper;
  const said = missing.map(({ title, people, by }) => {
    const who = people.length > 0 ? people.map(({ name }) => name) : by.map((role) => term('role', role));
    return paper.public
      ? sayText(title, words)
      : t('paper.missingBy', { title: sayText(title, words), who: words.list(who) });
  });
  const marks = [
    state !== 'issued' && <>{t('paper.mark.draft', { due: sayDay(paper.due, true) })}</>,
    correctedBy && (
      <>
        {t('paper.mark.corrected')}{' '}
        <Link to={`/${family}/${correctedBy.id}`}>{correctedBy.number ?? t('paper.seeIt')}</Link>
      </>
    ),
    corrects && (
      <>
        {t('paper.mark.corrects')} <Link to={`/${family}/${corrects.id}`}>{corrects.number}</Link>
        {t('paper.mark.why', { reason: corrects.reason })}
      </>
    ),
    paper.late && (
      <>{t('paper.mark.late', { due: sayDay(paper.due, true), at: paper.issuedAt ? sayDay(paper.issuedAt) : '' })}</>
    ),
    missing.length > 0 && (
      <>{t(state === 'issued' ? 'paper.mark.missing' : 'paper.mark.stillMissing', { list: words.clauses(said) })}</>
    ),
  ].filter(Boolean);
  if (marks.length === 0) return null;
  return (
    <ul className={state === 'issued' ? 'paper-marks' : 'paper-marks draft'}>
      {marks.map((mark, at) => (
        <li key={at}>{mark}</li>
      ))}
    </ul>
  );
}

function Signatures({ paper }: { paper: Paper }) {
  const { t } = useWords();
  const { completed, approved, confirmed, approves, confirms } = paper;
  const all = [
    { label: 'completed', signed: completed, shown: true },
    { label: 'approved', signed: approved, shown: approves.length > 0 },
    { label: 'confirmed', signed: confirmed, shown: confirms.length > 0 },
  ].filter(({ shown }) => shown);
  return (
    <dl className="paper-signs">
      {all.map(({ label, signed }) => (
        <div key={label}>
          <dt>{t(`paper.sign.${label}`)}</dt>
          <dd className="num">
            {signed?.by.name ?? ' '}
            {signed && <small>{sayDay(signed.at)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
