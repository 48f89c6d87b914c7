import { AlignmentType, HeadingLevel, Paragraph, TableCell, TableRow, type Table, VerticalAlign } from 'docx';
import type { Figure, Labelled, LayoutBlock } from '../layout/layout.js';
import { auto, body, red, small } from './look.js';
import { cell, gap, ruled, table } from './table.js';
import { line, run } from './text.js';

/** One block of a layout; `room` is the width between the margins, in twentieths of a point. */
export function drawBlock(block: LayoutBlock, room: number, language: 'zh' | 'en'): (Paragraph | Table)[] {
  // two letters, as Chinese paragraphs begin
  const indent = language === 'zh' ? { firstLine: 2 * body * 10 } : {};
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: run(block.text),
        }),
      ];
    case 'paragraph':
    case 'missing':
      return [
        new Paragraph({
          indent,
          alignment: AlignmentType.BOTH,
          children: [
            ...(block.lead ? run(block.lead, { bold: true }) : []),
            ...run(block.text, block.type === 'missing' ? { color: red } : {}),
          ],
        }),
      ];
    case 'list':
      return block.items.map((item, at) => line(`${at + 1}．${item}`, {}, { indent }));
    case 'facts':
      return [facts(block.items, room), gap()];
    case 'figures':
      return block.items.length > 0 ? [figures(block.items, room), gap()] : [];
    case 'table':
      return table(block, room);
  }
}

function facts(items: Labelled[], room: number): Table {
  const label = Math.min(room * 0.28, 2400);
  const rows = items.map(
    (item) => new TableRow({ children: [cell(item.label, { bold: true, shaded: true }), cell(item.value)] }),
  );
  return ruled([label, room - label], rows);
}

/** Four side by side. */
function figures(items: Figure[], room: number): Table {
  const across = Math.min(4, items.length);
  const rows: TableRow[] = [];
  for (let at = 0; at < items.length; at += across) {
    const row = items.slice(at, at + across).map(figure);
    while (row.length < across) row.push(cell(''));
    rows.push(new TableRow({ cantSplit: true, children: row }));
  }
  return ruled(Array<number>(across).fill(room / across), rows);
}

function figure({ label, value, note }: Figure): TableCell {
  const centred = { alignment: AlignmentType.CENTER, spacing: { line: 280, lineRule: auto, after: 0 } };
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      line(value, { bold: true, size: 36 }, { ...centred, spacing: { line: 320, lineRule: auto, after: 0 } }),
      line(label, { size: small }, centred),
      ...(note ? [line(note, { size: 16, color: '555555' }, centred)] : []),
    ],
  });
}
