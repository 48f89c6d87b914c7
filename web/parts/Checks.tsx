import { Checkbox } from 'antd';
import type { ComponentProps } from 'react';

/** Several of a few: a group with a name. That one is needed, its form says; a group itself cannot be. */
export function Checks({ label, ...given }: ComponentProps<typeof Checkbox.Group> & { label: string }) {
  return <Checkbox.Group {...given} aria-label={label} aria-required={undefined} />;
}
