/** What a project publishes, as a page for residents' telephones: plain HTML, no script, nothing from elsewhere. */
import type { Block, Cell } from '../domain/paper/paper.js';
import type { Publication } from '../domain/paper/public.js';
import type { Text, Words } from '../domain/paper/words.js';
import { publicStyle } from './public-style.js';

type Language = 'zh' | 'en';

export interface PublicPage {
  address: string;
  project: string;
  periods: { period: string; label: Words }[];
  /** None: nothing is published yet. */
  shown?: Publication;
}

const said = {
  zh: {
    title: '投诉处理情况公布',
    issued: '公布日期',
    number: '文号',
    none: '尚未公布。',
    others: '各期公布',
    lead: '依据《物业客户投诉管理工作指引》4.6.1按月公布；不公布任何人的姓名与联系方式。',
  },
  en: {
    title: 'How complaints were handled',
    issued: 'Published',
    number: 'Number',
    none: 'Nothing is published yet.',
    others: 'All months',
    lead: 'Published monthly (clause WY-4.6.1), without anybody’s name or contact.',
  },
};

/** The page in a language. */
export function publicPage({ address, project, periods, shown }: PublicPage, language: Language): string {
  const words = said[language];
  const links = periods.map(({ period, label }) => {
    const here = period === shown?.period ? ' aria-current="page"' : '';
    return `<li><a href="/public/${encodeURIComponent(address)}/${encodeURIComponent(period)}"${here}>${safe(label[language])}</a></li>`;
  });
  const head = shown
    ? `<p class="about">${safe(shown.label[language])} · ${words.issued} ${safe(shown.issuedAt.slice(0, 10))} · ${words.number} ${safe(shown.number)}</p>`
    : `<p>${words.none}</p>`;
  const sections = (shown?.content.sections ?? []).map(
    ({ title, blocks }) =>
      `<section><h2>${safe(title[language])}</h2>${blocks.map((block) => blockOf(block, language)).join('')}</section>`,
  );
  const nav =
    links.length > 1
      ? `<nav aria-label="${words.others}"><h2>${words.others}</h2><ul>${links.join('')}</ul></nav>`
      : '';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(project)} · ${words.title}</title>
<style>${publicStyle}</style>
</head>
<body>
<main>
<header><p class="project">${safe(project)}</p><h1>${words.title}</h1>${head}</header>
${sections.join('\n')}
${nav}
<footer>${words.lead}</footer>
</main>
</body>
</html>
`;
}

function blockOf(block: Block, language: Language): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${safe(textOf(block.text, language))}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${safe(textOf(item, language))}</li>`).join('')}</ul>`;
    case 'table': {
      const { columns, rows, empty } = block;
      if (rows.length === 0) return `<p>${safe(empty[language])}</p>`;
      const heads = columns.map(({ label }) => `<th scope="col">${safe(label[language])}</th>`).join('');
      const cells = (row: Cell[]) =>
        row.map((cell, n) => {
          const label = safe(columns[n]?.label[language] ?? '');
          return `<td data-label="${label}">${safe(cellOf(cell, language))}</td>`;
        });
      const body = rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('');
      return `<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
    }
    case 'facts':
    case 'figures':
      return `<dl>${block.items.map(({ label, value }) => `<dt>${safe(label[language])}</dt><dd>${safe(cellOf(value, language))}</dd>`).join('')}</dl>`;
    case 'part':
      return '';
  }
}

const textOf = (text: Text, language: Language): string => (typeof text === 'string' ? text : text[language]);

/** A complaint is not named here. */
function cellOf(cell: Cell, language: Language): string {
  if (cell === null || (typeof cell === 'object' && 'complaint' in cell)) return '—';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string' || 'zh' in cell) return textOf(cell, language);
  if ('moment' in cell) return cell.moment.slice(0, 10);
  return 'date' in cell ? cell.date : `${cell.percent} %`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
