import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { client, data } from '../api/client.js';
import { matter as matterQuery } from '../api/queries.js';
import { useWords } from '../parts/words.js';

export type Finding = 'confirmed' | 'undone' | 'suggested';

/** Records a person's finding on a pair, and shows what comes of it. */
export function useFinding(id: string) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ other, state }: { other: string; state: Finding }) =>
      data(client.POST('/api/complaints/{id}/matches/{other}', { params: { path: { id, other } }, body: { state } })),
    onSuccess: (matter, { other }) => {
      queries.setQueryData(matterQuery(id).queryKey, matter);
      void queries.invalidateQueries({ queryKey: matterQuery(other).queryKey });
      void message.success(t('matter.done'));
    },
    onError: (error) => void message.error(problem(error), 6),
  });
}
