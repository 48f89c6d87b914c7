/** What stands in papers, and whose name does not. */
import { describe, expect, test } from '@jest/globals';
import { bulletin, report } from '../../domain/paper/contents/bulletin.js';
import { draftOf } from '../../domain/paper/contents/index.js';
import { hidden } from '../../domain/paper/hide.js';
import { averageBase, summaryOf } from '../../domain/paper/statistics.js';
import { factsOf, played, readable, rowsOf, type Step, valueOf } from './paper-facts.js';

const october = ['2026-10-01T00:00:00', '2026-11-01T00:00:00'] as const;
const underWay = (day: string): Step[] => [
  ['accept', 'supervisor', `${day}T10:00:00`],
  ['dispatch', 'supervisor', `${day}T10:05:00`, { unit: 'engineering', handler: 'handler' }],
  ['takeOver', 'handler', `${day}T10:10:00`],
  [
    'recordFindings',
    'handler',
    `${day}T11:00:00`,
    {
      category: 'equipment',
      nature: 'facility',
      subNature: 'quality',
      valid: true,
      findings: '王强到场，周女士家门口控制板老化。',
    },
  ],
];
const settled = (day: string): Step[] => [['settle', 'reception', `${day}T10:00:00`, { result: '当场修好。' }]];

describe('who complained is not named', () => {
  const complainant = { name: '周晓梅', phone: '13800000001', room: '3-2-501', email: 'zhou@example.com' };
  test.each([
    ['我是周晓梅，请回电13800000001。', '我是＊＊，请回电＊＊。'],
    ['周女士说漏水。', '＊＊说漏水。'],
    ['住3-2-501，邮箱 zhou@example.com', '住＊＊，邮箱 ＊＊'],
    ['另一位电话139 0000 0002，座机021-12345678。', '另一位电话＊＊，座机＊＊。'],
    ['5栋1单元1203室漏水', '5栋1单元＊＊漏水'],
    ['身份证31010119900101123X', '身份证＊＊'],
    ['电梯停运2026年9月，费用1200元。', '电梯停运2026年9月，费用1200元。'],
  ])('%s', (text, shown) => {
    expect(hidden(text, { complainant })).toBe(shown);
  });
});

test('the stock-take accounts for all intake and names what nobody has', () => {
  const all = [
    played({ at: '2026-10-08T09:00:00' }, underWay('2026-10-08')),
    played({ at: '2026-10-08T09:30:00' }, settled('2026-10-08')),
    played({ at: '2026-10-08T15:00:00', category: 'security' }),
    played({ at: '2026-10-06T15:00:00', category: 'neighbour' }),
  ];
  const { content, parts } = draftOf('stockTake', factsOf(all, '2026-10-07T20:00:00', '2026-10-08T20:00:00'));
  expect(valueOf(content, '当日受理')).toBe(3);
  expect(valueOf(content, '当场解决')).toBe(1);
  expect(valueOf(content, '当日未派单')).toBe(1);
  expect(rowsOf(content, 'intake')).toHaveLength(3);
  expect(rowsOf(content, 'unassigned').map(([number]) => number)).toEqual(
    [all[2], all[3]].map((one) => ({ complaint: { id: one?.complaint.id, number: one?.complaint.number } })),
  );
  expect(parts).toEqual([]);
});

