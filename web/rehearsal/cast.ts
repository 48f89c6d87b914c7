import { useMemo } from 'react';
import { type Labels, useLabels } from '../complaint/labels.js';
import { zh as known } from '../language/zh/index.js';
import { useWords } from '../parts/words.js';

/** On the stage people are their roles: `handler` is whoever handles. */
export function useStageLabels(rulebook: string): Labels & { roles: Record<string, string> } {
  const { term } = useWords();
  const labels = useLabels(rulebook);
  return useMemo(() => {
    const roles = Object.fromEntries(Object.keys(known.role).map((role) => [role, term('role', role)]));
    return {
      ...labels,
      roles,
      people: Object.entries(roles).map(([id, name]) => ({ id, name, roles: [id], node: '' }) as Labels['people'][0]),
      person: (id) => roles[id ?? ''] ?? labels.person(id),
    };
  }, [labels, term]);
}
