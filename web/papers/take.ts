import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Family, type Paper, paperKey, type Step, takeStep } from '../api/papers.js';

/** Takes steps on a paper; the page shows what came of it, lists are asked anew. */
export function useStep(family: Family, paper: Paper, done?: (paper: Paper) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => takeStep(family, paper, step),
    onSuccess: (next) => {
      queries.setQueryData(paperKey(family, next.id), next);
      void queries.invalidateQueries({ queryKey: ['papers'] });
      if (next.id !== paper.id) void queries.invalidateQueries({ queryKey: paperKey(family, paper.id) });
      done?.(next);
    },
  });
}
