/** The tree of an organisation: group → company → project → unit. */
import { type Tier } from '../rulebook/rulebook.js';

/** What a node is. A unit is where people of a project belong; complaints are handled by the tiers above it. */
export type NodeTier = Tier | 'unit';

export const nodeTiers: readonly NodeTier[] = ['group', 'company', 'project', 'unit'];

const above: Record<NodeTier, readonly (NodeTier | null)[]> = {
  group: [null],
  company: ['group'],
  project: ['company', 'group'],
  unit: ['project'],
};

/** Whether a node may stand below one of a tier; null: at the top. */
export const mayStandBelow = (tier: NodeTier, parent: NodeTier | null): boolean => above[tier].includes(parent);

/** The tiers below which one may stand; empty for a group, which is at the top. */
export const tiersAbove = (tier: NodeTier): NodeTier[] => above[tier].filter((one) => one !== null);
