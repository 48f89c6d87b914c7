import { Alert, Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Family, Paper, Step } from '../api/papers.js';
import { useSession } from '../app/session.js';
import { useKeys } from '../parts/keys.js';
import { useWords } from '../parts/words.js';
import { NextUnread } from './NextUnread.js';
import { sayDay } from './say.js';
import { useStep } from './take.js';

const plain = ['approve', 'issue', 'confirm'] as const;
const reasoned = ['return', 'correct'] as const;
const none = {};

/** The steps that are the reader's own, the one that is waited for first. */
export function Actions({ paper, family }: { paper: Paper; family: Family }) {
  const { t, problem } = useWords();
  const navigate = useNavigate();
  const me = useSession().user.id;
  const [asking, setAsking] = useState<'return' | 'correct'>();
  const step = useStep(family, paper, (next) => {
    setAsking(undefined);
    if (next.id !== paper.id) void navigate(`/${family}/${next.id}`);
  });
  const { allowed, receipts } = paper;
  const mine = receipts.find(({ by }) => by.id === me);
  const toAcknowledge = allowed.includes('acknowledge') && !mine?.acknowledgedAt;
  const steps = plain.filter((one) => allowed.includes(one));
  const others = reasoned.filter((one) => allowed.includes(one));
  const acknowledge = () => step.mutate({ step: 'acknowledge' });
  useKeys(toAcknowledge && !step.isPending ? { a: acknowledge } : none);
  const reads = family === 'bulletins' && allowed.includes('acknowledge');
  if (!reads && !toAcknowledge && steps.length === 0 && others.length === 0 && !paper.returned) return null;
  return (
    <section className="card paper-actions">
      {paper.returned && paper.state !== 'issued' && (
        <Alert
          type="warning"
          message={t('paper.returnedBy', { name: paper.returned.by.name, at: sayDay(paper.returned.at) })}
          description={paper.returned.reason}
        />
      )}
      {toAcknowledge && (
        <>
          {paper.acknowledgeBy && !receipts.some(({ acknowledgedAt }) => acknowledgedAt) && (
            <p className="faint num">{t('paper.acknowledgeBy', { at: sayDay(paper.acknowledgeBy, true) })}</p>
          )}
          <Button type="primary" block loading={step.isPending} onClick={acknowledge}>
            {t('paper.do.acknowledge')} <kbd aria-hidden="true">A</kbd>
          </Button>
        </>
      )}
      {reads && <NextUnread id={paper.id} done={!toAcknowledge} />}
      {steps.map((one) => (
        <Popconfirm
          key={one}
          title={t(paper.parts.length > 0 ? 'paper.writeOffSure' : 'paper.writeOffNone', { count: paper.parts.length })}
          okText={t(`paper.do.${one}`)}
          cancelText={t('paper.cancel')}
          // what is approved here is written off
          disabled={one !== 'approve' || paper.kind !== 'writeOffList'}
          onConfirm={() => step.mutate({ step: one })}
        >
          <Button
            block
            type={one === 'approve' || one === 'confirm' ? 'primary' : 'default'}
            loading={step.isPending}
            {...(one === 'approve' && paper.kind === 'writeOffList'
              ? {}
              : { onClick: () => step.mutate({ step: one }) })}
          >
            {t(`paper.do.${one}`)}
          </Button>
        </Popconfirm>
      ))}
      {others.map((one) => (
        <Button key={one} block onClick={() => setAsking(one)}>
          {t(`paper.do.${one}`)}
        </Button>
      ))}
      {step.error && !asking && <Alert type="error" role="alert" message={problem(step.error)} />}
      {asking && (
        <Reasoned
          paper={paper}
          what={asking}
          busy={step.isPending}
          failed={step.error ? problem(step.error) : undefined}
          send={(asked) => step.mutate(asked)}
          close={() => {
            setAsking(undefined);
            step.reset();
          }}
        />
      )}
    </section>
  );
}

interface ReasonedProps {
  paper: Paper;
  what: 'return' | 'correct';
  busy: boolean;
  failed: string | undefined;
  send: (step: Step) => void;
  close: () => void;
}

/** Returning and correcting need words; a correction also the parts that change. */
function Reasoned({ paper, what, busy, failed, send, close }: ReasonedProps) {
  const { t, label } = useWords();
  const [reason, setReason] = useState('');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const changed = paper.parts.filter(({ id, text = '' }) => texts[id] !== undefined && texts[id] !== text);
  const parts = changed.map(({ id }) => ({ id, text: texts[id] ?? '' }));
  return (
    <Modal
      open
      title={t(`paper.do.${what}`)}
      okText={t(`paper.do.${what}`)}
      cancelText={t('paper.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onOk={() => send(what === 'return' ? { step: 'return', reason } : { step: 'correct', reason, parts })}
      onCancel={close}
    >
      <label className="paper-field">
        {t(`paper.reason.${what}`)}
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          autoFocus
        />
      </label>
      {what === 'correct' &&
        paper.parts
          .filter(({ command }) => !command)
          .map(({ id, title, text = '' }) => (
            <label key={id} className="paper-field">
              {label(title)}
              <Input.TextArea
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={20_000}
                value={texts[id] ?? text}
                onChange={({ target }) => setTexts((before) => ({ ...before, [id]: target.value }))}
              />
            </label>
          ))}
      {failed && <Alert type="error" role="alert" message={failed} />}
    </Modal>
  );
}
