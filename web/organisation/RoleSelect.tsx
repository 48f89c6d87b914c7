import { Select } from 'antd';
import type { Role } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

const roles: Role[] = [
  ...(['reception', 'supervisor', 'handler', 'approver', 'revisitor'] as const),
  ...(['company', 'hq', 'auditor', 'admin'] as const),
];

export function RoleSelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: Role[];
  onChange?: (roles: Role[]) => void;
}) {
  const { term } = useWords();
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      value={value ?? []}
      {...(onChange ? { onChange } : {})}
      options={roles.map((role) => ({ value: role, label: term('role', role) }))}
    />
  );
}
