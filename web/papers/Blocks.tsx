import { Link } from 'react-router';
import type { Paper, PaperBlock, PaperCell } from '../api/papers.js';
import { Scroll } from '../parts/Scroll.js';
import { useWords } from '../parts/words.js';
import { sayCell, sayText } from './say.js';

export function Block({ block, paper, section }: { block: PaperBlock; paper: Paper; section: string }) {
  const words = useWords();
  switch (block.type) {
    case 'paragraph':
      return <p className="said">{sayText(block.text, words)}</p>;
    case 'list':
      return (
        <ol className="paper-list">
          {block.items.map((item, at) => (
            <li key={at}>{sayText(item, words)}</li>
          ))}
        </ol>
      );
    case 'facts':
      return (
        <dl className="paper-facts">
          {block.items.map(({ label, value }, at) => (
            <div key={at}>
              <dt>{sayText(label, words)}</dt>
              <dd>
                <Cell cell={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'figures':
      return (
        <dl className="paper-figures">
          {block.items.map(({ label, value, note }, at) => (
            <div key={at}>
              <dd className="num">
                <Cell cell={value} />
              </dd>
              <dt>
                {sayText(label, words)}
                {note && <small>{sayText(note, words)}</small>}
              </dt>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table block={block} section={section} />;
    case 'part':
      return <Written id={block.part} paper={paper} section={section} />;
  }
}

function Cell({ cell }: { cell: PaperCell }) {
  const words = useWords();
  const said = sayCell(cell, words);
  if (cell !== null && typeof cell === 'object' && 'complaint' in cell)
    return <Link to={`/complaints/${cell.complaint.id}`}>{said}</Link>;
  return said;
}

interface TableProps {
  block: Extract<PaperBlock, { type: 'table' }>;
  section: string;
}

function Table({ block: { title, columns, rows, empty }, section }: TableProps) {
  const words = useWords();
  return (
    <Scroll label={title ? sayText(title, words) : section} className="paper-scroll">
      <table className="paper-table">
        {title && <caption>{sayText(title, words)}</caption>}
        <thead>
          <tr>
            {columns.map(({ id, label, width = 1 }) => (
              <th key={id} scope="col" style={{ minWidth: 40 + 36 * width }}>
                {sayText(label, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(({ id, align }, n) => (
                <td key={id} className={`${align ?? ''} ${isWhole(row[n]) ? 'whole ' : ''}num`}>
                  <Cell cell={row[n] ?? null} />
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="none">
                {sayText(empty, words)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A day, a moment or a number of a complaint is not broken. */
const isWhole = (cell: PaperCell | undefined): boolean => typeof cell === 'object' && cell !== null && !('zh' in cell);

/** What a person wrote, or that it is missing and whose it is. */
function Written({ id, paper, section }: { id: string; paper: Paper; section: string }) {
  const words = useWords();
  const { t, term } = words;
  const part = paper.parts.find((one) => one.id === id);
  if (!part) return null;
  const title = sayText(part.title, words);
  const lead = title === section ? null : <b>{t('paper.lead', { title })}</b>;
  if (part.text) {
    return (
      <p className="said">
        {lead}
        {part.text}
      </p>
    );
  }
  if (part.optional)
    return (
      <p className="said">
        {lead}
        {t('paper.none')}
      </p>
    );
  const people = paper.missing.find(({ what }) => what === id)?.people ?? [];
  const who = people.length > 0 ? people.map(({ name }) => name) : part.by.map((role) => term('role', role));
  return (
    <p className="said unwritten">
      {lead}
      {paper.public
        ? t('paper.notWritten')
        : t(paper.state === 'issued' ? 'paper.leftOut' : 'paper.toWrite', { who: words.list(who) })}
    </p>
  );
}
