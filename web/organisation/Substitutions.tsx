import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { now } from '../api/clock.js';
import { newKey } from '../api/key.js';
import { endSubstitution, type Person, substitute } from '../api/organisation.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { FormDialog } from './FormDialog.js';
import { PersonPart } from './PersonPart.js';
import { PersonSelect } from './PersonSelect.js';

/** 请假代理: who stands in for them, and for whom they do. */
export function Substitutions({ person, fixed }: { person: Person; fixed: boolean }) {
  const words = useWords();
  const { t, problem } = words;
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => endSubstitution(person.id, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <PersonPart
      title={t('people.substitutions')}
      begin={t('people.substitute')}
      fixed={fixed}
      dialog={(close) => <Arrange person={person} close={close} />}
    >
      <p className="faint">{t('people.substitutionsLead')}</p>
      <ul className="places">
        {person.substitutions.map(({ id, absent, substitute: who, why, from, to, endedBy }) => {
          const over = Date.parse(to) <= now() || endedBy !== null;
          return (
            <li key={id}>
              <b>{t('people.standsInFor', { substitute: who.name, absent: absent.name })}</b>
              <span>{why}</span>
              <small className="faint num">
                {t('people.spanTo', { from: sayExactly(from, words), to: sayExactly(to, words) })}
              </small>
              {over && <Tag>{t('people.over')}</Tag>}
              {!over && !fixed && absent.id === person.id && (
                <Button size="small" loading={end.isPending} onClick={() => end.mutate(id)}>
                  {t('people.endSubstitution')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {end.error && <Alert type="error" showIcon title={problem(end.error)} />}
    </PersonPart>
  );
}

interface Values {
  substitute: string;
  span: [Dayjs, Dayjs];
  why: string;
}

function Arrange({ person, close }: { person: Person; close: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const arrange = useMutation({
    mutationFn: ({ substitute: who, span: [from, until], why }: Values) =>
      substitute(
        person.id,
        { substitute: who, from: from.startOf('day').toISOString(), until: until.endOf('day').toISOString(), why },
        key,
      ),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const required = [{ required: true, message: t('people.required') }];
  return (
    <FormDialog<Values> id="substitute-form" title={t('people.substitute')} save={arrange} close={close}>
      <Form.Item name="substitute" label={t('people.substituteWho')} rules={required}>
        <PersonSelect but={person.id} />
      </Form.Item>
      <Form.Item name="span" label={`${t('people.from')} – ${t('people.to')}`} rules={required}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item name="why" label={t('people.why')} rules={required}>
        <Input maxLength={200} placeholder={t('people.whyHint')} />
      </Form.Item>
    </FormDialog>
  );
}
