/** Nodes as clients see them. */
import type { Node, PlacedNode } from '../../database/queries/nodes.js';

export function nodeView({ closedAt, rulebook, path, ...node }: Node & Partial<Pick<PlacedNode, 'path'>>) {
  return {
    ...node,
    ...(rulebook ? { rulebook } : {}),
    ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
    ...(path ? { path: path.map(({ id, name }) => ({ id, name })) } : {}),
  };
}
