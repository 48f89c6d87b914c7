import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import type { VersionInFull } from '../../api/shapes.js';
import { withdrawVersion } from '../../api/versions.js';
import { useWords } from '../../parts/words.js';

/** Before it comes into force; afterwards only another version takes its place. */
export function Withdrawal({ version: { id, version }, close }: { version: VersionInFull; close: () => void }) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: ({ reason }: { reason: string }) => withdrawVersion(id, version, reason.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('versions.withdrawTitle', { version })}
      okText={t('versions.withdraw')}
      okButtonProps={{ danger: true }}
      cancelText={t('form.cancel')}
      confirmLoading={withdraw.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => withdraw.mutate(given)}>
        <Form.Item
          name="reason"
          label={t('versions.reason')}
          rules={[{ required: true, whitespace: true, message: t('versions.needReason') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus />
        </Form.Item>
      </Form>
      {withdraw.error && <Alert type="error" showIcon title={problem(withdraw.error)} />}
    </Modal>
  );
}
