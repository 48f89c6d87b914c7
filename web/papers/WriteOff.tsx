import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { batch as batchQuery, undoBatch } from '../api/calendars.js';
import { newKey } from '../api/key.js';
import { useSession } from '../app/session.js';
import { BatchProgress } from '../parts/BatchProgress.js';
import { useWords } from '../parts/words.js';

/** How far an approved write-off list is carried out, and the way to take it back. */
export function WriteOff({ batch }: { batch: string }) {
  const { t, problem } = useWords();
  const mayUndo = useSession().user.roles.includes('hq');
  const { data } = useQuery(batchQuery(batch));
  const { data: undoing } = useQuery({ ...batchQuery(data?.undoing ?? ''), enabled: Boolean(data?.undoing) });
  const isUndoing = Boolean(data?.undoing) && !undoing?.endedAt;
  const [asking, setAsking] = useState<{ key: string }>();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: batchQuery(batch).queryKey });
  const undo = useMutation({
    mutationFn: (key: string) => undoBatch(batch, reason, key),
    onSuccess: async () => {
      await again();
      setAsking(undefined);
      setReason('');
    },
  });
  return (
    <section className="card paper-actions" aria-label={t('paper.writeOff.title')}>
      <BatchProgress id={batch} mayStop={false} />
      {data?.undoing && (
        <BatchProgress key={data.undoing} id={data.undoing} mayStop={false} ended={() => void again()} />
      )}
      {mayUndo && data?.undoable && !isUndoing && (
        <Button block onClick={() => setAsking({ key: newKey() })}>
          {t('paper.writeOff.undo')}
        </Button>
      )}
      {asking && (
        <Modal
          open
          title={t('paper.writeOff.undo')}
          okText={t('paper.writeOff.undo')}
          cancelText={t('paper.cancel')}
          okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: undo.isPending }}
          onOk={() => undo.mutate(asking.key)}
          onCancel={() => {
            setAsking(undefined);
            undo.reset();
          }}
        >
          <p className="faint dialog-lead">{t('paper.writeOff.undoLead')}</p>
          <label className="paper-field">
            {t('paper.writeOff.reason')}
            <Input.TextArea
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              autoFocus
            />
          </label>
          {undo.error && <Alert type="error" role="alert" message={problem(undo.error)} />}
        </Modal>
      )}
    </section>
  );
}
