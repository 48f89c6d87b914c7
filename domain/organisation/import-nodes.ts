/** What a table of nodes would do, row by row, and what is wrong with it. Pure. */
import { columns, type SheetProblem, type SheetProblemCode, type SheetRow, tierNamed } from './columns.js';
import { mayStandBelow, type NodeTier } from './node.js';

export interface KnownNode {
  id: string;
  parent: string | null;
  tier: NodeTier;
  name: string;
  rulebook: string | null;
  closed: boolean;
}

export interface PlannedNode {
  row: number;
  does: 'add' | 'change' | 'keep';
  id: string;
  parent: string | null;
  tier: NodeTier;
  name: string;
  rulebook: string | null;
}

export interface NodeWorld {
  /** Of the administrator's part. */
  nodes: ReadonlyMap<string, KnownNode>;
  /** The tops of that part: they stay where they are. */
  tops: ReadonlySet<string>;
  /** Ids that are taken, wherever. */
  taken: ReadonlySet<string>;
  rulebooks: ReadonlySet<string>;
}

const idForm = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const nameAtMost = 100;

/** Parents come before their children in what is planned. */
export function planNodes(
  rows: SheetRow<'nodes'>[],
  world: NodeWorld,
): { planned: PlannedNode[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const given = new Map<string, SheetRow<'nodes'>>();
  const say = ({ row, ...cells }: SheetRow<'nodes'>, key: keyof typeof columns.nodes, code: SheetProblemCode) =>
    problems.push({ row, column: columns.nodes[key], code, value: cells[key] });
  for (const row of rows) {
    if (!idForm.test(row.id)) say(row, 'id', row.id === '' ? 'blank' : 'bad-id');
    else if (given.has(row.id)) say(row, 'id', 'twice');
    else if (world.taken.has(row.id) && !world.nodes.has(row.id)) say(row, 'id', 'not-yours');
    given.set(row.id, given.get(row.id) ?? row);
  }
  const tierOf = (id: string) => {
    const known = world.nodes.get(id);
    return known ? known.tier : tierNamed(given.get(id)?.tier ?? '');
  };
  const planned = rows.flatMap((row): PlannedNode[] => {
    const known = world.nodes.get(row.id);
    const tier = tierNamed(row.tier);
    const parent = row.parent === '' ? null : row.parent;
    if (known?.closed) say(row, 'id', 'closed');
    if (row.name === '') say(row, 'name', 'blank');
    if (row.name.length > nameAtMost) say(row, 'name', 'too-long');
    if (!tier) say(row, 'tier', row.tier === '' ? 'blank' : 'unknown-tier');
    else if (known && known.tier !== tier) say(row, 'tier', 'other-tier');
    if (row.rulebook !== '' && !world.rulebooks.has(row.rulebook)) say(row, 'rulebook', 'unknown-rulebook');
    const stays = known?.parent === parent;
    if (tier && !stays) {
      const above = parent === null ? null : tierOf(parent);
      if (world.tops.has(row.id) || (parent === null && tier === 'group')) say(row, 'parent', 'not-yours');
      else if (parent === null) say(row, 'parent', 'blank');
      else if (!world.nodes.has(parent) && !given.has(parent)) say(row, 'parent', 'unknown-node');
      else if (world.nodes.get(parent)?.closed) say(row, 'parent', 'closed');
      else if (above && !mayStandBelow(tier, above)) say(row, 'parent', 'wrong-parent');
    }
    if (!tier) return [];
    const rulebook = row.rulebook === '' ? null : row.rulebook;
    const same = stays && known.name === row.name && known.rulebook === rulebook;
    const does = known ? (same ? 'keep' : 'change') : 'add';
    return [{ row: row.row, does, id: row.id, parent, tier, name: row.name, rulebook }];
  });
  const rank = (tier: NodeTier) => ['group', 'company', 'project', 'unit'].indexOf(tier);
  return { planned: planned.sort((a, b) => rank(a.tier) - rank(b.tier) || a.row - b.row), problems };
}
