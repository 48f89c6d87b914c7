import type { Paper } from '../../../domain/paper/paper.js';

const complaint = { id: '0190d2aa-6c1f-8aaa-a000-2f6a6f3c9a01', number: 'HY-202611-000123' };
const at = (moment: string) => ({ moment });

/** A region's weekly bulletin, issued when it was due although two of its parts were missing. */
export const weeklyPaper: Paper = {
  id: '0190d2aa-0000-8aaa-a000-000000000047',
  kind: 'weekly',
  number: '周报〔2026〕第47号',
  state: 'issued',
  node: { id: 'huadong', name: '华东物业公司', tier: 'company' },
  addressee: { id: 'anju', name: '安居物业集团', tier: 'group' },
  rulebook: {
    id: 'WY',
    version: 1,
    title: { zh: '物业管理客户投诉管理工作指引', en: 'Group guideline for customer complaints in property management' },
  },
  clauses: ['WY-4.6.3.2'],
  zone: 'Asia/Shanghai',
  period: {
    key: '2026-W47',
    label: { zh: '2026年第47周（11月16日至11月22日）', en: 'Week 47 of 2026 (16 to 22 November)' },
    from: '2026-11-16T00:00:00+08:00',
    to: '2026-11-23T00:00:00+08:00',
  },
  cutOff: '2026-11-23T09:00:00+08:00',
  due: '2026-11-23T17:00:00+08:00',
  issuedAt: '2026-11-23T17:00:00+08:00',
  content: {
    title: { zh: '重大投诉每周快报', en: 'Weekly bulletin' },
    sections: [
      {
        id: 'overview',
        title: { zh: '一、总体情况', en: '1 Overview' },
        level: 1,
        blocks: [
          {
            type: 'figures',
            items: [
              { label: { zh: '未处理完毕的重大投诉', en: 'Open major complaints' }, value: 1 },
              { label: { zh: '本周新增', en: 'New this week' }, value: 1 },
              { label: { zh: '本周处理完毕', en: 'Handled this week' }, value: 0 },
            ],
          },
          {
            type: 'table',
            columns: [
              { id: 'complaint', label: { zh: '编号', en: 'Number' }, width: 2 },
              { id: 'project', label: { zh: '项目', en: 'Project' }, width: 2 },
              { id: 'since', label: { zh: '升为重大', en: 'Major since' }, width: 2 },
              { id: 'status', label: { zh: '状态', en: 'Status' } },
              { id: 'next', label: { zh: '下次期限', en: 'Next deadline' }, width: 2 },
            ],
            rows: [
              [
                { complaint },
                '翠湖花园',
                at('2026-11-18T10:05:00+08:00'),
                { zh: '协商中', en: 'Negotiating' },
                at('2026-11-25T10:05:00+08:00'),
              ],
            ],
            empty: { zh: '本期无未处理完毕的重大投诉。', en: 'No open major complaint.' },
          },
        ],
      },
      {
        id: complaint.id,
        title: {
          zh: '二、HY-202611-000123　翠湖花园　设备管理',
          en: '2 HY-202611-000123 · 翠湖花园 · Equipment',
        },
        level: 1,
        blocks: [
          {
            type: 'facts',
            items: [
              { label: { zh: '受理时间', en: 'Received' }, value: at('2026-11-09T08:40:00+08:00') },
              { label: { zh: '涉及人数', en: 'People' }, value: 12 },
              {
                label: { zh: '升级原因', en: 'Major because' },
                value: { zh: '10人以上集体投诉', en: '10 or more people' },
              },
              { label: { zh: '责任部门', en: 'Unit' }, value: { zh: '工程部', en: 'Engineering' } },
            ],
          },
        ],
      },
      {
        id: `${complaint.id}.content`,
        title: { zh: '投诉内容', en: 'Content' },
        level: 2,
        blocks: [
          {
            type: 'paragraph',
            text: '3 号楼 2 单元电梯自十月底起反复停运，最长一次连续停运四天；十二户业主联名要求更换主板并公布维保记录，称若本月内不能恢复将向市场监管部门和媒体反映。',
          },
        ],
      },
      {
        id: `${complaint.id}.cause`,
        title: { zh: '原因', en: 'Cause' },
        level: 2,
        blocks: [{ type: 'paragraph', text: '门机控制板老化，维保单位未按期更换；备件须由厂家定制。' }],
      },
      {
        id: `${complaint.id}.changes`,
        title: { zh: '上期以来的变化', en: 'What changed since the last bulletin' },
        level: 2,
        blocks: [
          {
            type: 'table',
            columns: [
              { id: 'at', label: { zh: '时间', en: 'When' }, width: 2 },
              { id: 'what', label: { zh: '事项', en: 'What' } },
              { id: 'text', label: { zh: '内容', en: 'Content' }, width: 5 },
            ],
            rows: [
              [
                at('2026-11-18T10:05:00+08:00'),
                { zh: '级别上升', en: 'Severity raised' },
                { zh: '升为重大', en: 'To major' },
              ],
              [
                at('2026-11-19T16:20:00+08:00'),
                { zh: '回复客户', en: 'Replied' },
                '已致电业主代表：厂家备件 11 月 27 日到货，28 日更换；更换前每日 7:00–22:00 安排两名员工协助搬抬。',
              ],
              [
                at('2026-11-20T09:10:00+08:00'),
                { zh: '客户不同意', en: 'Customer disagreed' },
                '业主要求书面承诺并减免停运期间物业费。',
              ],
            ],
            empty: { zh: '上期以来没有变化。', en: 'Nothing changed.' },
          },
        ],
      },
      {
        id: `${complaint.id}.parts`,
        title: { zh: '困难、需要的支持和下一步', en: 'Difficulties, help needed, next step' },
        level: 2,
        blocks: [
          { type: 'part', part: `difficulties:${complaint.id}` },
          { type: 'part', part: `help:${complaint.id}` },
          { type: 'part', part: `next:${complaint.id}` },
        ],
      },
    ],
  },
  parts: [
    {
      id: `difficulties:${complaint.id}`,
      title: { zh: '困难', en: 'Difficulties' },
      by: ['company'],
      complaint,
      text: '备件为厂家定制，供货周期无法再压缩。',
      writtenBy: { id: 'company', name: '郑国华' },
      writtenAt: '2026-11-23T11:32:00+08:00',
    },
    { id: `help:${complaint.id}`, title: { zh: '需要的支持', en: 'Help needed' }, by: ['company'], complaint },
    { id: `next:${complaint.id}`, title: { zh: '下一步及时间', en: 'Next step and date' }, by: ['company'], complaint },
  ],
  missing: [
    {
      what: `help:${complaint.id}`,
      title: { zh: 'HY-202611-000123：需要的支持', en: 'HY-202611-000123: help needed' },
      by: ['company'],
      people: [{ id: 'company', name: '郑国华' }],
    },
    {
      what: `next:${complaint.id}`,
      title: { zh: 'HY-202611-000123：下一步及时间', en: 'HY-202611-000123: next step and date' },
      by: ['company'],
      people: [{ id: 'company', name: '郑国华' }],
    },
  ],
  approves: [],
  confirms: [],
};
