/** What a table of nodes or people is held against. */
import type { Viewer } from '../../database/queries/access.js';
import { allNodes } from '../../database/queries/nodes.js';
import { allRulebooks } from '../../database/queries/rulebooks.js';
import { placesOf, takenNodes } from '../../database/queries/sheets.js';
import type { Source } from '../../database/sql.js';
import type { NodeWorld } from '../../domain/organisation/import-nodes.js';
import type { PeopleWorld } from '../../domain/organisation/import-people.js';
import type { ApiOptions } from '../options.js';
import { topsOf } from './part.js';

export async function nodeWorld(
  source: Source,
  viewer: Viewer,
  ids: string[],
  options: ApiOptions,
): Promise<NodeWorld> {
  const tops = topsOf(viewer);
  const nodes = await allNodes(source, tops);
  const rulebooks = await allRulebooks(options.dataSource);
  return {
    nodes: new Map(nodes.map(({ closedAt, ...node }) => [node.id, { ...node, closed: closedAt !== null }])),
    tops: new Set(tops),
    taken: new Set(await takenNodes(source, ids)),
    rulebooks: new Set(rulebooks.filter(({ isInForce }) => isInForce).map(({ id }) => id)),
  };
}

export async function peopleWorld(source: Source, viewer: Viewer, usernames: string[]): Promise<PeopleWorld> {
  const nodes = await allNodes(source, topsOf(viewer));
  const mine = new Set(nodes.map(({ id }) => id));
  const people = await placesOf(source, usernames);
  return {
    people: new Map(
      people.map(({ username, name, active, home, places }) => {
        const yours = [home, ...Object.keys(places)].every((node) => mine.has(node));
        return [username, { name, active, yours, places }];
      }),
    ),
    nodes: new Map(nodes.map(({ id, closedAt }) => [id, closedAt !== null])),
    self: viewer.username,
  };
}
