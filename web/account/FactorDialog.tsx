import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { confirmFactor, proposeFactor, removeFactor, renewCodes } from '../api/account.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';
import { sayFault } from '../parts/faults.js';
import { useWords } from '../parts/words.js';
import { Codes } from './Codes.js';
import { QrCode } from './QrCode.js';

export type What = 'setUp' | 'renew' | 'remove';

interface Values {
  password?: string;
  code?: string;
}

interface Props {
  what: What;
  asksPassword: boolean;
  close: () => void;
}

/** Password first, then the secret, then the recovery codes: one step after the other. */
export function FactorDialog({ what, asksPassword, close }: Props) {
  const words = useWords();
  const { t, problem } = words;
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [secret, setSecret] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<string[]>();
  const fresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['account'] }), queries.invalidateQueries(session)]);
  const step = useMutation({
    mutationFn: async ({ password, code }: Values) => {
      const own = password === undefined ? {} : { password };
      if (secret) setCodes((await confirmFactor(code ?? '')).codes);
      else if (what === 'setUp') setSecret(await proposeFactor(own));
      else if (what === 'renew') setCodes((await renewCodes(own)).codes);
      else {
        await removeFactor(own);
        await fresh();
        close();
      }
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      form.setFields(
        error.errors.map(({ path, message }) => ({ name: path as keyof Values, errors: [sayFault(message, words)] })),
      );
    },
  });
  const done = () => {
    void fresh();
    close();
  };
  const said = isProblem(step.error) && step.error.errors.length > 0;
  const required = { required: true, message: t('fault.required') };
  const title = what === 'setUp' ? 'setUp' : what;
  return (
    <Modal
      open
      width={520}
      title={t(`account.factor.${codes ? 'codes' : title}`)}
      mask={{ closable: false }}
      onCancel={codes ? done : close}
      footer={
        codes ? (
          <Button type="primary" onClick={done}>
            {t('account.factor.saved')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('account.cancel')}</Button>
            <Button
              type="primary"
              danger={what === 'remove'}
              loading={step.isPending}
              onClick={() => form.submit()}
              data-do="step"
            >
              {t(secret || what !== 'setUp' ? 'account.factor.confirm' : 'account.factor.next')}
            </Button>
          </>
        )
      }
    >
      {codes ? (
        <Codes codes={codes} />
      ) : (
        <Form
          name="factor"
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => step.mutate(values)}
        >
          {what === 'remove' && <p>{t('account.factor.removeSure')}</p>}
          {secret ? (
            <>
              <Secret {...secret} />
              <Form.Item name="code" label={t('account.factor.first')} rules={[required]}>
                <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus className="one-code" />
              </Form.Item>
            </>
          ) : (
            asksPassword && (
              <Form.Item name="password" label={t('account.own')} extra={t('account.ownHint')} rules={[required]}>
                <Input.Password autoComplete="current-password" maxLength={1_000} autoFocus />
              </Form.Item>
            )
          )}
          {step.error && !said && <Alert type="error" showIcon title={problem(step.error)} />}
        </Form>
      )}
    </Modal>
  );
}

function Secret({ secret, uri }: { secret: string; uri: string }) {
  const { t } = useWords();
  return (
    <div className="account-secret">
      <QrCode text={uri} />
      <div>
        <b>{t('account.factor.scan')}</b>
        <p>{t('account.factor.scanHint')}</p>
        <p>{t('account.factor.byHand')}</p>
        <code data-secret>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </div>
    </div>
  );
}
