import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Version } from '../../api/shapes.js';
import { draftFrom, versions } from '../../api/versions.js';
import { useSession } from '../../app/session.js';
import { Failure, Loading } from '../../parts/States.js';
import { sayMoment } from '../../parts/time.js';
import { useWords } from '../../parts/words.js';
import { sayForce, StateTag } from './StateTag.js';
import './versions.css';

/** All versions of a rulebook: who wrote and approved each, why, and whether it binds. */
export function VersionList({ id }: { id: string }) {
  const { t } = useWords();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(versions(id));
  const [drafting, setDrafting] = useState(false);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={2} />;
  const latest = data.find(({ inForce }) => inForce?.now) ?? data[0];
  return (
    <>
      {user.roles.includes('admin') && latest && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setDrafting(true)}>
          {t('versions.draft')}
        </Button>
      )}
      <ul className="book-list version-list">
        {data.map((one) => (
          <li key={one.version}>
            <Line id={id} version={one} />
          </li>
        ))}
      </ul>
      {drafting && latest && <NewDraft id={id} copyOf={latest.version} close={() => setDrafting(false)} />}
    </>
  );
}

function Line({ id, version }: { id: string; version: Version }) {
  const words = useWords();
  const { t } = words;
  const { written, approved, withdrawn, why, complaints } = version;
  return (
    <>
      <Link to={`/rulebooks/${id}/versions/${version.version}`} className="num">
        {t('rulebooks.version', { version: version.version })}
      </Link>
      <StateTag version={version} />
      <span className="version-why">
        {version.origin === 'shipped' ? t('versions.shipped') : why}
        <small>
          {t('versions.written', { name: written.by?.name ?? t('versions.house'), at: sayMoment(written.at, words) })}
          {approved?.by &&
            ` · ${t('versions.approvedBy', { name: approved.by.name, at: sayMoment(approved.at, words) })}`}
          {withdrawn && ` · ${t('versions.withdrawnBecause', { reason: withdrawn.reason })}`}
        </small>
      </span>
      <span className="faint num">
        {sayForce(version, words)}
        {complaints > 0 && <small>{t('versions.complaints', { count: complaints })}</small>}
      </span>
    </>
  );
}

function NewDraft({ id, copyOf, close }: { id: string; copyOf: number; close: () => void }) {
  const { t, problem } = useWords();
  const [form] = Form.useForm<{ why: string }>();
  const go = useNavigate();
  const queries = useQueryClient();
  const draft = useMutation({
    mutationFn: ({ why }: { why: string }) => draftFrom(id, copyOf, why.trim()),
    onSuccess: async ({ version }) => {
      await queries.invalidateQueries({ queryKey: ['rulebooks', id, 'versions'] });
      await go(`/rulebooks/${id}/versions/${version}`);
    },
  });
  return (
    <Modal
      open
      title={t('versions.draft')}
      okText={t('versions.begin')}
      cancelText={t('form.cancel')}
      confirmLoading={draft.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="faint dialog-lead">{t('versions.draftNote', { version: copyOf })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => draft.mutate(given)}>
        <Form.Item
          name="why"
          label={t('versions.why')}
          rules={[{ required: true, whitespace: true, message: t('versions.needWhy') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus placeholder={t('versions.whyExample')} />
        </Form.Item>
      </Form>
      {draft.error && <Alert type="error" showIcon title={problem(draft.error)} />}
    </Modal>
  );
}
