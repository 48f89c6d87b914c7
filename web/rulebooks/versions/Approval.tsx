import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { VersionInFull } from '../../api/shapes.js';
import { approveVersion } from '../../api/versions.js';
import { useWords } from '../../parts/words.js';

interface Given {
  from?: Dayjs;
  remarks?: string;
}

/** By a second person, as it was read, in force from a date. */
export function Approval({ version, close }: { version: VersionInFull; close: () => void }) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<Given>();
  const queries = useQueryClient();
  const { id, version: number, revision } = version;
  const approve = useMutation({
    mutationFn: ({ from, remarks }: Given) =>
      approveVersion(
        { id, number, revision },
        {
          ...(from ? { inForceFrom: from.format('YYYY-MM-DD') } : {}),
          ...(remarks?.trim() ? { remarks: remarks.trim() } : {}),
        },
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={t('versions.approveTitle', { version: number })}
      okText={t('versions.approve')}
      cancelText={t('form.cancel')}
      confirmLoading={approve.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="faint dialog-lead">{t('versions.approveNote')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => approve.mutate(given)}>
        <Form.Item name="from" label={t('versions.inForceFrom')} extra={t('versions.inForceNote')}>
          <DatePicker minDate={dayjs()} />
        </Form.Item>
        <Form.Item name="remarks" label={t('versions.remarks')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      </Form>
      {approve.error && <Alert type="error" showIcon title={problem(approve.error)} />}
    </Modal>
  );
}
