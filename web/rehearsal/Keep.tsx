import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { client, data } from '../api/client.js';
import { newKey } from '../api/key.js';
import type { SavedStoryline } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

interface Props {
  storyline: Record<string, unknown>;
  done: (saved: SavedStoryline) => void;
  close: () => void;
}

/** Keeps what was put together, for oneself or shared. */
export function Keep({ storyline, done, close }: Props) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<{ name: string; shared: boolean }>();
  const [key] = useState(newKey);
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: async ({ name, shared }: { name: string; shared: boolean }) => {
      const { stringify } = await import('yaml');
      const yaml = stringify({ ...storyline, storyline: name.trim() }, { lineWidth: 0 });
      return data(
        client.POST('/api/storylines', {
          body: { name: name.trim(), yaml, shared },
          params: { header: { 'Idempotency-Key': key } },
        }),
      );
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['storylines'] });
      done(saved);
    },
  });
  return (
    <Modal
      open
      title={t('stories.keep')}
      okText={t('stories.keep')}
      cancelText={t('form.cancel')}
      confirmLoading={keep.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ shared: false }} onFinish={keep.mutate}>
        <Form.Item
          name="name"
          label={t('stories.name')}
          rules={[{ required: true, whitespace: true, message: t('stories.needName') }]}
        >
          <Input maxLength={200} autoFocus placeholder={t('stories.nameExample')} />
        </Form.Item>
        <Form.Item name="shared" label={t('stories.sharedLabel')} extra={t('stories.sharedNote')}>
          <Switch />
        </Form.Item>
      </Form>
      {keep.error && <Alert type="error" showIcon title={problem(keep.error)} />}
    </Modal>
  );
}
