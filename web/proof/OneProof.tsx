import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { verifyComplaint } from './verify.js';
import { useWords } from '../parts/words.js';
import { FindingList } from './FindingList.js';

/** Verifies one complaint when it is asked for. */
export function OneProof({ id }: { id: string }) {
  const { t, problem } = useWords();
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => verifyComplaint(id) });
  return (
    <section className="card part verdict">
      <div className="verdict-head">
        <h2>{t('proof.one')}</h2>
        <Button icon={<SafetyCertificateOutlined aria-hidden="true" />} loading={isPending} onClick={() => mutate()}>
          {t('proof.verify')}
        </Button>
      </div>
      <p className="faint">{t('proof.oneLead')}</p>
      {error && <Alert type="error" showIcon title={problem(error)} />}
      {data?.items.length === 0 && <Alert type="success" showIcon title={t('proof.whole', { count: data.verified })} />}
      {data && data.items.length > 0 && <FindingList items={data.items} />}
    </section>
  );
}
