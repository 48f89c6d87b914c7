import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { previewYear, publishYear, yearVersions } from '../api/calendars.js';
import { useWords } from '../parts/words.js';
import { ChangeDialog } from './ChangeDialog.js';
import { asRows, readNotice } from './notice.js';
import { Read } from './Read.js';

interface Props {
  id: string;
  year: number;
  close: () => void;
  /** With the batch that tells open complaints. */
  done: (batch: string | undefined) => void;
}

/** Publishes a year: the notice is pasted and seen as days. */
export function Publish({ id, year, close, done }: Props) {
  const { t } = useWords();
  const versions = useQuery(yearVersions(id, year));
  const [written, setWritten] = useState<string>();
  const [why, setWhy] = useState('');
  // a correction begins with what is in force
  const latest = versions.data?.[0];
  const text = written ?? (latest ? asRows(latest) : '');
  const notice = readNotice(text, year);
  return (
    <ChangeDialog
      title={t(latest ? 'calendar.correct' : 'calendar.publish', { year })}
      confirm={t('calendar.confirm')}
      body={{ off: notice.off, work: notice.work, why }}
      ready={notice.off.length > 0 && notice.unread.length === 0}
      notice={notice}
      preview={(body) => previewYear({ id, year }, body)}
      change={(body, key) => publishYear({ id, year }, body, key)}
      why={{ value: why, example: t('calendar.whyExample', { year }), change: setWhy }}
      close={close}
      done={done}
    >
      <label htmlFor="notice">{t('calendar.notice')}</label>
      <Input.TextArea
        id="notice"
        value={text}
        rows={8}
        placeholder={t('calendar.noticeExample', { year })}
        onChange={({ target }) => setWritten(target.value)}
      />
      <p className="faint">{t('calendar.noticeHint')}</p>
      <Read notice={notice} toRows={() => setWritten(asRows(notice))} />
    </ChangeDialog>
  );
}
