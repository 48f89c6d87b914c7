/** The organisation of a rehearsed half year: the demo group, and for every other rulebook a company with a project. */
import type { DataSource } from 'typeorm';
import { demoNodes, type DemoNode } from '../../database/demo/organisation.js';

/** Its rulebook is said where it is not that of the node above. */
export function nodesOf(rulebooks: readonly string[]): DemoNode[] {
  const others = rulebooks.filter((id) => id !== 'WY');
  return [
    ...demoNodes,
    ...others.flatMap((rulebook): DemoNode[] => {
      const company = `${rulebook.toLowerCase()}-company`;
      return [
        { id: company, parent: 'anju', tier: 'company', name: `${rulebook}公司`, rulebook },
        { id: `${rulebook.toLowerCase()}-project`, parent: company, tier: 'project', name: `${rulebook}项目` },
      ];
    }),
  ];
}

/** The rulebook that governs a node. */
export function rulebookAt(nodes: readonly DemoNode[], id: string | null): string | undefined {
  const node = nodes.find((one) => one.id === id);
  return node && (node.rulebook ?? rulebookAt(nodes, node.parent));
}

export async function enterNodes(dataSource: DataSource, nodes: readonly DemoNode[]): Promise<void> {
  for (const { id, parent, tier, name, rulebook } of nodes)
    await dataSource.query(
      `insert into organisation (id, parent_id, tier, name, rulebook_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, parent, tier, name, rulebook ?? null],
    );
}
