import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Forecast } from '../api/calendars.js';
import { isCertain } from '../api/command.js';
import { newKey } from '../api/key.js';
import { useWords } from '../parts/words.js';
import { Foreseen } from './Foreseen.js';
import type { Notice } from './notice.js';
import { Wrong } from './Wrong.js';

interface Props<Body extends { why: string }> {
  title: string;
  /** What the button says that puts it in force. */
  confirm: string;
  body: Body;
  /** Whether it can be asked what would come of it, but for the reason. */
  ready: boolean;
  /** The rows that mistakes are about. */
  notice: Pick<Notice, 'off' | 'work'>;
  preview: (body: Body) => Promise<Forecast>;
  change: (body: Body, key: string) => Promise<{ batch?: { id: string } }>;
  why: { value: string; example: string; change: (why: string) => void };
  close: () => void;
  /** With the batch that tells open complaints, if there are any. */
  done: (batch: string | undefined) => void;
  children: ReactNode;
}

/** A change of a calendar: written, its effect looked at, and only then put in force. What is changed again is looked at again. */
export function ChangeDialog<Body extends { why: string }>({ body, ready, notice, why, close, ...props }: Props<Body>) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const asked = JSON.stringify(body);
  const preview = useMutation({ mutationFn: (_: string) => props.preview(body) });
  const change = useMutation({
    mutationFn: (_: string) => props.change(body, key),
    onSuccess: async ({ batch }) => {
      await queries.invalidateQueries({ queryKey: ['calendars'] });
      props.done(batch?.id);
    },
    onError: (error) => isCertain(error) && setKey(newKey()),
  });
  const seen = preview.variables === asked ? preview.data : undefined;
  const wrong = [change, preview].find(({ error, variables }) => error && variables === asked)?.error;
  const complete = ready && why.value.trim() !== '';
  return (
    <Modal
      open
      width={760}
      title={props.title}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('form.cancel')}</Button>
          <Button onClick={() => preview.mutate(asked)} disabled={!complete} loading={preview.isPending}>
            {t('calendar.preview')}
          </Button>
          <Button
            type="primary"
            onClick={() => change.mutate(asked)}
            disabled={!complete || !seen || seen.same}
            loading={change.isPending}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div className="publish">
        {props.children}
        <label htmlFor="calendar-why">{t('calendar.why')}</label>
        <Input
          id="calendar-why"
          value={why.value}
          maxLength={1000}
          placeholder={why.example}
          onChange={({ target }) => why.change(target.value)}
        />
        <Wrong error={wrong} notice={notice} />
        {seen ? <Foreseen forecast={seen} /> : <p className="faint">{t('calendar.previewFirst')}</p>}
      </div>
    </Modal>
  );
}
