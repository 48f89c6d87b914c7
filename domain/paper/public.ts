/** What residents read of a publication (WY-4.6.1): the document, and nobody who wrote or approved it. */
import type { Moment } from '../calendar/zone.js';
import type { Block, Paper, PaperContent } from './paper.js';
import type { Words } from './words.js';

export interface Publication {
  project: string;
  period: string;
  label: Words;
  number: string;
  issuedAt: Moment;
  content: PaperContent;
}

/** Of a paper that is issued. `withheld`: which rows of its list, from 0, are not to be read any more; its figures stay. */
export function publicationOf(
  { node, period, number, issuedAt, content }: Paper,
  withheld: (row: number) => boolean,
): Publication | undefined {
  if (!period || !number || !issuedAt) return undefined;
  const shown = (block: Block): Block =>
    block.type === 'table' ? { ...block, rows: block.rows.filter((_, n) => !withheld(n)) } : block;
  const sections = content.sections.map((section) => ({ ...section, blocks: section.blocks.map(shown) }));
  return {
    ...{ project: node.name, period: period.key, label: period.label, number, issuedAt },
    content: { ...content, sections },
  };
}
