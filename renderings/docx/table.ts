import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { LayoutTable } from '../layout/layout.js';
import { auto, faces, shade, small } from './look.js';
import { widthsOf } from '../layout/widths.js';
import { line } from './text.js';

const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
export const thin = { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge };
const tight = { line: 280, lineRule: auto, after: 0 };

/** A ruled table of fixed widths, in twentieths of a point. */
export function ruled(widths: number[], rows: TableRow[], borders: object = thin): Table {
  return new Table({
    rows,
    borders,
    columnWidths: widths.map(Math.round),
    layout: TableLayoutType.FIXED,
    width: { size: Math.round(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    margins: { left: 90, right: 90, top: 50, bottom: 50 },
  });
}

export function cell(
  text: string,
  look: { bold?: boolean; color?: string; size?: number; shaded?: boolean; align?: 'center' | 'end' } = {},
  more: Omit<ITableCellOptions, 'children'> = {},
): TableCell {
  const { shaded, align, size = small, ...run } = look;
  const alignment = { center: AlignmentType.CENTER, end: AlignmentType.RIGHT, start: AlignmentType.LEFT }[
    align ?? 'start'
  ];
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    ...(shaded ? { shading: { fill: shade } } : {}),
    ...more,
    children: [line(text, { ...run, size }, { alignment, spacing: tight })],
  });
}

/** The header is repeated on every page; a row stays whole. */
export function table({ title, columns, rows, empty }: LayoutTable, room: number): (Paragraph | Table)[] {
  const size = columns.length > 9 ? 16 : columns.length > 6 ? 18 : small;
  // letters are in half points, widths in twentieths; 180 of each are the cell's own margins
  const widths = widthsOf(columns, rows, room - columns.length * 180, size * 10).map((width) => width + 180);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }) => cell(label, { bold: true, shaded: true, align: 'center', size })),
  });
  const cells = rows.map(
    (row) =>
      new TableRow({
        cantSplit: row.every((one) => one.length < 900),
        children: row.map((one, at) => cell(one, { size, ...(columns[at]?.end ? { align: 'end' as const } : {}) })),
      }),
  );
  const none = new TableRow({ children: [cell(empty, { align: 'center', size }, { columnSpan: columns.length })] });
  return [
    ...(title
      ? [
          line(
            title,
            { bold: true, size: 22, font: faces.heading },
            { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 60 } },
          ),
        ]
      : []),
    ruled(widths, [head, ...(cells.length > 0 ? cells : [none])]),
    gap(),
  ];
}

/** Two tables without a paragraph between them become one. */
export const gap = () => new Paragraph({ spacing: { line: 120, lineRule: auto, after: 0 } });
