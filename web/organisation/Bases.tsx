import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { type BaseInput, enterBase, type NodeDetails } from '../api/organisation.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

interface Values {
  month: Dayjs;
  kind: BaseInput['kind'];
  households?: number;
  floorArea?: number;
}

/** What complaint rates are reckoned over, by month; what was entered before stays to be seen. */
export function Bases({ node }: { node: NodeDetails }) {
  const words = useWords();
  const { t, term, problem } = words;
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const enter = useMutation({
    mutationFn: ({ month, kind, households, floorArea }: Values) =>
      enterBase(node.id, month.format('YYYY-MM'), {
        ...(kind ? { kind } : {}),
        ...(typeof households === 'number' ? { households } : {}),
        ...(typeof floorArea === 'number' ? { floorArea } : {}),
      }),
    onSuccess: (saved) => {
      queries.setQueryData(['organisation', 'node', node.id], saved);
      form.resetFields(['households', 'floorArea']);
    },
  });
  const latest = new Set<string>();
  return (
    <div className="bases">
      <h3>{t('bases.title')}</h3>
      <p className="faint">{t('bases.lead')}</p>
      {!node.closedAt && (
        <Form<Values>
          form={form}
          layout="vertical"
          className="bases-form"
          requiredMark={false}
          initialValues={{ kind: 'residential' }}
          onFinish={(values) => enter.mutate(values)}
        >
          <Form.Item name="month" label={t('bases.month')} rules={[{ required: true, message: t('people.required') }]}>
            <DatePicker picker="month" />
          </Form.Item>
          <Form.Item name="kind" label={t('bases.kind')}>
            <Select
              options={(['residential', 'other'] as const).map((value) => ({ value, label: term('baseKind', value) }))}
            />
          </Form.Item>
          <Form.Item
            name="households"
            label={t('bases.households')}
            dependencies={['floorArea']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: unknown) =>
                  typeof value === 'number' || typeof getFieldValue('floorArea') === 'number'
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('bases.needsOne'))),
              }),
            ]}
          >
            <InputNumber min={0} precision={0} />
          </Form.Item>
          <Form.Item name="floorArea" label={t('bases.floorArea')}>
            <InputNumber min={0} precision={2} />
          </Form.Item>
          <Button htmlType="submit" loading={enter.isPending}>
            {t('bases.enter')}
          </Button>
        </Form>
      )}
      {enter.error && <Alert type="error" showIcon title={problem(enter.error)} />}
      {node.bases.length === 0 && <p className="faint">{t('bases.none')}</p>}
      <ul className="bases-list">
        {node.bases.map(({ month, version, kind, households, floorArea, by, at }) => {
          const replaced = latest.has(month);
          latest.add(month);
          return (
            <li key={`${month}-${version}`} className={replaced ? 'num faint replaced' : 'num'}>
              <b>{month}</b> {term('baseKind', kind ?? undefined)}{' '}
              {t('bases.rows', { households: households ?? '—', floorArea: floorArea?.toLocaleString() ?? '—' })}
              <small className="faint">
                {` ${t('bases.version', { version })} · ${by ?? ''} ${sayExactly(at, words)}`}
                {replaced && ` · ${t('bases.replaced')}`}
              </small>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
