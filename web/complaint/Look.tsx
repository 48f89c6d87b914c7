import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { client, data } from '../api/client.js';
import type { Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** Who complained is masked for those who need not know: they are shown it after a look is registered. */
export function Look({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (complaint.contact === 'shown' || complaint.erased) return null;
  if (complaint.contact === 'looked') return <p className="part-note">{t('complaint.look.open')}</p>;
  return (
    <p className="part-note masked">
      {t('complaint.look.masked')}{' '}
      <Button size="small" onClick={() => setOpen(true)}>
        {t('complaint.look.button')}
      </Button>
      {open && <Register id={complaint.id} close={() => setOpen(false)} />}
    </p>
  );
}

function Register({ id, close }: { id: string; close: () => void }) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (body: { reason: string }) =>
      data(client.POST('/api/complaints/{id}/looks', { params: { path: { id } }, body })),
    onSuccess: close,
    onError: (error) => message.error(problem(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['complaint', id] }),
  });
  return (
    <Modal
      open
      title={t('complaint.look.title')}
      okText={t('complaint.look.confirm')}
      confirmLoading={isPending}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p className="dialog-lead">{t('complaint.look.lead')}</p>
      <Form form={form} layout="vertical" onFinish={mutate}>
        <Form.Item
          name="reason"
          label={t('complaint.look.reason')}
          rules={[{ required: true, whitespace: true, message: t('complaint.look.needed') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={500} showCount placeholder={t('complaint.look.example')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
