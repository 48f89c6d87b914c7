import { Alert, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../parts/words.js';

interface Props<Values> {
  /** Of the form. */
  id: string;
  title: string;
  initial?: Partial<Values>;
  /** What saves it. */
  save: { mutate: (values: Values) => void; isPending: boolean; error: Error | null };
  close: () => void;
  lead?: string;
  /** The fields. */
  children: ReactNode;
}

/** A few fields in a dialog, saved or left; what refuses them stands below. */
export function FormDialog<Values extends object>({ id, title, initial, save, close, lead, children }: Props<Values>) {
  const { t, problem } = useWords();
  return (
    <Modal
      open
      title={title}
      okText={t('organisation.save')}
      cancelText={t('organisation.cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, loading: save.isPending }}
      onCancel={close}
    >
      {lead && <p className="faint">{lead}</p>}
      <Form<Values>
        id={id}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => save.mutate(values)}
      >
        {children}
        {save.error && <Alert type="error" showIcon title={problem(save.error)} />}
      </Form>
    </Modal>
  );
}
