import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { changeNode, type NodeCalendar, type NodeInput, previewNode } from '../api/calendars.js';
import { now } from '../api/clock.js';
import { useWords } from '../parts/words.js';
import { ChangeDialog } from './ChangeDialog.js';
import { asRows, readNotice } from './notice.js';
import { Read } from './Read.js';

interface Props {
  node: NodeCalendar;
  year: number;
  close: () => void;
  done: (batch: string | undefined) => void;
}

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(now()));

/** Own days off and business hours of a node. */
export function OwnDays({ node, year, close, done }: Props) {
  const { t } = useWords();
  const { latest } = node;
  const [text, setText] = useState(latest ? asRows({ off: latest.off, work: [] }) : '');
  const [fields, setFields] = useState({
    ...{ from: today(), opens: latest?.opens ?? '', closes: latest?.closes ?? '', why: '' },
    ...{ inherits: latest?.inherits ?? true, tell: true },
  });
  const notice = readNotice(text, year);
  const { opens, closes, ...rest } = fields;
  const hours = { ...(opens ? { opens } : {}), ...(closes ? { closes } : {}) };
  const body: NodeInput = { ...rest, ...hours, tell: fields.tell && fields.from <= today(), off: notice.off };
  const set = (next: Partial<typeof fields>) => setFields((before) => ({ ...before, ...next }));
  return (
    <ChangeDialog
      title={t('calendar.changeOwnOf', { name: node.name })}
      confirm={t('calendar.confirmOwn')}
      body={body}
      ready={notice.unread.length === 0 && notice.work.length === 0}
      notice={notice}
      preview={(given) => previewNode(node.id, given)}
      change={(given, key) => changeNode(node.id, given, key)}
      why={{ value: fields.why, example: t('calendar.ownWhyExample'), change: (why) => set({ why }) }}
      close={close}
      done={done}
    >
      <label htmlFor="own-days">{t('calendar.ownDays')}</label>
      <Input.TextArea
        id="own-days"
        value={text}
        rows={4}
        placeholder={t('calendar.ownExample', { year })}
        onChange={({ target }) => setText(target.value)}
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
    </ChangeDialog>
  );
}
