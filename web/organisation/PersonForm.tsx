import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { addPerson, type PersonInput } from '../api/organisation.js';
import { useWords } from '../parts/words.js';
import { NodeSelect } from './NodeSelect.js';
import { OneTime } from './OneTime.js';
import { RoleSelect } from './RoleSelect.js';

/** Somebody new; afterwards their password, this once. */
export function PersonForm({ home, close }: { home: string; close: () => void }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: addPerson,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  if (save.data) return <OneTime passwords={[save.data]} close={close} />;
  const required = [{ required: true, message: t('people.required') }];
  return (
    <Modal
      open
      title={t('people.add')}
      okText={t('organisation.save')}
      cancelText={t('organisation.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'person-form', loading: save.isPending }}
      onCancel={close}
    >
      <Form<PersonInput>
        id="person-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ home }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="name" label={t('people.name')} rules={required}>
          <Input maxLength={60} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="username" label={t('people.username')} extra={t('people.usernameHint')} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="home" label={t('people.node')} rules={required}>
          <NodeSelect />
        </Form.Item>
        <Form.Item name="roles" label={t('people.roles')} rules={required}>
          <RoleSelect />
        </Form.Item>
        {save.error && <Alert type="error" showIcon title={problem(save.error)} />}
      </Form>
    </Modal>
  );
}
