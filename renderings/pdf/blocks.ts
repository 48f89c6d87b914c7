import type { Content } from 'pdfmake';
import type { Figure, Labelled, LayoutBlock } from '../layout/layout.js';
import { body, red, shade, small } from './measures.js';
import { table } from './table.js';
import { piece, runs } from './text.js';

/** One block of a layout; `room` is the width between the margins, in points. */
export function drawBlock(block: LayoutBlock, room: number, language: 'zh' | 'en'): Content {
  const indent = language === 'zh' ? 2 * body : 0;
  switch (block.type) {
    case 'heading':
      return piece(block.text, {
        bold: true,
        fontSize: block.level === 1 ? 14 : body,
        margin: [0, block.level === 1 ? 10 : 6, 0, 4],
      });
    case 'paragraph':
      return {
        text: [...(block.lead ? [{ text: runs(block.lead), bold: true }] : []), { text: runs(block.text) }],
        leadingIndent: indent,
        alignment: 'justify',
        margin: [0, 0, 0, 4],
      };
    case 'missing':
      return {
        text: [...(block.lead ? [{ text: runs(block.lead), bold: true }] : []), { text: runs(block.text), color: red }],
        leadingIndent: indent,
        margin: [0, 0, 0, 4],
      };
    case 'list':
      return {
        stack: block.items.map((item, at) =>
          piece(`${at + 1}．${item}`, { leadingIndent: indent, margin: [0, 0, 0, 2] }),
        ),
        margin: [0, 0, 0, 4],
      };
    case 'facts':
      return facts(block.items, room);
    case 'figures':
      return figures(block.items, room);
    case 'table':
      return table(block, room);
  }
}

function facts(items: Labelled[], room: number): Content {
  const label = Math.min(room * 0.28, 120);
  return {
    table: {
      widths: [label, room - label - 4 * 5 - 2],
      body: items.map((item) => [
        piece(item.label, { bold: true, fillColor: shade, fontSize: 10.5 }),
        piece(item.value, { fontSize: 10.5 }),
      ]),
    },
    layout: 'thin',
    margin: [0, 4, 0, 8],
  };
}

/** Four side by side. */
function figures(items: Figure[], room: number): Content {
  const across = Math.min(4, Math.max(1, items.length));
  const width = room / across - 11;
  const rows: Content[][] = [];
  for (let at = 0; at < items.length; at += across) {
    const row = items.slice(at, at + across).map(figure);
    while (row.length < across) row.push({ text: '' });
    rows.push(row);
  }
  if (rows.length === 0) return { text: '' };
  return {
    table: { widths: Array<number>(across).fill(width), body: rows, dontBreakRows: true },
    layout: 'thin',
    margin: [0, 4, 0, 8],
  };
}

const figure = ({ label, value, note }: Figure): Content => ({
  stack: [
    piece(value, { bold: true, fontSize: 18, lineHeight: 1.1 }),
    piece(label, { fontSize: small }),
    ...(note ? [piece(note, { fontSize: 8, color: '#555555', lineHeight: 1.2 })] : []),
  ],
  alignment: 'center',
  margin: [0, 3, 0, 3],
});
