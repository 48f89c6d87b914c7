/** Takes out of a paper what whoever reads it does not see; its figures stay as they were issued. */
import type { Block, Cell, Paper } from './paper.js';

interface Named {
  id: string;
  number: string;
}

const complaintOf = (cell: Cell): Named | undefined =>
  typeof cell === 'object' && cell !== null && 'complaint' in cell ? cell.complaint : undefined;

/** The complaints that a paper names one by one. */
export function namedIn({ content, parts }: Pick<Paper, 'content' | 'parts'>): string[] {
  const cells = content.sections.flatMap(({ blocks }) => blocks.flatMap(cellsOf));
  const named = [...cells.map(complaintOf), ...parts.map(({ complaint }) => complaint)];
  return [...new Set(named.flatMap((one) => one?.id ?? []))];
}

function cellsOf(block: Block): Cell[] {
  if (block.type === 'table') return block.rows.flat();
  return block.type === 'facts' || block.type === 'figures' ? block.items.map(({ value }) => value) : [];
}

/** The paper without the rows and parts of these complaints, and without their numbers in what people wrote. */
export function withheld(paper: Paper, kept: readonly Named[]): Paper {
  if (kept.length === 0) return paper;
  const isKept = (one: Named | undefined) => one !== undefined && kept.some(({ id }) => id === one.id);
  const gone = paper.parts.filter(({ complaint }) => isKept(complaint)).map(({ id }) => id);
  const blocks = (all: Block[]): Block[] =>
    all
      .filter((block) => block.type !== 'part' || !gone.includes(block.part))
      .map((block) =>
        block.type === 'table'
          ? { ...block, rows: block.rows.filter((row) => !row.some((cell) => isKept(complaintOf(cell)))) }
          : block.type === 'facts'
            ? { ...block, items: block.items.filter(({ value }) => !isKept(complaintOf(value))) }
            : block,
      );
  const shown: Paper = {
    ...paper,
    content: {
      ...paper.content,
      sections: paper.content.sections.map((section) => ({ ...section, blocks: blocks(section.blocks) })),
    },
    parts: paper.parts.filter(({ id }) => !gone.includes(id)),
    missing: paper.missing.filter(({ what }) => !gone.includes(what)),
  };
  const numbers = new RegExp(kept.map(({ number }) => number).join('|'), 'g');
  return JSON.parse(JSON.stringify(shown).replace(numbers, '—')) as Paper;
}
