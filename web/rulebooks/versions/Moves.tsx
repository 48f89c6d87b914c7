import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { newKey } from '../../api/key.js';
import { projects as projectsQuery } from '../../api/queries.js';
import type { Move } from '../../api/shapes.js';
import { moveComplaints, movePreview } from '../../api/versions.js';
import { BatchProgress } from '../../parts/BatchProgress.js';
import { Failure, Loading } from '../../parts/States.js';
import { dueWall } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import './backtest.css';

/** Open complaints under another version: what moving them would change, and moving them. */
export function Moves({ id, version }: { id: string; version: number }) {
  const { t, term } = useWords();
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const [started, setStarted] = useState<string>();
  const { data: projects = [] } = useQuery(projectsQuery);
  const preview = useInfiniteQuery(movePreview(id, version, chosen));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = preview;
  const total = data?.pages[0]?.total ?? 0;
  return (
    <div className="card">
      <p className="faint">{t('versions.movesLead')}</p>
      {started && <BatchProgress id={started} mayStop />}
      <div className="backtest-fields">
        <Select
          mode="multiple"
          allowClear
          aria-label={t('versions.moveProjects')}
          placeholder={t('versions.moveProjects')}
          value={chosen}
          onChange={setChosen}
          options={projects.map(({ id: value, name }) => ({ value, label: name }))}
        />
        <Button type="primary" disabled={total === 0} onClick={() => setAsking(true)}>
          {t('versions.move')}
        </Button>
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <>
          <p className="backtest-sum">
            {total === 0 ? t('versions.movesNone') : t('versions.movesCount', { count: total })}
          </p>
          <ul className="comparisons">
            {data.pages.flatMap(({ items }) =>
              items.map((move) => (
                <li key={move.complaint.id}>
                  <Link to={`/complaints/${move.complaint.id}`} className="num">
                    {move.complaint.number}
                  </Link>{' '}
                  <span className="faint">
                    {move.complaint.project.name} · {term('status', move.complaint.status)} ·{' '}
                    {t('versions.moveFrom', { version: move.from })}
                  </span>
                  <Clocks move={move} />
                </li>
              )),
            )}
          </ul>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('versions.moveMore')}
            </Button>
          )}
        </>
      )}
      {asking && (
        <Reason
          id={id}
          version={version}
          projects={chosen}
          close={() => setAsking(false)}
          done={(batch) => {
            setStarted(batch);
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

function Clocks({ move: { refused, clocks } }: { move: Move }) {
  const { t, term, zh } = useWords();
  if (refused)
    return (
      <p className="draft-wrong">
        {t('versions.moveNot')}
        {zh ? '：' : ': '}
        {term('refusal', refused.code)}
      </p>
    );
  const wall = (due: string) => {
    const { date, time } = dueWall(due);
    return `${date} ${time}`;
  };
  if (clocks.length === 0) return <p className="faint">{t('versions.moveSame')}</p>;
  return (
    <ul>
      {clocks.map(({ clock, change, before, after }) => (
        <li key={clock}>
          {term('clock', clock)} <b>{t(`versions.moved.${change}`)}</b>{' '}
          <span className="num">{[before, after].flatMap((one) => (one ? [wall(one.due)] : [])).join(' → ')}</span>
          {after?.state === 'missed' && <span className="draft-wrong"> {t('versions.missedAtOnce')}</span>}
        </li>
      ))}
    </ul>
  );
}

interface ReasonProps {
  id: string;
  version: number;
  projects: string[];
  done: (batch: string) => void;
  close: () => void;
}

function Reason({ id, version, projects, done, close }: ReasonProps) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  const [key] = useState(newKey);
  const move = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      moveComplaints(id, version, { reason: reason.trim(), ...(projects.length > 0 ? { projects } : {}) }, key),
    onSuccess: (batch) => done(batch.id),
  });
  return (
    <Modal
      open
      title={t('versions.move')}
      okText={t('versions.move')}
      cancelText={t('form.cancel')}
      confirmLoading={move.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => move.mutate(given)}>
        <Form.Item
          name="reason"
          label={t('versions.moveReason')}
          rules={[{ required: true, whitespace: true, message: t('versions.needReason') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus />
        </Form.Item>
      </Form>
      {move.error && <Alert type="error" showIcon title={problem(move.error)} />}
    </Modal>
  );
}
