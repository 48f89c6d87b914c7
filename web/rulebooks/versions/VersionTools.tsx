import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { VersionInFull } from '../../api/shapes.js';
import { discardDraft } from '../../api/versions.js';
import { useSession } from '../../app/session.js';
import { useWords } from '../../parts/words.js';
import { Approval } from './Approval.js';
import { stateOf } from './StateTag.js';
import { Withdrawal } from './Withdrawal.js';

/** What may be done with a version as it stands, by whoever looks at it. */
export function VersionTools({ version }: { version: VersionInFull }) {
  const { t, problem } = useWords();
  const { user } = useSession();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'approve' | 'withdraw'>();
  const { id, version: number, state, problems } = version;
  const discard = useMutation({
    mutationFn: () => discardDraft(id, number),
    onSuccess: async () => {
      await go(`/rulebooks/${id}`);
      await queries.invalidateQueries({ queryKey: ['rulebooks', id] });
    },
    onError: (error) => void message.error(problem(error)),
  });
  const decides = user.roles.some((role) => role === 'hq' || role === 'admin');
  const own = version.written.by?.id === user.id || version.changed.by?.id === user.id;
  const waits = stateOf(version) === 'approved';
  return (
    <span className="version-tools">
      {state === 'draft' && user.roles.includes('admin') && (
        <Popconfirm title={t('versions.discardSure')} onConfirm={() => discard.mutate()}>
          <Button loading={discard.isPending}>{t('versions.discard')}</Button>
        </Popconfirm>
      )}
      {state === 'draft' && decides && (
        <Button
          type="primary"
          disabled={own || problems.length > 0}
          title={own ? t('versions.secondPerson') : problems.length > 0 ? t('versions.hasProblems') : undefined}
          onClick={() => setAsked('approve')}
        >
          {t('versions.approve')}
        </Button>
      )}
      {waits && decides && <Button onClick={() => setAsked('withdraw')}>{t('versions.withdraw')}</Button>}
      {asked === 'approve' && <Approval version={version} close={() => setAsked(undefined)} />}
      {asked === 'withdraw' && <Withdrawal version={version} close={() => setAsked(undefined)} />}
    </span>
  );
}
