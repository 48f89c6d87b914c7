import { AlignmentType, Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Paper } from '../../domain/paper/paper.js';
import { layoutOf } from '../layout/compose.js';
import type { Layout } from '../layout/layout.js';
import { drawBlock } from './blocks.js';
import { bottom } from './bottom.js';
import { a4, marginsOf, room as roomOf, small, styles } from './look.js';
import { line } from './text.js';
import { top } from './top.js';

/** The paper as a Word document that a person may go on writing: A4, named styles, repeated table headers, numbered pages. */
export async function docx(paper: Paper, language: 'zh' | 'en'): Promise<Uint8Array> {
  const layout = layoutOf(paper, language);
  return new Uint8Array(await Packer.toArrayBuffer(document(layout)));
}

function document(layout: Layout): Document {
  const { language, wide, head, title = head.name, blocks } = layout;
  const room = roomOf(wide);
  return new Document({
    title: `${head.number} ${title}`,
    creator: head.unit,
    lastModifiedBy: head.unit,
    styles,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { ...a4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: marginsOf(wide),
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({ children: [line(`${title}\u3000${head.number}`, { size: 18, color: '555555' })] }),
        },
        footers: { first: footer(language), default: footer(language) },
        children: [
          ...top(layout, room),
          ...blocks.flatMap((block) => drawBlock(block, room, language)),
          ...bottom(layout, room),
        ],
      },
    ],
  });
}

function footer(language: 'zh' | 'en'): Footer {
  const { CURRENT, TOTAL_PAGES } = PageNumber;
  const children =
    language === 'zh' ? ['第 ', CURRENT, ' 页  共 ', TOTAL_PAGES, ' 页'] : ['Page ', CURRENT, ' of ', TOTAL_PAGES];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: small })] })],
  });
}
