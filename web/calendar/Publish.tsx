import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { previewYear, publishYear, yearVersions } from '../api/calendars.js';
import { isCertain } from '../api/command.js';
import { newKey } from '../api/key.js';
import { useWords } from '../parts/words.js';
import { Foreseen } from './Foreseen.js';
import { asRows, readNotice } from './notice.js';
import { Read } from './Read.js';
import { Wrong } from './Wrong.js';

interface Props {
  id: string;
  year: number;
  close: () => void;
  /** With the batch that tells open complaints. */
  done: (batch: string) => void;
}

/** Publishes a year: the notice is pasted, seen as days, its effect looked at, and only then put in force. */
export function Publish({ id, year, close, done }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const versions = useQuery(yearVersions(id, year));
  const [written, setWritten] = useState<string>();
  const [why, setWhy] = useState('');
  const [key, setKey] = useState(newKey);
  // a correction begins with what is in force
  const latest = versions.data?.[0];
  const text = written ?? (latest ? asRows(latest) : '');
  const notice = readNotice(text, year);
  const body = { off: notice.off, work: notice.work, why };
  const preview = useMutation({ mutationFn: () => previewYear({ id, year }, body) });
  const publish = useMutation({
    mutationFn: () => publishYear({ id, year }, body, key),
    onSuccess: async ({ batch }) => {
      await queries.invalidateQueries({ queryKey: ['calendars'] });
      done(batch.id);
    },
    onError: (error) => isCertain(error) && setKey(newKey()),
  });
  const change = (set: () => void) => {
    set();
    preview.reset();
    publish.reset();
  };
  const ready = notice.off.length > 0 && notice.unread.length === 0 && why.trim() !== '';
  return (
    <Modal
      open
      width={760}
      title={t(latest ? 'calendar.correct' : 'calendar.publish', { year })}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('form.cancel')}</Button>
          <Button onClick={() => preview.mutate()} disabled={!ready} loading={preview.isPending}>
            {t('calendar.preview')}
          </Button>
          <Button
            type="primary"
            onClick={() => publish.mutate()}
            disabled={!ready || !preview.data || preview.data.same}
            loading={publish.isPending}
          >
            {t('calendar.confirm')}
          </Button>
        </>
      }
    >
      <div className="publish">
        <label htmlFor="notice">{t('calendar.notice')}</label>
        <Input.TextArea
          id="notice"
          value={text}
          rows={8}
          placeholder={t('calendar.noticeExample', { year })}
          onChange={({ target }) => change(() => setWritten(target.value))}
        />
        <p className="faint">{t('calendar.noticeHint')}</p>
        <Read notice={notice} toRows={() => setWritten(asRows(notice))} />
        <label htmlFor="why">{t('calendar.why')}</label>
        <Input
          id="why"
          value={why}
          maxLength={1000}
          placeholder={t('calendar.whyExample', { year })}
          onChange={({ target }) => change(() => setWhy(target.value))}
        />
        <Wrong error={publish.error ?? preview.error} notice={notice} />
        {preview.data && <Foreseen forecast={preview.data} />}
        {!preview.data && <p className="faint">{t('calendar.previewFirst')}</p>}
      </div>
    </Modal>
  );
}
