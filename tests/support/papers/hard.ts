import type { Paper } from '../../../domain/paper/paper.js';
import { weeklyPaper } from './weekly.js';

const story =
  '业主反映：夜间22:30以后地下车库B2层风机噪声超过45 dB（A），多次报修“未见改善”；物业公司已于2026年11月9日派工，' +
  '工程部主管到场检测，结论为「减振垫老化」。客户要求书面答复，并对此前的推诿作出说明（含电话录音）。';

/** What must stay text, whatever it looks like. */
export const tricks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>&amp;',
  'file:///etc/passwd',
  '{"image":"/etc/passwd"}',
  'data:image/png;base64,AAAA',
  '=HYPERLINK("x")',
];

const words = (zh: string, en = zh) => ({ zh, en });

/** A bulletin with everything that is hard to set: rare letters, long words, markup, many paragraphs, nothing at all. */
export const hardPaper: Paper = {
  ...weeklyPaper,
  id: '0190d2aa-0000-8aaa-a000-000000000901',
  kind: 'special',
  number: '专题〔2026〕第12号',
  late: true,
  issuedAt: '2026-11-24T08:10:00+08:00',
  period: undefined,
  complaint: { id: 'c1', number: 'HY-202611-000123' },
  content: {
    title: words('关于翠湖花园3号楼电梯反复停运引发集体投诉的专题报告', 'Special report'),
    sections: [
      {
        id: 'long',
        title: words('投诉内容', 'Content'),
        level: 1,
        blocks: [{ type: 'paragraph', text: Array<string>(6).fill(story.repeat(3)).join('\r\n\r\n') }],
      },
      {
        id: 'letters',
        title: words('少见的字与符号', 'Rare letters'),
        level: 1,
        blocks: [
          {
            type: 'facts',
            items: [
              { label: words('姓名', 'Name'), value: '𠮷田、㛃女士、赵䶮、王喆' },
              { label: words('表情', 'Emoji'), value: '非常不满意😡👨‍👩‍👧，请尽快👍🏽' },
              { label: words('单位', 'Units'), value: '120㎡ · 45 dB(A) · 25℃ · ¥1,234.50 · ①②③ · № 5 · ≥3 ‰' },
              { label: words('长词', 'Long'), value: `https://example.org/${'abcdefghij'.repeat(20)}` },
              { label: words('无', 'None'), value: null },
              { label: words('比例', 'Share'), value: { percent: 12.5 } },
            ],
          },
        ],
      },
      {
        id: 'tricks',
        title: words('照写的文字', 'Text is text'),
        level: 1,
        blocks: [{ type: 'list', items: tricks }],
      },
      { id: 'empty', title: words('教训', 'Lessons'), level: 1, blocks: [] },
      { id: 'sub', title: words('整改措施', 'Measures'), level: 1, blocks: [{ type: 'part', part: 'measures' }] },
      { id: 'sub2', title: words('其他', 'Other'), level: 2, blocks: [{ type: 'part', part: 'other' }] },
    ],
  },
  parts: [
    { id: 'measures', title: words('整改措施', 'Measures'), by: ['supervisor'] },
    { id: 'other', title: words('其他', 'Other'), by: ['company'], optional: true },
  ],
  missing: [{ what: 'measures', title: words('整改措施', 'Measures'), by: ['supervisor'], people: [] }],
  approves: ['approver'],
  confirms: ['hq'],
  completed: { by: { id: 'u1', name: '王敏' }, at: '2026-11-23T16:00:00+08:00' },
  approved: { by: { id: 'u2', name: '李国强' }, at: '2026-11-23T16:40:00+08:00' },
};

const columns = ['序号', '编号', '项目', '类别', '内容', '受理时间', '责任部门', '状态', '级别', '满意度'];

/** A monthly report still in draft, with a wide table of so many rows. */
export const rowsPaper = (rows: number): Paper => ({
  ...weeklyPaper,
  id: '0190d2aa-0000-8aaa-a000-000000000902',
  kind: 'monthly',
  state: 'draft',
  number: undefined,
  issuedAt: undefined,
  content: {
    title: words('投诉月报', 'Monthly report'),
    sections: [
      {
        id: 'figures',
        title: words('总体情况', 'Overview'),
        level: 1,
        blocks: [
          {
            type: 'figures',
            items: ['受理', '关闭', '未关闭', '重大', '及时率', '回访率'].map((label, at) => ({
              label: words(label),
              value: at > 3 ? { percent: 90 + at } : at * 1234,
              ...(at === 4 ? { note: words('缺少总户数，按户率未计', 'households unknown') } : {}),
            })),
          },
        ],
      },
      {
        id: 'list',
        title: words('明细', 'List'),
        level: 1,
        blocks: [
          {
            type: 'table',
            title: words('投诉明细表', 'Complaints'),
            columns: columns.map((label, at) => ({
              id: `c${at}`,
              label: words(label),
              ...(at === 0 ? { align: 'end' as const, width: 0.5 } : {}),
              ...(at === 4 ? { width: 4 } : {}),
            })),
            rows: Array.from({ length: rows }, (_, at) => [
              at + 1,
              { complaint: { id: `c${at}`, number: `HY-202611-${String(at + 1).padStart(6, '0')}` } },
              '翠湖花园',
              words('设备管理', 'Equipment'),
              story.slice(at % 40),
              { moment: '2026-11-09T08:40:00+08:00' },
              '工程部',
              words('协商中', 'Negotiating'),
              words('重大', 'Major'),
              null,
            ]),
            empty: words('本期无投诉。', 'No complaints.'),
          },
        ],
      },
      {
        id: 'none',
        title: words('地产遗留问题', 'Legacy'),
        level: 1,
        blocks: [
          {
            type: 'table',
            columns: [
              { id: 'a', label: words('编号', 'Number') },
              { id: 'b', label: words('内容', 'Content') },
            ],
            rows: [],
            empty: words('本期无。', 'None.'),
          },
        ],
      },
    ],
  },
  parts: [],
  missing: [],
});

export const manyRows = rowsPaper(200);
