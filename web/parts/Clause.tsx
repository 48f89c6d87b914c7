import { Popover } from 'antd';
import type { Labels } from '../api/shapes.js';
import { useWords } from './words.js';
import './clause.css';

/** A clause by its number; its text on a click, with the keyboard too. */
export function Clause({ id, texts }: { id: string; texts?: Labels }) {
  const { label } = useWords();
  const text = label(texts?.[id]);
  if (!text) return <span className="clause">{id}</span>;
  return (
    <Popover trigger="click" title={id} content={<div className="clause-text">{text}</div>}>
      <button type="button" className="clause link">
        {id}
      </button>
    </Popover>
  );
}

export function Clauses({ ids, texts }: { ids: string[]; texts?: Labels }) {
  if (ids.length === 0) return null;
  return (
    <span className="clauses">
      {ids.map((id) => (
        <Clause key={id} id={id} texts={texts} />
      ))}
    </span>
  );
}
