import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Segmented, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { newKey } from '../../api/key.js';
import { projects as projectsQuery } from '../../api/queries.js';
import { backtests } from '../../api/rehearsals.js';
import type { VersionInFull } from '../../api/shapes.js';
import { startBacktest } from '../../api/versions.js';
import { useSession } from '../../app/session.js';
import { momentOf } from '../../parts/moment.js';
import { Failure, Loading } from '../../parts/States.js';
import { useWords } from '../../parts/words.js';
import { BacktestResult } from './BacktestResult.js';
import './backtest.css';

interface Given {
  of: 'complaints' | 'library' | 'saved';
  period?: [Dayjs, Dayjs] | null;
  project?: string;
}

/** What a version would have made of what was: start one, watch it, read what it came to. */
export function Backtests({ version }: { version: VersionInFull }) {
  const { t } = useWords();
  const { user } = useSession();
  const { id, version: number, problems } = version;
  const { data, error, refetch } = useQuery(backtests(id, number));
  const starts = user.roles.some((role) => ['company', 'hq', 'admin'].includes(role));
  if (problems.length > 0) return <p className="card faint">{t('versions.hasProblems')}</p>;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  return (
    <div className="backtests">
      {starts && <Start version={version} />}
      {data.length === 0 && <p className="faint">{t('backtest.none')}</p>}
      {data.map((one, i) => (
        <BacktestResult key={one.id} id={one.id} open={i === 0} texts={version.document?.clauses} />
      ))}
    </div>
  );
}

function Start({ version }: { version: VersionInFull }) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<Given>();
  const [key, setKey] = useState(newKey);
  const queries = useQueryClient();
  const { data: projects = [] } = useQuery(projectsQuery);
  const of = Form.useWatch('of', form) as Given['of'] | undefined;
  const { id, version: number, document } = version;
  const start = useMutation({
    mutationFn: ({ of: what, period, project }: Given) => {
      const at = (day: Dayjs) => momentOf(day.startOf('day'), document?.zone);
      const within = what === 'complaints' && period ? { from: at(period[0]), to: at(period[1].add(1, 'day')) } : {};
      return startBacktest(
        id,
        number,
        { of: what, ...within, ...(what === 'complaints' && project ? { project } : {}) },
        key,
      );
    },
    onSuccess: async () => {
      setKey(newKey());
      await queries.invalidateQueries({ queryKey: ['backtests', id, number] });
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      className="card backtest-start"
      initialValues={{ of: 'complaints' }}
      onFinish={(given) => start.mutate(given)}
    >
      <p className="faint">{t('backtest.lead')}</p>
      <Form.Item name="of" label={t('backtest.of')}>
        <Segmented
          options={(['complaints', 'library', 'saved'] as const).map((value) => ({
            value,
            label: t(`backtest.source.${value}`),
          }))}
        />
      </Form.Item>
      {of === 'complaints' && (
        <div className="backtest-fields">
          <Form.Item name="period" label={t('backtest.period')}>
            <DatePicker.RangePicker />
          </Form.Item>
          <Form.Item name="project" label={t('backtest.project')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('backtest.allProjects')}
              options={projects.map(({ id: value, name }) => ({ value, label: name }))}
            />
          </Form.Item>
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {t('backtest.start')}
      </Button>
      {start.error && <Alert type="error" showIcon title={problem(start.error)} className="draft-fault" />}
    </Form>
  );
}
