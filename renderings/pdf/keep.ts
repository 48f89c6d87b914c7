import type { Content } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { LayoutBlock } from '../layout/layout.js';
import { drawBlock } from './blocks.js';
import { headHeight } from './table.js';

/** Letters and rows that surely fit on one page together with their headings. */
const few = { letters: 500, rows: 8 };

/** All blocks; headings stay with what follows them. */
export function drawAll(blocks: LayoutBlock[], room: number, language: 'zh' | 'en'): Content[] {
  const drawn: Content[] = [];
  let headings: Content[] = [];
  for (const block of blocks) {
    const piece = drawBlock(block, room, language);
    if (block.type === 'heading') headings.push(piece);
    else {
      if (headings.length > 0 && isShort(block)) drawn.push({ stack: [...headings, piece], unbreakable: true });
      else
        drawn.push(
          ...headings.map((heading, at) => roomFor(heading, start(block, room) + (headings.length - at) * 40)),
          piece,
        );
      headings = [];
    }
  }
  return [...drawn, ...headings];
}

function isShort(block: LayoutBlock): boolean {
  switch (block.type) {
    case 'table':
      return block.rows.length <= few.rows && letters(block.rows.flat()) <= few.letters;
    case 'facts':
    case 'figures':
      return block.items.length <= few.rows && letters(block.items.map(({ value }) => value)) <= few.letters;
    case 'list':
      return block.items.length <= few.rows && letters(block.items) <= few.letters;
    default:
      return letters([block.text]) <= few.letters;
  }
}

const letters = (texts: string[]) => texts.reduce((sum, { length }) => sum + length, 0);

const roomFor = (heading: Content, headlineLevel: number): Content => Object.assign({}, heading, { headlineLevel });

/** How high the beginning of a long block is, in points: three lines, or a table's head and first row. */
function start(block: LayoutBlock, room: number): number {
  return block.type === 'table' ? headHeight(block, room) : 60;
}

/** A heading carries the room that it and what it begins need; with less below it, it goes over to the next page. */
export const alone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = ({ headlineLevel, startPosition }) =>
  typeof headlineLevel === 'number' &&
  (1 - startPosition.verticalRatio) * startPosition.pageInnerHeight < headlineLevel;
