import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { client, data } from '../api/client.js';
import { newKey } from '../api/key.js';
import { isProblem } from '../api/problem.js';
import type { Answer, Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** Every command has its own route of the same form. */
const routeOf = (command: string) => `/api/complaints/{id}/${command}` as '/api/complaints/{id}/comment';

/** Gives a command on the complaint as it was read; when it has changed meanwhile, loads it afresh and says so. */
export function useGive(complaint: Complaint) {
  const { t, term } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const reload = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['complaint', complaint.id] }),
      queries.invalidateQueries({ queryKey: ['tasks'] }),
      queries.invalidateQueries({ queryKey: ['complaints'] }),
    ]);

  const give = async (command: string, input: Record<string, unknown>): Promise<Answer> => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await data(
        client.POST(routeOf(command), {
          params: {
            path: { id: complaint.id },
            header: { 'If-Match': `"${complaint.seq}"`, 'Idempotency-Key': key.current },
          },
          body: input as never,
        }),
      );
      key.current = newKey();
      await reload();
      void message.success(t('form.done', { command: term('command', command) }));
      return answer;
    } catch (failure) {
      setError(failure);
      // an answer that says no has done nothing: what is sent next is a new request
      if (isProblem(failure) && !failure.passing) key.current = newKey();
      if (isProblem(failure) && (failure.code === 'stale' || failure.code === 'wrong-status')) {
        await reload();
        if (failure.code === 'stale') void message.warning(t('complaint.stale'), 6);
      }
      throw failure;
    } finally {
      setBusy(false);
    }
  };
  return { give, busy, error, reset: () => setError(undefined) };
}
