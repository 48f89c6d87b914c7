import type { Paper } from '../../../domain/paper/paper.js';

/** A project's monthly publication to its residents: approved, issued in time, corrects an earlier one. */
export const publicationPaper: Paper = {
  id: '0190d2aa-0000-8aaa-a000-000000000110',
  kind: 'publication',
  number: '公布〔2026〕第11号',
  state: 'issued',
  node: { id: 'cuihu', name: '翠湖花园', tier: 'project' },
  addressee: { id: 'huadong', name: '华东物业公司', tier: 'company' },
  rulebook: {
    id: 'WY',
    version: 1,
    title: { zh: '物业管理客户投诉管理工作指引', en: 'Group guideline for customer complaints in property management' },
  },
  clauses: ['WY-4.6.1'],
  zone: 'Asia/Shanghai',
  period: {
    key: '2026-10',
    label: { zh: '2026年10月', en: 'October 2026' },
    from: '2026-10-01T00:00:00+08:00',
    to: '2026-11-01T00:00:00+08:00',
  },
  cutOff: '2026-11-01T00:00:00+08:00',
  due: '2026-11-05T18:00:00+08:00',
  issuedAt: '2026-11-04T15:12:00+08:00',
  content: {
    title: { zh: '投诉处理情况公布', en: 'Monthly publication' },
    sections: [
      {
        id: 'summary',
        title: { zh: '一、总体情况', en: '1 Overview' },
        level: 1,
        blocks: [
          {
            type: 'paragraph',
            text: {
              zh: '2026年10月，本项目受理涉及公共区域、公共利益及业户纠纷等投诉2件，已关闭1件。',
              en: 'In October 2026 there were 2 complaints of common interest; 1 is closed.',
            },
          },
        ],
      },
      {
        id: 'list',
        title: { zh: '二、处理情况', en: '2 What was done' },
        level: 1,
        blocks: [
          {
            type: 'table',
            columns: [
              { id: 'category', label: { zh: '类别', en: 'Category' } },
              { id: 'content', label: { zh: '内容', en: 'Content' }, width: 4 },
              { id: 'result', label: { zh: '处理情况', en: 'What was done' }, width: 4 },
              { id: 'state', label: { zh: '状态', en: 'State' } },
            ],
            rows: [
              [
                { zh: '设备管理', en: 'Equipment' },
                '电梯连续两周反复停运。',
                '控制板已更换，试运行 4 小时无故障。',
                { zh: '已关闭', en: 'Closed' },
              ],
              [
                { zh: '业户纠纷', en: 'Neighbour dispute' },
                '＊＊夜间施工扰民。',
                { zh: '处理中', en: 'Being handled' },
                { zh: '处理中', en: 'Open' },
              ],
            ],
            empty: { zh: '本月无投诉。', en: 'No complaints this month.' },
          },
        ],
      },
    ],
  },
  parts: [],
  missing: [],
  public: true,
  approves: ['company'],
  confirms: [],
  approved: { by: { id: 'company', name: '郑国华' }, at: '2026-11-04T15:10:00+08:00' },
  corrects: {
    id: '0190d2aa-0000-8aaa-a000-000000000109',
    number: '公布〔2026〕第10号',
    reason: '业户纠纷一件的类别有误。',
  },
};
