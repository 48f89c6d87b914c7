import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Popconfirm } from 'antd';
import type { Dayjs } from 'dayjs';
import { now } from '../api/clock.js';
import { endRoles, giveRoles, type Person, type Role } from '../api/organisation.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { FormDialog } from './FormDialog.js';
import { NodeSelect } from './NodeSelect.js';
import { PersonPart } from './PersonPart.js';
import { RoleSelect } from './RoleSelect.js';

/** Roles at nodes: those that hold, and those that held. */
export function Places({ person, fixed }: { person: Person; fixed: boolean }) {
  const words = useWords();
  const { t, term, problem, zh } = words;
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (membership: string) => endRoles(person.id, membership),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const isOver = ({ to }: Person['given'][number]) => to !== null && Date.parse(to) <= now();
  const past = person.given.filter(isOver);
  const row = (one: Person['given'][number]) => (
    <li key={one.id}>
      <Link node={one.node.id} name={one.node.name} />
      <span>{one.roles.map((role) => term('role', role)).join(zh ? '、' : ', ')}</span>
      <small className="faint num">
        {one.to
          ? t('people.spanTo', { from: sayExactly(one.from, words), to: sayExactly(one.to, words) })
          : t('people.span', { from: sayExactly(one.from, words) })}
        {one.by && ` · ${t('organisation.by', { name: one.by })}`}
        {one.endedBy && ` · ${t('people.endedBy', { name: one.endedBy })}`}
      </small>
      {!fixed && !isOver(one) && (
        <Popconfirm
          title={t('people.endSure', { name: one.node.name })}
          okText={t('people.end')}
          cancelText={t('organisation.cancel')}
          onConfirm={() => end.mutate(one.id)}
        >
          <Button size="small">{t('people.end')}</Button>
        </Popconfirm>
      )}
    </li>
  );
  const holding = person.given.filter((one) => !isOver(one));
  return (
    <PersonPart
      title={t('people.places')}
      begin={t('people.give')}
      fixed={fixed}
      dialog={(close) => <Give person={person} close={close} />}
    >
      {holding.length === 0 && <p className="faint">{t('people.noPlaces')}</p>}
      <ul className="places">{holding.map(row)}</ul>
      {past.length > 0 && (
        <details>
          <summary>{t('people.past', { count: past.length })}</summary>
          <ul className="places">{past.map(row)}</ul>
        </details>
      )}
      {end.error && <Alert type="error" showIcon title={problem(end.error)} />}
    </PersonPart>
  );
}

const Link = ({ node, name }: { node: string; name: string }) => (
  <b>
    {name} <small className="faint num">{node}</small>
  </b>
);

interface Values {
  node: string;
  roles: Role[];
  until?: Dayjs | null;
}

function Give({ person, close }: { person: Person; close: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: ({ node, roles, until }: Values) =>
      giveRoles(person.id, { node, roles, ...(until ? { until: until.endOf('day').toISOString() } : {}) }),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const required = [{ required: true, message: t('people.required') }];
  return (
    <FormDialog<Values>
      id="give-form"
      title={t('people.give')}
      initial={{ node: person.home.id }}
      lead={t('people.giveHint')}
      save={give}
      close={close}
    >
      <Form.Item name="node" label={t('people.node')} rules={required}>
        <NodeSelect />
      </Form.Item>
      <Form.Item name="roles" label={t('people.roles')} rules={required}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="until" label={t('people.until')}>
        <DatePicker />
      </Form.Item>
    </FormDialog>
  );
}
