import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { addPerson, type PersonInput } from '../api/organisation.js';
import { useWords } from '../parts/words.js';
import { FormDialog } from './FormDialog.js';
import { NodeSelect } from './NodeSelect.js';
import { OneTime } from './OneTime.js';
import { RoleSelect } from './RoleSelect.js';

/** Somebody new; afterwards their password, this once. */
export function PersonForm({ home, close }: { home: string; close: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: addPerson,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  if (save.data) return <OneTime passwords={[save.data]} close={close} />;
  const required = [{ required: true, message: t('people.required') }];
  return (
    <FormDialog<PersonInput> id="person-form" title={t('people.add')} initial={{ home }} save={save} close={close}>
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
    </FormDialog>
  );
}
