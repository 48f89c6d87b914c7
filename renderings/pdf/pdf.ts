import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Paper } from '../../domain/paper/paper.js';
import { layoutOf } from '../layout/compose.js';
import type { Layout } from '../layout/layout.js';
import { alone, drawAll } from './keep.js';
import { bottom } from './bottom.js';
import { font, weights } from './fonts.js';
import { body, marginsOf, room as roomOf, small } from './measures.js';
import { thin } from './table.js';
import { piece } from './text.js';
import { top } from './top.js';

let ready = false;

/** Fonts are handed over in memory; no path and no address is ever opened while a paper is set. */
function prepare(): void {
  if (ready) return;
  const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } };
  for (const weight of weights) virtualfs.writeFileSync(`${weight}.ttf`, font(weight));
  const family = (normal: string, bold: string) => ({ normal, bold, italics: normal, bolditalics: bold });
  pdfmake.setFonts({ Song: family('regular.ttf', 'bold.ttf'), Black: family('black.ttf', 'black.ttf') });
  pdfmake.setTableLayouts({ thin });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  ready = true;
}

/** The paper as a PDF: A4, subsets of its fonts embedded, pages numbered. The same paper gives the same pages. */
export async function pdf(paper: Paper, language: 'zh' | 'en'): Promise<Uint8Array> {
  prepare();
  return pdfmake.createPdf(definition(layoutOf(paper, language))).getBuffer();
}

function definition(layout: Layout): TDocumentDefinitions {
  const { language, wide, head, title = head.name } = layout;
  const room = roomOf(wide);
  const { left, top: above, right, bottom: below } = marginsOf(wide);
  return {
    pageSize: 'A4',
    pageOrientation: wide ? 'landscape' : 'portrait',
    pageMargins: [left, above, right, below],
    defaultStyle: { font: 'Song', fontSize: body, lineHeight: 1.35 },
    info: { title: `${head.number} ${title}`, author: head.unit },
    language: language === 'zh' ? 'zh-CN' : 'en-GB',
    content: [...top(layout, room), ...drawAll(layout.blocks, room, language), bottom(layout, room)],
    pageBreakBefore: alone,
    header: (page) =>
      page === 1
        ? null
        : {
            columns: [
              piece(title, { fontSize: 9, color: '#555555' }),
              piece(head.number, { fontSize: 9, color: '#555555', alignment: 'right', width: 'auto' }),
            ],
            margin: [left, above - 26, right, 0],
          },
    footer: (page, pages) =>
      piece(language === 'zh' ? `第 ${page} 页  共 ${pages} 页` : `Page ${page} of ${pages}`, {
        alignment: 'center',
        fontSize: small,
        margin: [0, below * 0.35, 0, 0],
      }),
    ...(layout.marks.some(({ kind }) => kind === 'draft')
      ? {
          watermark: {
            text: language === 'zh' ? '草 稿' : 'DRAFT',
            color: '#000000',
            opacity: 0.04,
            font: 'Song',
            bold: true,
          },
        }
      : {}),
  };
}
