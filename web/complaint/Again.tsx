import { PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { tell, type Told } from '../api/tell.js';
import type { Complaint } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { useWords } from '../parts/words.js';
import { over } from './over.js';

const hear = ['reception', 'supervisor', 'handler', 'revisitor', 'company'];
const kinds: Told['what'][] = ['urged', 'followedUp', 'joined'];

/** The customer calls again about the same matter: urges, tells more, or others join. */
export function Again({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const { roles } = useSession().user;
  const [open, setOpen] = useState(false);
  if (!roles.some((role) => hear.includes(role)) || over.includes(complaint.status)) return null;
  return (
    <>
      <Button icon={<PhoneOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('again.button')}
      </Button>
      {open && <Dialog complaint={complaint} close={() => setOpen(false)} />}
    </>
  );
}

interface Values {
  text?: string;
  people?: number;
}

function Dialog({ complaint, close }: { complaint: Complaint; close: () => void }) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [what, setWhat] = useState<Told['what']>('urged');
  const send = useMutation({
    mutationFn: ({ text, people }: Values) =>
      tell(complaint.id, what === 'joined' ? { what, people: people ?? 1 } : { what, text: text?.trim() }),
    onSuccess: () => {
      void message.success(t('again.done'));
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['complaint', complaint.id] }),
  });
  const needed = [{ required: true, whitespace: true, message: t('again.needed') }];
  return (
    <Modal
      open
      title={t('again.title', { number: complaint.number })}
      okText={t('again.record')}
      cancelText={t('form.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'again-form', loading: send.isPending }}
      onCancel={close}
    >
      <Segmented
        block
        aria-label={t('again.what')}
        value={what}
        onChange={setWhat}
        options={kinds.map((value) => ({ value, label: t(`again.kind.${value}`) }))}
      />
      <p className="faint dialog-lead">{t(`again.hint.${what}`)}</p>
      <Form<Values> id="again-form" layout="vertical" requiredMark={false} onFinish={(values) => send.mutate(values)}>
        {what === 'joined' ? (
          <Form.Item name="people" label={t('again.people')} initialValue={1}>
            <InputNumber min={1} max={100_000} precision={0} autoFocus />
          </Form.Item>
        ) : (
          <Form.Item name="text" label={t(`again.text.${what}`)} rules={what === 'followedUp' ? needed : []}>
            <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
          </Form.Item>
        )}
      </Form>
      {send.error && <Alert type="error" showIcon title={problem(send.error)} />}
    </Modal>
  );
}
