/** The part of the organisation that an administrator looks after: what their administrator's roles reach. */
import type { Viewer } from '../../database/queries/access.js';
import { nodesOf, type PlacedNode } from '../../database/queries/nodes.js';
import type { Source } from '../../database/sql.js';
import { notFound } from '../kernel/problem.js';

/** Where their memberships are; the guard has left those that let them in. */
export const topsOf = ({ memberships }: Viewer): string[] => [...new Set(memberships.map(({ node }) => node.id))];

/** A node of their part, with those above it. Throws not-found for any other. */
export async function nodeWithin(source: Source, viewer: Viewer, id: string): Promise<PlacedNode> {
  const [node] = await nodesOf(source, [id]);
  if (!node || !isWithin(topsOf(viewer), node)) throw notFound();
  return node;
}

export const isWithin = (tops: string[], { id, path }: PlacedNode): boolean =>
  tops.includes(id) || path.some((above) => tops.includes(above.id));
