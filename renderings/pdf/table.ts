import type { Content, CustomTableLayout } from 'pdfmake';
import type { LayoutColumn, LayoutTable } from '../layout/layout.js';
import { ink, shade, small } from './measures.js';
import { piece } from './text.js';
import { widthsOf } from '../layout/widths.js';

const padding = 5;

/** Thin lines all round, as offices rule their tables. */
export const thin: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => ink,
  vLineColor: () => ink,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 4,
  paddingBottom: () => 2,
};

/** A cell as long as this may go over to the next page; shorter rows stay whole. */
const long = 900;

function measure(columns: LayoutColumn[], rows: string[][], room: number) {
  const text = room - columns.length * 2 * padding - (columns.length + 1) * 0.5;
  const size = columns.length > 9 ? 8 : columns.length > 6 ? 9 : small;
  return { size, widths: widthsOf(columns, rows, text, size) };
}

/** How high title, header and first row are, in points: rather too much than too little. */
export function headHeight({ columns, rows, title }: LayoutTable, room: number): number {
  const { size, widths } = measure(columns, rows, room);
  const lines = widths.map((width, at) => Math.ceil(((rows[0]?.[at]?.length ?? 1) * size) / width));
  return (title ? 30 : 0) + (Math.max(...lines) + 1) * size * 1.9 + 24;
}

/** The header is repeated on every page. */
export function table({ title, columns, rows, empty }: LayoutTable, room: number): Content {
  const { size, widths } = measure(columns, rows, room);
  const head = columns.map(({ label }) =>
    piece(label, { bold: true, alignment: 'center', fillColor: shade, fontSize: size, lineHeight: 1.2 }),
  );
  const cells = rows.map((row) =>
    row.map((cell, at) =>
      piece(cell, { fontSize: size, lineHeight: 1.25, ...(columns[at]?.end ? { alignment: 'right' } : {}) }),
    ),
  );
  const none = [
    piece(empty, { colSpan: columns.length, alignment: 'center', fontSize: size }),
    ...columns.slice(1).map(() => ({ text: '' })),
  ];
  return {
    stack: [
      ...(title ? [piece(title, { bold: true, alignment: 'center', fontSize: 11, margin: [0, 4, 0, 4] })] : []),
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: rows.every((row) => row.every((cell) => cell.length < long)),
          widths,
          body: [head, ...(cells.length > 0 ? cells : [none])],
        },
        layout: 'thin',
      },
    ],
    margin: [0, 4, 0, 8],
  };
}