describe('the statistics of a month', () => {
  const all = [
    played({ at: '2026-09-28T09:00:00' }, settled('2026-10-02')),
    played({ at: '2026-10-08T09:00:00' }, settled('2026-10-08')),
    played({ at: '2026-10-09T09:00:00' }, underWay('2026-10-09')),
    played({ at: '2026-10-10T09:00:00' }, [
      ['refuse', 'supervisor', '2026-10-10T10:00:00', { ground: 'outside-duty', reason: '与物业无关。' }],
    ]),
    played({ at: '2025-12-20T09:00:00' }, [
      ['accept', 'supervisor', '2025-12-20T10:00:00'],
      ['markUnclosed', 'supervisor', '2025-12-28T10:00:00', { analysis: '超出目前能力。' }],
    ]),
  ];
  const complaints = all.map(({ complaint }) => complaint);
  const period = { from: `${october[0]}+08:00`, to: `${october[1]}+08:00` };

  test('rates are over what was received; closed ones count when they were closed', () => {
    expect(summaryOf(complaints, period)).toEqual({
      ...{ received: 2, cumulative: 3, closed: 2, cumulativeClosed: 2, open: 2, carriedOver: 1, writtenOff: 0 },
      ...{ handlingRate: 100, cumulativeHandlingRate: 66.7 },
    });
  });

  test('a write-off leaves every denominator as it was, and can be taken back', () => {
    const written = complaints.map((one) =>
      one.status === 'unclosed' ? { ...one, status: 'writtenOff' as const } : one,
    );
    const [before, after] = [summaryOf(complaints, period), summaryOf(written, period)];
    expect(after).toEqual({ ...before, open: 1, carriedOver: 0, writtenOff: 1 });
    const lastYear = { from: '2025-12-01T00:00:00+08:00', to: '2026-01-01T00:00:00+08:00' };
    const { received, cumulative, handlingRate, cumulativeHandlingRate } = summaryOf(written, lastYear);
    expect(summaryOf(complaints, lastYear)).toMatchObject({
      received,
      cumulative,
      handlingRate,
      cumulativeHandlingRate,
    });
  });

  test('complaint rates over average households, or it is said that the base is missing', () => {
    const without = draftOf('monthly', factsOf(all, ...october)).content;
    expect(readable(without)).toContain('缺少基数，未计算');
    const bases = [
      { project: 'cuihu', month: '2026-10-01', households: 400, floorArea: null },
      { project: 'cuihu', month: '2026-09-01', households: 9_999, floorArea: null },
    ];
    const { content } = draftOf('monthly', factsOf(all, ...october, { bases }));
    expect(rowsOf(content, 'rates')[0]).toEqual([
      expect.objectContaining({ zh: '住宅：件/户' }),
      expect.objectContaining({ zh: '入住户数 400' }),
      0.005,
      0.0075,
    ]);
  });

  test('an average is of the months that are known; a project without any leaves it open', () => {
    const bases = [
      { project: 'a', month: '2026-07-01', households: 100, floorArea: null },
      { project: 'a', month: '2026-09-01', households: 200, floorArea: null },
      { project: 'b', month: '2026-08-01', households: null, floorArea: 5_000 },
    ];
    const quarter = { from: '2026-07-01T00:00:00+08:00', to: '2026-10-01T00:00:00+08:00' };
    expect(averageBase(bases, ['a', 'b'], quarter, 'Asia/Shanghai')).toEqual({ households: 150, floorArea: 5_000 });
    expect(averageBase(bases, ['a', 'b', 'c'], quarter, 'Asia/Shanghai')).toEqual({
      households: null,
      floorArea: null,
    });
  });

  test('the register carries the columns of the guideline', () => {
    const { content, parts } = draftOf('monthly', factsOf(all, ...october));
    expect(rowsOf(content, 'register')).toHaveLength(2);
    expect(rowsOf(content, 'open')).toHaveLength(2);
    expect(parts.map(({ id, by }) => [id, by])).toEqual([['analysis', ['company']]]);
  });
});

