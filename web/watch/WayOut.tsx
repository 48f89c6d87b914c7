import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useWords } from '../parts/words.js';

interface Props {
  name: 'retry' | 'skip' | 'reproject' | 'resume';
  give: (because: string) => Promise<unknown>;
  danger?: boolean;
  /** Why must be said. */
  asks?: boolean;
}

/** A button that sets something going again. */
export function WayOut({ name, give, danger, asks }: Props) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const [because, setBecause] = useState('');
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => give(because),
    onSuccess: () => message.success(t('watch.done')),
    onError: (error) => message.error(problem(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['watch'] }),
  });
  const button = (
    <Button danger={danger} loading={isPending} onClick={asks ? undefined : () => mutate()}>
      {t(`watch.way.${name}`)}
    </Button>
  );
  if (!asks) return button;
  return (
    <Popconfirm
      title={t(`watch.asks.${name}`)}
      description={
        <Input
          value={because}
          maxLength={500}
          placeholder={t('watch.because')}
          aria-label={t('watch.because')}
          onChange={({ target }) => setBecause(target.value)}
        />
      }
      okButtonProps={{ disabled: !because.trim(), danger }}
      onConfirm={() => mutate()}
    >
      {button}
    </Popconfirm>
  );
}
