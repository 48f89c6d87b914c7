import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { points as pointsQuery } from '../api/queries.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { type ResetChoice, ways } from './ways.js';

/** Takes a workflow back to a point of its history that somebody chooses. */
export function Reset({ id }: { id: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('watch.way.reset')}</Button>
      {open && <Choose id={id} close={() => setOpen(false)} />}
    </>
  );
}

function Choose({ id, close }: { id: string; close: () => void }) {
  const words = useWords();
  const { t, problem } = words;
  const { message } = App.useApp();
  const [form] = Form.useForm<ResetChoice>();
  const { data } = useQuery(pointsQuery(id));
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (choice: ResetChoice) => ways.reset(id, choice),
    onSuccess: () => {
      void message.success(t('watch.done'));
      close();
    },
    onError: (error) => message.error(problem(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['watch'] }),
  });
  const options = data?.map(({ event, at }) => ({ value: event, label: `${sayExactly(at, words)} · ${event}` }));
  return (
    <Modal
      open
      title={t('watch.reset.title')}
      okText={t('watch.way.reset')}
      okButtonProps={{ danger: true }}
      confirmLoading={isPending}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p className="faint dialog-lead">{t('watch.reset.lead')}</p>
      <Form form={form} layout="vertical" onFinish={mutate} requiredMark={false}>
        <Form.Item
          name="event"
          label={t('watch.reset.point')}
          rules={[{ required: true, message: t('watch.reset.choose') }]}
        >
          <Select options={options} loading={!options} />
        </Form.Item>
        <Form.Item
          name="because"
          label={t('watch.because')}
          rules={[{ required: true, whitespace: true, message: t('watch.asks.skip') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="withoutSignals" valuePropName="checked">
          <Checkbox>{t('watch.reset.withoutSignals')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
