import type { ReactNode } from 'react';
import type { Complaint } from '../../api/shapes.js';
import { Clauses } from '../../parts/Clause.js';
import type { Labels } from '../labels.js';

/** What every panel is drawn from. */
export interface Shown {
  complaint: Complaint;
  labels: Labels;
}

interface Props {
  name: string;
  title: string;
  clauses?: string[];
  labels: Labels;
  /** A button at its head, for one more of its kind. */
  more?: ReactNode;
  /** Buttons at its foot. */
  foot?: ReactNode;
  children?: ReactNode;
}

export function Panel({ name, title, clauses = [], labels, more, foot, children }: Props) {
  return (
    <section className="card part panel" data-shows={name}>
      <h2>
        {title}
        <Clauses ids={clauses} texts={labels.clauses} />
        {more && <span className="panel-more">{more}</span>}
      </h2>
      {children}
      {foot && <div className="panel-foot">{foot}</div>}
    </section>
  );
}

/** A word and what it is; nothing where it is not known. */
export function Line({ name, children }: { name: string; children?: ReactNode }) {
  if (children === undefined || children === null || children === '' || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
