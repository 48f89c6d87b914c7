import { kinds } from '../../domain/paper/kinds.js';
import type { Block, Paper, TableBlock } from '../../domain/paper/paper.js';
import { paragraphs } from './clean.js';
import { closingOf, notesOf } from './closing.js';
import { labels } from './labels.js';
import { marksOf, roles, whoWas } from './marks.js';
import { sectionNumber } from './numerals.js';
import { Sayings } from './sayings.js';
import type { Layout, LayoutBlock } from './layout.js';

/** More columns than this do not fit an upright page. */
const upright = 7;

/** The layout of a paper in one language. */
export function layoutOf(paper: Paper, language: 'zh' | 'en'): Layout {
  const say = new Sayings(language, paper.zone);
  const blocks = blocksOf(paper, say);
  const { unit, date } = closingOf(paper, say);
  const red = kinds[paper.kind].family === 'bulletin';
  const name = kinds[paper.kind].title[language];
  const title = say.text(paper.content.title);
  return {
    language,
    head: {
      red,
      name,
      number: paper.number ?? labels.unnumbered[language],
      unit,
      date,
    },
    ...(red && title === name ? {} : { title }),
    ...(paper.period ? { subtitle: say.text(paper.period.label) } : {}),
    marks: marksOf(paper, say),
    blocks,
    closing: closingOf(paper, say),
    notes: notesOf(paper, say),
    wide: blocks.some((block) => block.type === 'table' && block.columns.length > upright),
  };
}

/** A title that brings its number with it. */
const numbered = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.． 、])/;

function blocksOf(paper: Paper, say: Sayings): LayoutBlock[] {
  let [first, second] = [0, 0];
  return paper.content.sections.flatMap(({ level, title, blocks }) => {
    if (level === 1) [first, second] = [first + 1, 0];
    else second += 1;
    const name = say.text(title);
    const number = numbered.test(name) ? '' : sectionNumber(say.language, first, level === 1 ? undefined : second);
    const made = blocks.flatMap((block) => drawn(block, paper, say, name));
    const body: LayoutBlock[] = made.length > 0 ? made : [{ type: 'paragraph', text: labels.none[say.language] }];
    return [{ type: 'heading', level, text: number + name } satisfies LayoutBlock, ...body];
  });
}

function drawn(block: Block, paper: Paper, say: Sayings, section: string): LayoutBlock[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphs(say.text(block.text)).map((text) => ({ type: 'paragraph', text }));
    case 'list':
      return block.items.length > 0 ? [{ type: 'list', items: block.items.map((item) => say.text(item)) }] : [];
    case 'facts':
      return [
        {
          type: 'facts',
          items: block.items.map(({ label, value }) => ({ label: say.text(label), value: say.cell(value) })),
        },
      ];
    case 'figures':
      return [
        {
          type: 'figures',
          items: block.items.map(({ label, value, note }) => ({
            label: say.text(label),
            value: say.cell(value),
            ...(note ? { note: say.text(note) } : {}),
          })),
        },
      ];
    case 'table':
      return [tableOf(block, say)];
    case 'part':
      return partOf(block.part, paper, say, section);
  }
}

function tableOf({ title, columns, rows, empty }: TableBlock, say: Sayings): LayoutBlock {
  return {
    type: 'table',
    ...(title ? { title: say.text(title) } : {}),
    columns: columns.map(({ label, align, width }) => ({
      label: say.text(label),
      end: align === 'end',
      width: width ?? 1,
    })),
    rows: rows.map((row) => columns.map((_, at) => say.cell(row[at] ?? null))),
    empty: say.text(empty) || labels.none[say.language],
  };
}

/** What a person wrote; where nothing was written, that it is missing and whose it was. */
function partOf(id: string, paper: Paper, say: Sayings, section: string): LayoutBlock[] {
  const part = paper.parts.find((one) => one.id === id);
  if (!part) return [];
  const title = say.text(part.title);
  // a section of the same name has said it
  const lead = title === section ? '' : `${title}${say.language === 'zh' ? '：' : ': '}`;
  const [first, ...others] = paragraphs(part.text ?? '');
  if (first !== undefined) {
    return [
      { type: 'paragraph', text: first, ...(lead ? { lead } : {}) },
      ...others.map((text) => ({ type: 'paragraph', text }) as const),
    ];
  }
  if (part.optional) return [{ type: 'paragraph', text: labels.none[say.language], ...(lead ? { lead } : {}) }];
  const missing = paper.missing.find(({ what }) => what === id);
  const who = paper.public ? '' : missing ? whoWas(missing, say) : roles(part.by, say);
  return [{ type: 'missing', lead, text: unwritten(who, paper.state === 'issued', say) }];
}

function unwritten(who: string, issued: boolean, { language }: Sayings): string {
  if (language === 'en') return `[${issued ? 'Not written when issued' : 'To be written'}${who && ` – ${who}`}]`;
  return `【${issued ? '发出时未填写' : '待填写'}${who && `，责任人：${who}`}】`;
}
