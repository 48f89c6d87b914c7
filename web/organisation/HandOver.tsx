import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { newKey } from '../api/key.js';
import { handOver, openWork, type Person } from '../api/organisation.js';
import { BatchProgress } from '../parts/BatchProgress.js';
import { useWords } from '../parts/words.js';
import { PersonSelect } from './PersonSelect.js';

interface Order {
  to: string;
  reason: string;
}

/** What somebody handles, and all of it to somebody else. */
export function HandOver({ person, fixed }: { person: Person; fixed: boolean }) {
  const { t, term, problem } = useWords();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const work = useQuery({ ...openWork(person.id), enabled: person.work > 0 });
  const give = useMutation({
    mutationFn: (order: Order) => handOver(person.id, order, key),
    onSuccess: () => setKey(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const required = [{ required: true, message: t('people.required') }];
  return (
    <section className="card part">
      <h2>{t('people.work')}</h2>
      {person.work === 0 && <p className="faint">{t('people.noWork')}</p>}
      {give.data && (
        <BatchProgress
          id={give.data.id}
          mayStop
          ended={() => void queries.invalidateQueries({ queryKey: ['people'] })}
        />
      )}
      {person.work > 0 && (
        <>
          <details>
            <summary>{t('people.workCount', { count: person.work })}</summary>
            <ul className="places">
              {work.data?.map(({ id, number, status, severity, project }) => (
                <li key={id}>
                  <b className="num">{number}</b>
                  <span>{project.name}</span>
                  <small>
                    {term('status', status)} · {term('severity', severity)}
                  </small>
                </li>
              ))}
            </ul>
          </details>
          {!fixed && (
            <Form<Order>
              layout="vertical"
              className="hand-over"
              requiredMark={false}
              onFinish={(order) => give.mutate(order)}
            >
              <p className="faint">{t('people.handOverLead')}</p>
              <Form.Item name="to" label={t('people.handOverTo')} rules={required}>
                <PersonSelect but={person.id} />
              </Form.Item>
              <Form.Item name="reason" label={t('people.reason')} rules={required}>
                <Input maxLength={200} placeholder={t('people.reasonHint')} />
              </Form.Item>
              <Button htmlType="submit" loading={give.isPending}>
                {t('people.handOver')}
              </Button>
            </Form>
          )}
        </>
      )}
      {give.error && <Alert type="error" showIcon title={problem(give.error)} />}
    </section>
  );
}
