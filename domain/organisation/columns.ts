/** The columns of the tables of nodes and people: each is known by its Chinese and its English name. */
import { type Role, roles } from '../rulebook/rulebook.js';
import { type NodeTier, nodeTiers } from './node.js';

export const columns = {
  nodes: { id: '编号', parent: '上级编号', tier: '层级', name: '名称', rulebook: '规程' },
  people: { username: '用户名', name: '姓名', node: '单位编号', roles: '角色' },
} as const;

export type SheetKind = keyof typeof columns;

export const tierNames: Record<NodeTier, string> = { group: '集团', company: '公司', project: '项目', unit: '单元' };

export const roleNames: Record<Role, string> = {
  reception: '前台',
  supervisor: '客服主管',
  handler: '经办人',
  approver: '分管领导',
  revisitor: '回访员',
  company: '物业公司',
  hq: '集团',
  auditor: '审计',
  admin: '管理员',
};

export const tierNamed = (name: string): NodeTier | undefined =>
  nodeTiers.find((tier) => tier === name || tierNames[tier] === name);

export const roleNamed = (name: string): Role | undefined =>
  roles.find((role) => role === name || roleNames[role] === name);

/** What is wrong with a cell. */
export interface SheetProblem {
  /** As spreadsheets count: the header is 1. */
  row: number;
  /** The column's Chinese name; empty when the whole row is meant. */
  column: string;
  code: SheetProblemCode;
  /** What stands there. */
  value: string;
}

export type SheetProblemCode =
  | 'column-missing'
  | 'empty'
  | 'too-many-rows'
  | 'blank'
  | 'too-long'
  | 'bad-id'
  | 'twice'
  | 'unknown-tier'
  | 'other-tier'
  | 'unknown-node'
  | 'wrong-parent'
  | 'closed'
  | 'not-yours'
  | 'unknown-rulebook'
  | 'bad-username'
  | 'unknown-role'
  | 'other-name'
  | 'own-roles'
  | 'inactive';

/** A row's cells by column, with its number. */
export type SheetRow<K extends SheetKind> = { row: number } & Record<keyof (typeof columns)[K], string>;

/** Rows by column name; wholly empty ones are left out. */
export function rowsOf<K extends SheetKind>(
  kind: K,
  table: string[][],
  limit: number,
): { rows: SheetRow<K>[]; problems: SheetProblem[] } {
  const [header = [], ...body] = table;
  const names = Object.entries(columns[kind]);
  const places = names.map(([key, name]) => header.findIndex((cell) => cell === name || cell.toLowerCase() === key));
  const problems = names.flatMap(([, column], i): SheetProblem[] =>
    places[i] === -1 ? [{ row: 1, column, code: 'column-missing', value: '' }] : [],
  );
  if (problems.length > 0) return { rows: [], problems };
  const rows = body.flatMap((cells, i) => {
    if (cells.every((cell) => cell === '')) return [];
    const fields = names.map(([key], j) => [key, cells[places[j] as number] ?? '']);
    return [{ row: i + 2, ...Object.fromEntries(fields) } as SheetRow<K>];
  });
  if (rows.length === 0) return { rows, problems: [{ row: 2, column: '', code: 'empty', value: '' }] };
  if (rows.length > limit) {
    return { rows: [], problems: [{ row: limit + 2, column: '', code: 'too-many-rows', value: String(limit) }] };
  }
  return { rows, problems };
}
