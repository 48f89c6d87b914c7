import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { changeNode, type NodeCalendar, type NodeInput, previewNode } from '../api/calendars.js';
import { isCertain } from '../api/command.js';
import { now } from '../api/clock.js';
import { newKey } from '../api/key.js';
import { useWords } from '../parts/words.js';
import { Foreseen } from './Foreseen.js';
import { asRows, readNotice } from './notice.js';
import { Read } from './Read.js';
import { Wrong } from './Wrong.js';

interface Props {
  node: NodeCalendar;
  year: number;
  close: () => void;
  done: (batch: string | undefined) => void;
}

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(now()));

/** Own days off and business hours of a node, seen in their effect before they hold. */
export function OwnDays({ node, year, close, done }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { latest } = node;
  const [text, setText] = useState(latest ? asRows({ off: latest.off, work: [] }) : '');
  const [fields, setFields] = useState({
    ...{ from: today(), opens: latest?.opens ?? '', closes: latest?.closes ?? '', why: '' },
    ...{ inherits: latest?.inherits ?? true, tell: true },
  });
  const [key, setKey] = useState(newKey);
  const notice = readNotice(text, year);
  const { opens, closes, ...rest } = fields;
  const hours = { ...(opens ? { opens } : {}), ...(closes ? { closes } : {}) };
  const body: NodeInput = { ...rest, ...hours, tell: fields.tell && fields.from <= today(), off: notice.off };
  const preview = useMutation({ mutationFn: () => previewNode(node.id, body) });
  const change = useMutation({
    mutationFn: () => changeNode(node.id, body, key),
    onSuccess: async ({ batch }) => {
      await queries.invalidateQueries({ queryKey: ['calendars'] });
      done(batch?.id);
    },
    onError: (error) => isCertain(error) && setKey(newKey()),
  });
  const set = (next: Partial<typeof fields>) => {
    setFields((before) => ({ ...before, ...next }));
    preview.reset();
    change.reset();
  };
  const ready = notice.unread.length === 0 && notice.work.length === 0 && fields.why.trim() !== '';
  return (
    <Modal
      open
      width={720}
      title={t('calendar.changeOwnOf', { name: node.name })}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('form.cancel')}</Button>
          <Button onClick={() => preview.mutate()} disabled={!ready} loading={preview.isPending}>
            {t('calendar.preview')}
          </Button>
          <Button
            type="primary"
            onClick={() => change.mutate()}
            disabled={!ready || !preview.data || preview.data.same}
            loading={change.isPending}
          >
            {t('calendar.confirmOwn')}
          </Button>
        </>
      }
    >
      <div className="publish">
        <label htmlFor="own-days">{t('calendar.ownDays')}</label>
        <Input.TextArea
          id="own-days"
          value={text}
          rows={4}
          placeholder={t('calendar.ownExample', { year })}
          onChange={({ target }) => {
            setText(target.value);
            set({});
          }}
        />
        <Read notice={notice} />
        <p className="faint">{t('calendar.ownHint')}</p>
        <div className="own-fields">
          <label>
            <span>{t('calendar.opens')}</span>
            <Input type="time" value={opens} onChange={({ target }) => set({ opens: target.value })} />
          </label>
          <label>
            <span>{t('calendar.closes')}</span>
            <Input type="time" value={closes} onChange={({ target }) => set({ closes: target.value })} />
          </label>
          <label>
            <span>{t('calendar.ownFrom')}</span>
            <Input type="date" value={fields.from} onChange={({ target }) => set({ from: target.value })} />
          </label>
        </div>
        <Checkbox checked={fields.inherits} onChange={({ target }) => set({ inherits: target.checked })}>
          {t('calendar.inherits')}
        </Checkbox>
        <Checkbox
          checked={body.tell}
          disabled={fields.from > today()}
          onChange={({ target }) => set({ tell: target.checked })}
        >
          {t('calendar.tell')}
        </Checkbox>
        <label htmlFor="own-why">{t('calendar.why')}</label>
        <Input
          id="own-why"
          value={fields.why}
          maxLength={1000}
          placeholder={t('calendar.ownWhyExample')}
          onChange={({ target }) => set({ why: target.value })}
        />
        <Wrong error={change.error ?? preview.error} notice={notice} />
        {preview.data && <Foreseen forecast={preview.data} />}
      </div>
    </Modal>
  );
}
