import { CheckOutlined, CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { complaint as complaintQuery } from '../api/queries.js';
import type { Answer } from '../api/shapes.js';
import { useKeys } from '../parts/keys.js';
import { useWords } from '../parts/words.js';
import { ReadBack } from './ReadBack.js';
import { Receipt } from './Receipt.js';
import '../parts/key-help.css';

/** What to tell the customer before the call ends; Enter takes the next call. */
export function Filed({ answer, again }: { answer: Answer; again: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const { data: complaint } = useQuery(complaintQuery(answer.id));
  const navigate = useNavigate();
  const page = `/complaints/${answer.id}`;
  const copy = () =>
    navigator.clipboard?.writeText(answer.number).then(
      () => message.success(t('complaint.copied')),
      () => undefined,
    );
  useKeys(useMemo(() => ({ n: again, o: () => void navigate(page) }), [again, navigate, page]));
  return (
    <>
      <div className="card filed">
        <div role="status">
          <CheckOutlined className="filed-mark" aria-hidden="true" />
          <h1>{t('file.done')}</h1>
          <p className="filed-number num">
            {answer.number}
            <Button
              type="text"
              icon={<CopyOutlined aria-hidden="true" />}
              aria-label={t('complaint.copy')}
              onClick={() => void copy()}
            />
          </p>
        </div>
        {complaint ? <ReadBack complaint={complaint} /> : <p className="faint">{t('file.doneHint')}</p>}
        <p className="filed-next">
          <Button type="primary" size="large" autoFocus onClick={again}>
            {t('file.nextCall')} <kbd aria-hidden="true">N</kbd>
          </Button>
          <Button
            size="large"
            href={page}
            onClick={(event) => {
              event.preventDefault();
              void navigate(page);
            }}
          >
            {t('file.open')} <kbd aria-hidden="true">O</kbd>
          </Button>
          <Button
            size="large"
            icon={<PrinterOutlined aria-hidden="true" />}
            disabled={!complaint}
            onClick={() => print()}
          >
            {t('file.printReceipt')}
          </Button>
        </p>
      </div>
      {complaint && <Receipt complaint={complaint} />}
    </>
  );
}
