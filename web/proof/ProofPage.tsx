import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress as Bar } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { proof as proofQuery } from '../api/queries.js';
import { Failure, Loading } from '../parts/States.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { Acts } from './Acts.js';
import { FindingList } from './FindingList.js';
import { type Progress, verifyAll } from './verify.js';
import './proof.css';

/** For auditors: where the chronicle stands, everything verified, and who did what beside complaints. */
export function ProofPage() {
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useQuery(proofQuery);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="page stack proof">
      <div className="page-head">
        <h1>{t('proof.title')}</h1>
        <span className="lead">{t('proof.lead')}</span>
      </div>
      <dl className="card part proof-stand">
        <div>
          <dt>{t('proof.entries')}</dt>
          <dd className="num">{data.position.toLocaleString(words.language)}</dd>
        </div>
        <div>
          <dt>{t('proof.checkpoints')}</dt>
          <dd className="num">{data.checkpoints.toLocaleString(words.language)}</dd>
        </div>
        <div>
          <dt>{t('proof.last')}</dt>
          <dd className="num">{data.last ? sayExactly(data.last.at, words) : t('proof.never')}</dd>
        </div>
      </dl>
      <Everything />
      <Acts />
    </div>
  );
}

function Everything() {
  const { t, problem } = useWords();
  const [progress, setProgress] = useState<Progress>();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const start = async () => {
    setRunning(true);
    setFault(undefined);
    setProgress(undefined);
    try {
      setProgress(await verifyAll(setProgress, () => gone.current));
    } catch (error) {
      setFault(error);
    }
    setRunning(false);
  };
  const done = progress && !running && !fault;
  return (
    <section className="card part verdict">
      <div className="verdict-head">
        <h2>{t('proof.all')}</h2>
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined aria-hidden="true" />}
          loading={running}
          onClick={() => void start()}
        >
          {t('proof.verifyAll')}
        </Button>
      </div>
      <p className="faint">{t('proof.allLead')}</p>
      {progress && (
        <Bar
          percent={progress.all ? Math.round((100 * progress.done) / progress.all) : 100}
          format={() => t('proof.progress', { done: progress.done, all: progress.all })}
          status={progress.findings.length > 0 ? 'exception' : running ? 'active' : 'success'}
        />
      )}
      {fault !== undefined && <Alert type="error" showIcon title={problem(fault)} />}
      {done && progress.findings.length === 0 && (
        <Alert type="success" showIcon title={t('proof.allWhole', { count: progress.done })} />
      )}
      {progress && progress.findings.length > 0 && <FindingList items={progress.findings} />}
    </section>
  );
}
