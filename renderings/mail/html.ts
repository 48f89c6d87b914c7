import type { Layout, LayoutBlock } from '../layout/layout.js';
import { escape } from './escape.js';

const red = '#d7000f';
const edge = 'border:1px solid #333;padding:4px 8px;vertical-align:top';
const table = 'border-collapse:collapse;width:100%;margin:8px 0;font-size:14px';
const tag = (name: string, text: string, style = '') =>
  `<${name}${style && ` style="${style}"`}>${escape(text)}</${name}>`;
const row = (cells: string[]) => `<tr>${cells.join('')}</tr>`;

/** A layout as the body of a mail: styles inline, no picture, no link, nothing fetched. */
export function html(layout: Layout): string {
  const { head, title, subtitle, marks, blocks, closing, notes, language } = layout;
  const colon = language === 'zh' ? '：' : ': ';
  const parts = [
    head.red
      ? `<div style="text-align:center;border-bottom:2px solid ${red};padding-bottom:8px">` +
        tag('div', head.name, `color:${red};font-size:28px;font-weight:bold`) +
        tag('div', `${head.number}  ${head.unit}  ${head.date}`, 'font-size:14px;margin-top:6px') +
        '</div>'
      : tag('p', `${head.unit}  ${head.number}`, 'font-size:14px'),
    ...(title ? [tag('h1', title, 'text-align:center;font-size:22px')] : []),
    ...(subtitle ? [tag('p', subtitle, 'text-align:center;font-weight:bold')] : []),
    ...marks.map(({ name, text }) =>
      tag('p', `${name}${colon}${text}`, `border:1px solid ${red};color:${red};padding:6px 10px`),
    ),
    ...blocks.map(block),
    `<div style="text-align:right;margin:24px 0">${tag('div', closing.unit)}${tag('div', closing.date)}</div>`,
    ...notes.map(({ label, value }) => tag('div', `${label}${colon}${value}`, 'font-size:13px;color:#555')),
  ];
  const font = "font-family:'Songti SC',SimSun,'Noto Serif SC',serif;font-size:16px;line-height:1.7;color:#111";
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body style="margin:0"><div style="max-width:820px;margin:0 auto;padding:16px;${font}">${parts.join('\n')}</div></body></html>`;
}

function block(one: LayoutBlock): string {
  switch (one.type) {
    case 'heading':
      return tag(one.level === 1 ? 'h2' : 'h3', one.text, `font-size:${one.level === 1 ? 18 : 16}px;margin:16px 0 4px`);
    case 'paragraph':
      return `<p style="margin:4px 0;text-indent:2em">${one.lead ? tag('b', one.lead) : ''}${escape(one.text)}</p>`;
    case 'missing':
      return `<p style="margin:4px 0;text-indent:2em;color:${red}">${one.lead ? tag('b', one.lead) : ''}${escape(one.text)}</p>`;
    case 'list':
      return `<ol>${one.items.map((item) => tag('li', item)).join('')}</ol>`;
    case 'facts':
    case 'figures':
      return `<table style="${table}">${one.items
        .map(({ label, value }) => row([tag('th', label, `${edge};text-align:left;width:30%`), tag('td', value, edge)]))
        .join('')}</table>`;
    case 'table':
      return (
        (one.title ? tag('p', one.title, 'text-align:center;font-weight:bold;margin:8px 0 0') : '') +
        `<table style="${table}">` +
        row(one.columns.map(({ label }) => tag('th', label, edge))) +
        one.rows
          .map((cells) =>
            row(cells.map((cell, at) => tag('td', cell, one.columns[at]?.end ? `${edge};text-align:right` : edge))),
          )
          .join('') +
        (one.rows.length === 0
          ? `<tr><td colspan="${one.columns.length}" style="${edge};text-align:center">${escape(one.empty)}</td></tr>`
          : '') +
        '</table>'
      );
  }
}
