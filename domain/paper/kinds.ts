/** The kinds of papers 文书: what goes out as a document, and under which name and number. */
import type { Words } from './words.js';

/** Bulletins 快报 tell the tiers above of single complaints; duties 定期工作 recur whatever becomes of a single one. */
export const families = ['bulletin', 'duty'] as const;
export type Family = (typeof families)[number];

export interface Kind {
  family: Family;
  title: Words;
  /** Before the number: `快报〔2026〕第12号`. Kinds of one series are numbered together. */
  series: string;
}

export const kinds = {
  urgent: { family: 'bulletin', series: '快报', title: { zh: '重大投诉快报', en: 'Bulletin at once' } },
  turn: { family: 'bulletin', series: '快报', title: { zh: '重大投诉快报（重要转变）', en: 'Bulletin of a turn' } },
  periodic: { family: 'bulletin', series: '快报', title: { zh: '重大投诉快报（续报）', en: 'Bulletin going on' } },
  weekly: { family: 'bulletin', series: '周报', title: { zh: '重大投诉每周快报', en: 'Weekly bulletin' } },
  hot: { family: 'bulletin', series: '热点', title: { zh: '热点投诉报告', en: 'Report of a hot complaint' } },
  important: {
    family: 'bulletin',
    series: '重要',
    title: { zh: '重要投诉报告', en: 'Report of an important complaint' },
  },
  caseReport: { family: 'bulletin', series: '案例', title: { zh: '投诉专题案例报告', en: 'Case report' } },
  special: { family: 'bulletin', series: '专题', title: { zh: '重大投诉专题报告', en: 'Special report' } },
  stockTake: { family: 'duty', series: '日盘', title: { zh: '投诉日盘点表', en: 'Daily stock-take' } },
  halfMonthly: { family: 'duty', series: '半月', title: { zh: '投诉半月总结', en: 'Half-monthly summary' } },
  monthly: { family: 'duty', series: '月报', title: { zh: '投诉月报', en: 'Monthly report' } },
  publication: { family: 'duty', series: '公布', title: { zh: '投诉处理情况公布', en: 'Monthly publication' } },
  developerList: {
    family: 'duty',
    series: '地产',
    title: { zh: '地产遗留问题投诉清单', en: 'Developer-legacy complaints' },
  },
  quarterly: { family: 'duty', series: '季报', title: { zh: '投诉季度分析报告', en: 'Quarterly analysis' } },
  halfYearly: { family: 'duty', series: '半年', title: { zh: '投诉半年分析总结', en: 'Half-year analysis' } },
  yearly: { family: 'duty', series: '年报', title: { zh: '投诉年终分析总结', en: 'Year-end analysis' } },
  writeOffList: {
    family: 'duty',
    series: '核销',
    title: { zh: '未关闭投诉年末核销清单', en: 'Year-end write-off list' },
  },
  roster: { family: 'duty', series: '值班', title: { zh: '节假日投诉受理值班表', en: 'Duty roster' } },
  assessment: { family: 'duty', series: '考核', title: { zh: '投诉信息年度考核', en: 'Yearly assessment' } },
} as const satisfies Record<string, Kind>;

export type PaperKind = keyof typeof kinds;
export const paperKinds = Object.keys(kinds) as PaperKind[];

/** The number of a paper as offices write it. `n` counts from 1 in its series, node and year. */
export const paperNumber = (kind: PaperKind, year: number, n: number): string =>
  `${kinds[kind].series}〔${year}〕第${n}号`;
