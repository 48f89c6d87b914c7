/** What tables of nodes and people would do, and substitutes who do not approve their own. */
import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../domain/organisation/columns.js';
import { planNodes } from '../../domain/organisation/import-nodes.js';
import { planPeople } from '../../domain/organisation/import-people.js';
import { mayStandBelow } from '../../domain/organisation/node.js';
import { personAt, rolesAt, narrowedTo, viewerOf } from '../../domain/organisation/viewer.js';

const known = (id: string, parent: string | null, tier: 'group' | 'company' | 'project', closed = false) =>
  [id, { id, parent, tier, name: id, rulebook: null, closed }] as const;
const world = {
  nodes: new Map([known('g', null, 'group'), known('c', 'g', 'company'), known('old', 'g', 'company', true)]),
  tops: new Set(['g']),
  taken: new Set(['g', 'c', 'old', 'elsewhere']),
  rulebooks: new Set(['WY']),
};
const nodes = (...rows: string[][]) => {
  const table = [['编号', '上级编号', '层级', '名称', '规程'], ...rows];
  return planNodes(rowsOf('nodes', table, 100).rows, world);
};

describe('nodes', () => {
  test('parents come before their children, whatever the order of rows', () => {
    const { planned, problems } = nodes(['p', 'n', '项目', 'P', ''], [], ['n', 'g', 'company', 'N', 'WY']);
    expect(problems).toEqual([]);
    expect(planned.map(({ id, row, does }) => [id, row, does])).toEqual([
      ['n', 4, 'add'],
      ['p', 2, 'add'],
    ]);
  });

  const wrong: [string, string[], string][] = [
    ['a node of somebody else', ['elsewhere', 'g', '公司', 'x', ''], 'not-yours'],
    ['the top moved', ['g', 'c', '集团', 'x', ''], 'not-yours'],
    ['a second group', ['g2', '', '集团', 'x', ''], 'not-yours'],
    ['no parent', ['p', '', '项目', 'x', ''], 'blank'],
    ['below a closed one', ['p', 'old', '项目', 'x', ''], 'closed'],
    ['a company below a company', ['k', 'c', '公司', 'x', ''], 'wrong-parent'],
    ['another tier', ['c', 'g', '项目', 'c', ''], 'other-tier'],
    ['a long name', ['p', 'c', '项目', 'x'.repeat(101), ''], 'too-long'],
  ];
  test.each(wrong)('%s', (_, row, code) => {
    expect(nodes(row).problems.map((problem) => problem.code)).toContain(code);
  });

  test('too many rows, no rows and missing columns are told as such', () => {
    const header = ['id', 'parent', 'tier', 'name', 'rulebook'];
    expect(rowsOf('nodes', [header], 9).problems).toMatchObject([{ code: 'empty' }]);
    expect(rowsOf('nodes', [header, ['a'], ['b']], 1).problems).toMatchObject([{ code: 'too-many-rows' }]);
    expect(rowsOf('nodes', [['id']], 9).problems.map(({ column }) => column)).toEqual([
      '上级编号',
      '层级',
      '名称',
      '规程',
    ]);
  });

  test('what stands below what', () => {
    expect(mayStandBelow('group', null)).toBe(true);
    expect(mayStandBelow('project', 'group')).toBe(true);
    expect(mayStandBelow('unit', 'company')).toBe(false);
    expect(mayStandBelow('company', null)).toBe(false);
  });
});

test('people: the same table again changes nothing', () => {
  const table = [
    ['用户名', '姓名', '单位编号', '角色'],
    ['li.na', '李娜', 'c', '经办人、前台'],
    ['new', '新人', 'c', 'handler'],
  ];
  const people = new Map([
    ['li.na', { name: '李娜', active: true, yours: true, places: { c: ['reception' as const, 'handler' as const] } }],
  ]);
  const plan = planPeople(rowsOf('people', table, 9).rows, { people, nodes: new Map([['c', false]]), self: 'me' });
  expect(plan.problems).toEqual([]);
  expect(plan.planned.map(({ does }) => does)).toEqual(['keep', 'add']);
});

describe('a viewer', () => {
  const at = (id: string, roles: never[], projects: string[] | null, standsInFor: string | null = null) => ({
    ...{ node: { id, name: id }, tier: 'project' as const, roles, projects, standsInFor },
  });
  const viewer = viewerOf({
    ...{ user: 'u', username: 'u', name: 'U', mustChangePassword: false, home: { id: 'b', name: 'b' } },
    memberships: [
      at('a', ['supervisor'] as never[], ['a']),
      at('b', ['handler'] as never[], ['b']),
      at('b', ['approver'] as never[], ['b'], 'boss'),
    ],
  });

  test('has at a project the roles of what reaches it, apart from those for whom they stand in', () => {
    expect(personAt(viewer, 'a')).toEqual({ user: 'u', roles: ['supervisor'] });
    expect(personAt(viewer, 'b')).toEqual({
      user: 'u',
      roles: ['handler'],
      standsInFor: [{ user: 'boss', roles: ['approver'] }],
    });
    expect(personAt(viewer, 'c')).toEqual({ user: 'u', roles: [] });
    expect(rolesAt(viewer, 'b')).toEqual(['handler', 'approver']);
  });

  test('narrowed to a role sees by that alone', () => {
    expect(narrowedTo(viewer, ['supervisor'])).toMatchObject({ projects: ['a'], node: { id: 'a' } });
    expect(narrowedTo(viewer, ['auditor'])).toBeUndefined();
  });
});