describe('the publication to residents', () => {
  const named = { text: '周晓梅（13800000001）称3栋2单元501室噪音大，王强态度不好。', category: 'neighbour' };

  test('has nobody’s name, telephone, flat or number in it', () => {
    const one = played({ at: '2026-10-08T09:00:00', ...named }, underWay('2026-10-08'));
    const text = readable(draftOf('publication', factsOf([one], ...october)).content);
    for (const secret of ['周', '13800000001', '501', '王强', one.complaint.number, one.complaint.id]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('噪音大');
  });

  test('none is published as none', () => {
    const other = played({ at: '2026-10-08T09:00:00', category: 'other' });
    const { content } = draftOf('publication', factsOf([other], ...october));
    expect(readable(content)).toContain('本月无投诉');
    expect(rowsOf(content, 'list')).toEqual([]);
  });
});

describe('major ones', () => {
  const major = played(
    { at: '2026-10-08T09:00:00', people: 12, text: '周晓梅等十二户：电梯停运。' },
    underWay('2026-10-08'),
  );
  const minor = played({ at: '2026-10-08T09:00:00', category: 'security' });

  test('all of them are in the weekly bulletin, with what people are to add', () => {
    const { content, parts } = draftOf('weekly', factsOf([major, minor], '2026-10-05T09:00:00', '2026-10-12T09:00:00'));
    expect(valueOf(content, '未处理完毕的重大投诉')).toBe(1);
    expect(valueOf(content, '本周新增')).toBe(1);
    expect(parts.map(({ id }) => id)).toEqual(
      ['difficulties', 'help', 'next'].map((id) => `${id}:${major.complaint.id}`),
    );
    expect(content.sections.map(({ id }) => id)).toEqual(
      ['', '.content', '.cause', '.state', '.changes', '.parts'].reduce(
        (ids, end) => [...ids, major.complaint.id + end],
        ['overview'],
      ),
    );
    expect(readable(content)).not.toMatch(/周晓梅|周女士/);
  });

  test('only what changed since the last one is told as changed', () => {
    const since = '2026-10-08T10:30:00+08:00';
    const facts = factsOf([major], '2026-10-05T09:00:00', '2026-10-12T09:00:00', { since });
    const rows = rowsOf(draftOf('weekly', facts).content, `${major.complaint.id}.changes`);
    expect(rows.map(([, what]) => (what as { zh: string }).zh)).toEqual(['填写调查结果']);
  });

  test('the group’s bulletin repeats what its regions said', () => {
    const below = { [`help:${major.complaint.id}`]: '请集团协调厂家。' };
    const { content, parts } = draftOf(
      'weekly',
      factsOf([major], '2026-10-05T18:00:00', '2026-10-12T18:00:00', { completes: [], below }),
    );
    expect(parts).toEqual([]);
    expect(valueOf(content, '需要的支持')).toBe('请集团协调厂家。');
  });

  test('a bulletin says what called for it', () => {
    const facts = factsOf([major], '2026-10-08T00:00:00', '2026-10-09T00:00:00');
    const { content } = bulletin(major.complaint, ['SeverityRaised'], facts);
    expect(content.title.zh).toBe('重大投诉快报');
    expect(valueOf(content, '快报事由')).toMatchObject({ zh: '级别上升' });
    expect(bulletin(major.complaint, ['weekly'], facts).content.title.zh).toContain('续报');
  });

  test('a report waits for the words of whoever submits it', () => {
    const facts = factsOf([major], '2026-10-08T00:00:00', '2026-10-09T00:00:00');
    const { content, parts } = report('special', major.complaint, ['supervisor'], facts);
    expect(parts).toMatchObject([{ id: 'report', command: 'submitReport' }]);
    for (const asked of ['投诉内容', '原因分析', '处理经过', '处理结果', '事态升级的原因', '经验教训', '整改措施']) {
      expect(readable(content)).toContain(asked);
    }
  });
});

test('each unclosed complaint has its own special analysis in the write-off list', () => {
  const one = played({ at: '2026-03-20T09:00:00' }, [
    ['accept', 'supervisor', '2026-03-20T10:00:00'],
    ['markUnclosed', 'supervisor', '2026-03-28T10:00:00', { analysis: '开发商已注销。' }],
  ]);
  const open = played({ at: '2026-12-20T09:00:00' });
  const { content, parts } = draftOf(
    'writeOffList',
    factsOf([one, open], '2026-01-01T00:00:00', '2027-01-01T00:00:00'),
  );
  expect(parts.map(({ id }) => id)).toEqual([`analysis:${one.complaint.id}`]);
  expect(valueOf(content, '年末未关闭')).toBe(1);
  expect(valueOf(content, '当时的分析')).toBe('开发商已注销。');
});

test('a centre loses ten points for each complaint above last year’s and for each repeat', () => {
  const of = (at: string) => played({ at: `${at}T09:00:00` }, underWay(at));
  const again = of('2026-05-08');
  again.complaint.facts = { again: true };
  const all = [of('2025-05-08'), of('2026-04-08'), of('2026-06-08'), again];
  const { content } = draftOf('assessment', factsOf(all, '2026-01-01T00:00:00', '2027-01-01T00:00:00'));
  expect(rowsOf(content, 'scores').map((row) => row.slice(1, 5))).toEqual([[3, 1, 1, 100 - 20 - 10]]);
});

test('a roster has a place for every day', () => {
  const { parts } = draftOf('roster', factsOf([], '2026-10-01T00:00:00', '2026-10-04T00:00:00'));
  expect(parts.map(({ id }) => id)).toEqual(['post:2026-10-01', 'post:2026-10-02', 'post:2026-10-03']);
});

test('an analysis compares each month with that of the year before', () => {
  const all = [
    played({ at: '2026-10-08T09:00:00' }),
    played({ at: '2025-10-08T09:00:00' }),
    played({ at: '2025-11-08T09:00:00' }),
  ];
  const { content } = draftOf('quarterly', factsOf(all, '2026-10-01T00:00:00', '2027-01-01T00:00:00'));
  expect(rowsOf(content, 'trend').map((row) => row.slice(0, 3))).toEqual([
    ['2026-10', 1, 1],
    ['2026-11', 0, 1],
    ['2026-12', 0, 0],
  ]);
});
