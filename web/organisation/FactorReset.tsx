import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { type Person, resetSecondFactor } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

/** Takes away the second factor of whoever has lost it; says before what follows. */
export function FactorReset({ person: { id, name }, close }: { person: Person; close: () => void }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: (reason: string) => resetSecondFactor(id, reason),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Modal
      open
      title={t('people.resetFactorOf', { name })}
      okText={t('people.resetFactor')}
      cancelText={t('organisation.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'factor-form', danger: true, loading: reset.isPending }}
      onCancel={close}
    >
      <p>{t('people.resetFactorLead')}</p>
      <Form<{ reason: string }>
        id="factor-form"
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => reset.mutate(reason)}
      >
        <Form.Item
          name="reason"
          label={t('people.reason')}
          rules={[{ required: true, whitespace: true, message: t('people.required') }]}
        >
          <Input maxLength={200} autoFocus placeholder={t('people.resetFactorHint')} />
        </Form.Item>
        {reset.error && <Alert type="error" showIcon title={problem(reset.error)} />}
      </Form>
    </Modal>
  );
}
