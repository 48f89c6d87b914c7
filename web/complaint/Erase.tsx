import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { client, data } from '../api/client.js';
import type { Complaint } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { useWords } from '../parts/words.js';
import { over } from './over.js';

/** Headquarters delete what a complaint that is over said, and of whom. */
export function Erase({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const { roles } = useSession().user;
  const [open, setOpen] = useState(false);
  if (!roles.includes('hq') || !over.includes(complaint.status) || complaint.erased) return null;
  return (
    <>
      <Button danger icon={<DeleteOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('erase.button')}
      </Button>
      {open && <Dialog complaint={complaint} close={() => setOpen(false)} />}
    </>
  );
}

interface Values {
  because: string;
  number: string;
}

function Dialog({ complaint: { id, number }, close }: { complaint: Complaint; close: () => void }) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: ({ because }: Values) =>
      data(client.POST('/api/complaints/{id}/erase', { params: { path: { id } }, body: { because: because.trim() } })),
    onSuccess: () => {
      void message.success(t('erase.done'));
      close();
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['complaint', id] }),
        queries.invalidateQueries({ queryKey: ['complaints'] }),
      ]),
  });
  return (
    <Modal
      open
      title={t('erase.title', { number })}
      okText={t('erase.confirm')}
      cancelText={t('form.cancel')}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 'erase-form', loading: erase.isPending }}
      onCancel={close}
    >
      <p className="dialog-lead">{t('erase.lead')}</p>
      <p className="faint dialog-lead">{t('erase.stays')}</p>
      <Form<Values> id="erase-form" layout="vertical" requiredMark={false} onFinish={(values) => erase.mutate(values)}>
        <Form.Item
          name="because"
          label={t('erase.because')}
          rules={[{ required: true, whitespace: true, message: t('erase.needed') }]}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            placeholder={t('erase.example')}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label={t('erase.number', { number })}
          rules={[
            {
              validator: (_, typed?: string) =>
                typed?.trim() === number ? Promise.resolve() : Promise.reject(new Error(t('erase.wrong'))),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
      {erase.error && <Alert type="error" showIcon title={problem(erase.error)} />}
    </Modal>
  );
}
