import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Answer } from '../api/shapes.js';
import { useWords } from '../parts/words.js';

/** The number to tell the customer before the call ends. */
export function Filed({ answer, again }: { answer: Answer; again: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const navigate = useNavigate();
  const page = `/complaints/${answer.id}`;
  const copy = () =>
    navigator.clipboard?.writeText(answer.number).then(
      () => message.success(t('complaint.copied')),
      () => undefined,
    );
  return (
    <div className="card filed" role="status">
      <CheckOutlined className="filed-mark" aria-hidden="true" />
      <h1 ref={heading} tabIndex={-1}>
        {t('file.done')}
      </h1>
      <p className="filed-number num">
        {answer.number}
        <Button type="text" icon={<CopyOutlined />} aria-label={t('complaint.copy')} onClick={() => void copy()} />
      </p>
      <p className="faint">{t('file.doneHint')}</p>
      <p className="filed-next">
        <Button
          type="primary"
          href={page}
          onClick={(event) => {
            event.preventDefault();
            void navigate(page);
          }}
        >
          {t('file.open')}
        </Button>
        <Button onClick={again}>{t('file.another')}</Button>
      </p>
    </div>
  );
}
