import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { channels as channelsQuery, type NoticeChannel, removeChannel, testChannel } from '../api/notices.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { ChannelForm } from './ChannelForm.js';
import { sayProblem } from './problem.js';
import { UndeliveredList } from './Undelivered.js';
import './notices.css';

/** 通知渠道: robots and webhooks, and what did not get through. */
export function Channels() {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery(channelsQuery);
  const [open, setOpen] = useState<NoticeChannel | 'new'>();
  return (
    <div className="page channels">
      <div className="page-head">
        <h1>{t('channels.title')}</h1>
        <span className="lead">{t('channels.lead')}</span>
        <Button
          className="end"
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setOpen('new')}
        >
          {t('channels.add')}
        </Button>
      </div>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && !data.mail && <Alert className="channels-mail" type="info" showIcon title={t('channels.noMail')} />}
      {data?.items.length === 0 && <Empty title={t('channels.none')} hint={t('channels.noneHint')} />}
      {data && data.items.length > 0 && (
        <ul className="card channels-list">
          {data.items.map((one) => (
            <Channel key={one.id} channel={one} change={() => setOpen(one)} />
          ))}
        </ul>
      )}
      <UndeliveredList />
      {open && <ChannelForm {...(open === 'new' ? {} : { channel: open })} close={() => setOpen(undefined)} />}
    </div>
  );
}

function Channel({ channel, change }: { channel: NoticeChannel; change: () => void }) {
  const words = useWords();
  const { t, term, problem, zh } = words;
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: ['notice-channels'] }) };
  const test = useMutation({ mutationFn: () => testChannel(channel.id), ...after });
  const remove = useMutation({ mutationFn: () => removeChannel(channel.id), ...after });
  const { name, kind, host, node, audience, active, sentAt, deadAt, nextTryAt, waiting } = channel;
  const failure = test.error ?? remove.error;
  return (
    <li className="channel">
      <span className="channel-what">
        <b>{name}</b>
        <small>
          {term('channelKind', kind)} · {host} · {node.name}
        </small>
        <small>
          {t('channels.hears', { who: audience.map((one) => term('audience', one)).join(zh ? '、' : ', ') })}
        </small>
      </span>
      <span className="channel-state">
        <State {...{ active, deadAt, nextTryAt, sentAt }} />
        <small className="faint">
          {sentAt ? t('channels.sentAt', { at: sayMoment(sentAt, words) }) : t('channels.neverSent')}
          {waiting > 0 && ` · ${t('channels.waiting', { count: waiting })}`}
        </small>
        {channel.problem && <small className="channel-problem">{sayProblem(channel.problem, words)}</small>}
      </span>
      <span className="channel-do">
        <Button onClick={() => test.mutate()} loading={test.isPending}>
          {t('channels.test')}
        </Button>
        <Button onClick={change}>{t('channels.change')}</Button>
        <Popconfirm
          title={t('channels.removeSure', { name })}
          {...(waiting > 0 ? { description: t('channels.removeWaiting', { count: waiting }) } : {})}
          okText={t('channels.remove')}
          cancelText={t('channels.cancel')}
          onConfirm={() => remove.mutate()}
        >
          <Button danger>{t('channels.remove')}</Button>
        </Popconfirm>
      </span>
      {test.isSuccess && (
        <span className="channel-said" role="status">
          {t('channels.tested')}
        </span>
      )}
      {failure && (
        <span className="channel-said" role="alert">
          {problem(failure)}
        </span>
      )}
    </li>
  );
}

function State({
  active,
  deadAt,
  nextTryAt,
  sentAt,
}: Pick<NoticeChannel, 'active' | 'deadAt' | 'nextTryAt' | 'sentAt'>) {
  const { t } = useWords();
  if (!active) return <Tag>{t('channels.state.off')}</Tag>;
  if (deadAt) return <Tag color="error">{t('channels.state.dead')}</Tag>;
  if (nextTryAt) return <Tag color="warning">{t('channels.state.failing')}</Tag>;
  return (
    <Tag color={sentAt ? 'success' : 'default'}>{t(sentAt ? 'channels.state.fine' : 'channels.state.untried')}</Tag>
  );
}
