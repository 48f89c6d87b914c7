import { EllipsisOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { commandShapes } from '../api/queries.js';
import type { Complaint } from '../api/shapes.js';
import { usePhone } from '../app/preferences.js';
import { useWords } from '../parts/words.js';
import { arrange } from './arrange.js';
import { useGive } from './give.js';
import type { Labels } from './labels.js';
import { Refused } from './Refused.js';
import './actions.css';

const CommandForm = lazy(() => import('./form/CommandForm.js'));

/** Nothing to fill in and nothing to regret: done with one click. */
const atOnce = ['takeOver', 'arrive'];

export function Actions({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const { t, term } = useWords();
  const { data: shapes } = useQuery(commandShapes);
  const [open, setOpen] = useState<string>();
  const { give, busy, error, reset } = useGive(complaint);
  const { first, beside, others } = arrange(complaint, usePhone() ? 1 : 2);
  const shape = shapes?.find(({ name }) => name === open);

  const act = (name: string) => {
    reset();
    if (atOnce.includes(name)) void give(name, {}).catch(() => undefined);
    else setOpen(name);
  };
  return (
    <div className="actions">
      {complaint.allowed.length > 0 ? (
        <div className="actions-row" role="group" aria-label={t('complaint.way')}>
          {first && (
            <Button type="primary" size="large" loading={busy} onClick={() => act(first)} data-command={first}>
              {term('command', first)}
            </Button>
          )}
          {beside.map((name) => (
            <Button key={name} size="large" onClick={() => act(name)} data-command={name}>
              {term('command', name)}
            </Button>
          ))}
          {others.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                className: 'action-menu',
                items: others.flatMap((group, i) => [
                  ...(i > 0 ? [{ type: 'divider' as const, key: `line-${i}` }] : []),
                  ...group.map((name) => ({
                    key: name,
                    label: <span data-command={name}>{term('command', name)}</span>,
                  })),
                ]),
                onClick: ({ key }) => act(key),
              }}
            >
              <Button
                size="large"
                icon={<EllipsisOutlined aria-hidden="true" />}
                className="more-actions"
                aria-label={t('complaint.more')}
              >
                <span className="more-label">{t('complaint.more')}</span>
              </Button>
            </Dropdown>
          )}
        </div>
      ) : (
        <p className="faint">{t('complaint.nothing')}</p>
      )}
      {error !== undefined && !open && <Refused error={error} labels={labels} />}
      {open && shape && (
        <Suspense>
          <CommandForm complaint={complaint} shape={shape} labels={labels} close={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
