/** A layout 版面: a paper in one language, in the order in which an office reads it; how it is drawn is not said yet. */
export interface Layout {
  language: 'zh' | 'en';
  head: Head;
  /** Not said again where the head has said it. */
  title?: string;
  /** The period that it is about. */
  subtitle?: string;
  marks: Mark[];
  blocks: LayoutBlock[];
  closing: Closing;
  /** At the very end, between thin lines: to whom, as of when, on what ground. */
  notes: Labelled[];
  /** A table is too wide for an upright page. */
  wide: boolean;
}

/** Bulletins carry a red head with the number below; other papers begin with their title. */
export interface Head {
  red: boolean;
  /** What kind of paper it is. */
  name: string;
  number: string;
  unit: string;
  date: string;
}

/** What nobody may overlook: it stands boxed under the title. */
export interface Mark {
  kind: 'draft' | 'late' | 'missing' | 'correction' | 'corrected';
  name: string;
  text: string;
}

export interface Labelled {
  label: string;
  value: string;
}

export interface Figure extends Labelled {
  note?: string;
}

export interface LayoutColumn {
  label: string;
  end: boolean;
  /** Share of the width. */
  width: number;
}

export interface LayoutTable {
  type: 'table';
  title?: string;
  columns: LayoutColumn[];
  rows: string[][];
  /** Stands in a table without rows. */
  empty: string;
}

export type LayoutBlock =
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'paragraph'; text: string; lead?: string }
  | { type: 'list'; items: string[] }
  | { type: 'facts'; items: Labelled[] }
  | { type: 'figures'; items: Figure[] }
  | { type: 'missing'; lead: string; text: string }
  | LayoutTable;

/** Who signed, and the place of the seal. */
export interface Closing {
  signatures: { label: string; name: string; date: string }[];
  unit: string;
  date: string;
  seal: string;
}
