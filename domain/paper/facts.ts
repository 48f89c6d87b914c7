/** What papers are made of: rows as of a cut-off, and the names of things. */
import type { Moment } from '../calendar/zone.js';
import type { ComplaintEvent } from '../complaint/events.js';
import type { Complaint } from '../complaint/state.js';
import type { Label, RulebookDocument } from '../rulebook/document.js';
import type { Clause, Role, Tier } from '../rulebook/rulebook.js';
import type { Cell, PaperContent, Part, Period } from './paper.js';
import { hidden } from './hide.js';
import { natureTerms, term } from './terms.js';
import type { Words } from './words.js';

export interface ProjectName {
  id: string;
  name: string;
}

/** What complaint rates are reckoned over in a month (its first day); null: not known. */
export interface Base {
  project: string;
  month: string;
  households: number | null;
  floorArea: number | null;
}

export interface Facts {
  node: { id: string; name: string; tier: Tier };
  zone: string;
  period: Period;
  cutOff: Moment;
  /** The cut-off of the paper before. */
  since?: Moment;
  /** At the node or below it. */
  projects: ProjectName[];
  /** As they stood at the cut-off: arrived since the beginning of last year, or not over at the period's beginning. */
  complaints: Complaint[];
  /** Events until the cut-off of those that were severe or are listed singly; by complaint. */
  events: Readonly<Record<string, readonly ComplaintEvent[]>>;
  /** Of staff, by user id. */
  names: Readonly<Record<string, string>>;
  bases: Base[];
  book: Pick<RulebookDocument, 'categories' | 'natures' | 'units' | 'clauses'>;
  clauses: Clause[];
  completes: Role[];
  /** Parts of the papers below that this one sums up, by part id. */
  below: Readonly<Record<string, string>>;
}

/** What a paper is drafted with. */
export interface Drafted {
  content: PaperContent;
  parts: Part[];
  /** Of what is public: the complaints that its rows are of, which the rows do not say. */
  rows?: string[];
}

const both = (label: Label | undefined, code: string): Words => ({
  zh: label?.zh ?? label?.en ?? code,
  en: label?.en ?? label?.zh ?? code,
});

export const categoryOf = ({ book }: Pick<Facts, 'book'>, code: string | undefined): Words =>
  code === undefined ? { zh: '未分类', en: 'Unclassified' } : both(book.categories[code], code);

export const unitOf = ({ book }: Pick<Facts, 'book'>, code: string | undefined): Cell =>
  code === undefined ? null : both(book.units?.[code], code);

export function natureOf({ book }: Pick<Facts, 'book'>, nature?: string, subNature?: string): Cell {
  if (!nature) return null;
  const whole = book.natures?.[nature];
  const main = whole ? both(whole, nature) : term(natureTerms, nature);
  if (!subNature) return main;
  const sub = both(whole?.sub?.[subNature], subNature);
  return { zh: `${main.zh}·${sub.zh}`, en: `${main.en} · ${sub.en}` };
}

export const projectName = ({ projects }: Pick<Facts, 'projects'>, id: string): string =>
  projects.find((project) => project.id === id)?.name ?? id;

export const personName = ({ names }: Pick<Facts, 'names'>, id: string | undefined): Cell =>
  id === undefined ? null : (names[id] ?? id);

export const numbered = ({ id, number }: Complaint): Cell => ({ complaint: { id, number } });

/** What was complained of, without who complained. `most`: characters, as many as there are unless said. */
export function contentOf(complaint: Complaint, most = Infinity): string {
  const text = hidden(complaint.text, complaint).replace(/\s+/g, ' ').trim();
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
