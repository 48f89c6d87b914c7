import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../parts/words.js';

/** Recovery codes, shown once: to copy or to print. */
export function Codes({ codes }: { codes: string[] }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // missing on plain http within an office network
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void clipboard?.writeText(codes.join('\n')).then(() => setCopied(true));
  };
  return (
    <>
      <p>{t('account.factor.codesHint')}</p>
      <ul className="account-codes" data-codes>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-do">
        <Button onClick={copy}>{t(copied ? 'account.factor.copied' : 'account.factor.copy')}</Button>
        <Button onClick={() => window.print()}>{t('account.factor.print')}</Button>
      </div>
    </>
  );
}
