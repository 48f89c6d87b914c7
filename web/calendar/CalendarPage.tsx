import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { calendars as calendarsQuery, calendarYear, nodeCalendars, runningBatches } from '../api/calendars.js';
import { now } from '../api/clock.js';
import { useSession } from '../app/session.js';
import { BatchProgress } from '../parts/BatchProgress.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { OwnDays } from './OwnDays.js';
import { Publish } from './Publish.js';
import { NodeVersions, YearVersions } from './Versions.js';
import { SpecialDays, Year } from './Year.js';
import './calendar.css';
import './publish.css';

const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(now()));

/** 日历: which days are worked, who said so, and what is different here. */
export function CalendarPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const known = useQuery(calendarsQuery);
  const id = params.get('calendar') ?? 'CN';
  const year = Number(params.get('year') ?? today().slice(0, 4));
  const node = params.get('node') ?? undefined;
  const go = (next: { calendar?: string; year?: number; node?: string }) => {
    const all = { calendar: id, year, node, ...next };
    setParams(Object.fromEntries(Object.entries(all).flatMap(([name, one]) => (one ? [[name, String(one)]] : []))), {
      replace: true,
    });
  };
  if (known.error && !known.data) return <Failure error={known.error} retry={() => void known.refetch()} />;
  return (
    <div className="page calendar-page">
      <div className="page-head">
        <h1>{t('calendar.title')}</h1>
        <span className="lead">{t('calendar.lead')}</span>
      </div>
      {known.isPending && <Loading />}
      {known.data?.length === 0 && <Empty title={t('calendar.none')} />}
      {known.data && known.data.length > 0 && (
        <Shown {...{ id, year, node, go }} calendars={known.data.map((one) => one.id)} />
      )}
    </div>
  );
}

interface ShownProps {
  id: string;
  year: number;
  node: string | undefined;
  go: (next: { calendar?: string; year?: number; node?: string }) => void;
  calendars: string[];
}

function Shown({ id, year, node, go, calendars }: ShownProps) {
  const { t, term, problem } = useWords();
  const { user } = useSession();
  const has = (...roles: string[]) => user.roles.some((role) => roles.includes(role));
  const [open, setOpen] = useState<'publish' | 'own'>();
  const [batch, setBatch] = useState<string>();
  const picture = useQuery(calendarYear(id, year, node));
  const nodes = useQuery(nodeCalendars);
  const running = useQuery({ ...runningBatches, enabled: has('admin', 'hq', 'company', 'auditor') });
  const batches = new Set([...(batch ? [batch] : []), ...(running.data ?? []).map((one) => one.id)]);
  const chosen = nodes.data?.find((one) => one.id === node);
  const done = (started: string | undefined) => {
    setOpen(undefined);
    setBatch(started);
  };
  return (
    <>
      <div className="calendar-bar">
        <div className="year-choice">
          <Button
            aria-label={t('calendar.before')}
            icon={<LeftOutlined aria-hidden="true" />}
            onClick={() => go({ year: year - 1 })}
          />
          <b className="num">{t('calendar.year', { year })}</b>
          <Button
            aria-label={t('calendar.after')}
            icon={<RightOutlined aria-hidden="true" />}
            onClick={() => go({ year: year + 1 })}
          />
        </div>
        <Select
          aria-label={t('calendar.which')}
          value={id}
          onChange={(calendar: string) => go({ calendar })}
          options={calendars.map((one) => ({ value: one, label: term('calendarName', one) }))}
        />
        <Select
          className="node-choice"
          aria-label={t('calendar.node')}
          value={node ?? ''}
          loading={nodes.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next: string) => go({ node: next })}
          options={[
            { value: '', label: t('calendar.everywhere') },
            ...(nodes.data ?? []).map(({ id: value, name, tier, latest }) => ({
              value,
              label: `${term('tier', tier)} · ${name}${latest ? ` · ${t('calendar.hasOwn')}` : ''}`,
            })),
          ]}
        />
        <span className="calendar-actions">
          {has('admin', 'hq', 'company') && chosen?.mine && (
            <Button onClick={() => setOpen('own')}>{t('calendar.changeOwn')}</Button>
          )}
          {has('admin', 'hq') && (
            <Button type="primary" onClick={() => setOpen('publish')}>
              {t(picture.data?.provisional === false ? 'calendar.correct' : 'calendar.publish', { year })}
            </Button>
          )}
        </span>
      </div>
      {[...batches].map((one) => (
        <BatchProgress key={one} id={one} mayStop={has('admin', 'hq', 'company')} />
      ))}
      {picture.error && !picture.data && <Failure error={picture.error} retry={() => void picture.refetch()} />}
      {picture.isPending && <Loading />}
      {picture.error && picture.data && <Alert type="warning" showIcon title={problem(picture.error)} />}
      {picture.data && (
        <>
          {picture.data.provisional && (
            <Alert
              className="provisional"
              type="warning"
              showIcon
              title={t('calendar.provisional', { year: picture.data.year })}
              description={t('calendar.provisionalHint')}
            />
          )}
          <p className="legend">
            {['holiday', 'makeup', 'ownDayOff', 'weekend'].map((kind) => (
              <span key={kind}>
                <i className={`year-day ${kind}`} aria-hidden="true" />
                {t(`dayKind.${kind}`)}
              </span>
            ))}
            <span className="num">
              {t('calendar.hours', { opens: picture.data.opens, closes: picture.data.closes })}
            </span>
          </p>
          <Year days={picture.data.days} today={today()} />
          <SpecialDays days={picture.data.days} />
        </>
      )}
      <YearVersions id={id} year={year} />
      {chosen && <NodeVersions node={chosen} />}
      {open === 'publish' && <Publish id={id} year={year} close={() => setOpen(undefined)} done={done} />}
      {open === 'own' && chosen && <OwnDays node={chosen} year={year} close={() => setOpen(undefined)} done={done} />}
    </>
  );
}
