import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { giveCommand, isCertain } from '../api/command.js';
import { newKey } from '../api/key.js';
import { isProblem } from '../api/problem.js';
import type { Answer, Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

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
      const answer = await giveCommand({ id: complaint.id, command, input, seq: complaint.seq, key: key.current });
      key.current = newKey();
      await reload();
      void message.success(t('form.done', { command: term('command', command) }));
      return answer;
    } catch (failure) {
      setError(failure);
      if (isCertain(failure)) key.current = newKey();
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
