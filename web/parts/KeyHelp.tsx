import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useKeys } from './keys.js';
import { useWords } from './words.js';
import './key-help.css';

/** The keys of a page, each with what it does: shown by `?`. */
export function KeyHelp({ keys }: { keys: [key: string, says: string][] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useKeys(useMemo(() => ({ '?': () => setOpen(true) }), []));
  return (
    <>
      <button type="button" className="key-hint" onClick={() => setOpen(true)}>
        {t('keys.hint')}
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} title={t('keys.title')} footer={null} width={420}>
        <dl className="key-list">
          {[...keys, ['?', t('keys.help')] as const].map(([key, says]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
