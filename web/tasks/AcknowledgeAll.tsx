import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { giveCommand } from '../api/command.js';
import { newKey } from '../api/key.js';
import type { Task } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** The only thing that is done for many at once: that customers were told of the receipt. One refused stops no other. */
export function AcknowledgeAll({ tasks }: { tasks: Task[] }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const waiting = tasks.filter(({ commands }) => commands.includes('acknowledge'));
  if (waiting.length < 2) return null;
  const all = async () => {
    setBusy(true);
    let failed = 0;
    for (const { complaint } of waiting) {
      const asked = { id: complaint.id, command: 'acknowledge', input: {}, seq: complaint.seq, key: newKey() };
      await giveCommand(asked).catch(() => failed++);
    }
    setBusy(false);
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['tasks'] }),
      queries.invalidateQueries({ queryKey: ['complaints'] }),
    ]);
    if (failed > 0) void message.warning(t('desk.acknowledgeFailed', { count: failed }), 6);
    else void message.success(t('desk.acknowledged', { count: waiting.length }));
  };
  return (
    <Popconfirm
      title={t('desk.acknowledgeAsk', { count: waiting.length })}
      description={t('desk.acknowledgeHint')}
      onConfirm={() => void all()}
    >
      <Button size="small" loading={busy}>
        {t('desk.acknowledge', { count: waiting.length })}
      </Button>
    </Popconfirm>
  );
}
