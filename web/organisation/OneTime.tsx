import { App, Button, Modal } from 'antd';
import type { OneTimePassword } from '../api/organisation.js';
import { useWords } from '../parts/words.js';

/** Passwords that are shown once; nothing but the button closes it. */
export function OneTime({ passwords, close }: { passwords: OneTimePassword[]; close: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const lines = passwords.map(({ username, name, password }) => `${username}\t${name}\t${password}`).join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(lines);
    void message.success(t('people.copied'));
  };
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('people.oneTime')}
      footer={
        <>
          {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('people.copy')}</Button>}
          <Button type="primary" onClick={close}>
            {t('people.known')}
          </Button>
        </>
      }
    >
      <p>{t('people.oneTimeLead')}</p>
      <ul className="one-time">
        {passwords.map(({ id, username, name, password }) => (
          <li key={id}>
            <span>
              {name} <small className="faint num">{username}</small>
            </span>
            <code>{password}</code>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
