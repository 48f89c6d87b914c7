import {
  ArrowLeftOutlined,
  CopyOutlined,
  DownloadOutlined,
  FastForwardOutlined,
  HistoryOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { Complaint } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { MergedInto } from '../matter/MergedInto.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { Again } from './Again.js';
import { Erase } from './Erase.js';
import { sayPromise } from './particulars/promise.js';
import './header.css';

interface Props {
  complaint: Complaint;
  /** Shows what would come of it. */
  lookAhead: () => void;
}

export function Header({ complaint, lookAhead }: Props) {
  const words = useWords();
  const { t, term } = words;
  const { message } = App.useApp();
  const copy = () =>
    void navigator.clipboard?.writeText(complaint.number).then(
      () => message.success(t('complaint.copied')),
      () => undefined,
    );
  const stop = complaint.stops.at(-1);
  const { roles } = useSession().user;
  const isAuditor = roles.includes('auditor');
  const keepsFiles = roles.some((role) => ['auditor', 'hq', 'company'].includes(role));
  return (
    <header className="complaint-head">
      <Link to="/complaints" className="back" aria-label={t('complaint.back')}>
        <ArrowLeftOutlined aria-hidden="true" />
      </Link>
      <div>
        <h1 className="num">
          {complaint.number}
          <Button
            type="text"
            size="small"
            icon={<CopyOutlined aria-hidden="true" />}
            aria-label={t('complaint.copy')}
            onClick={copy}
          />
        </h1>
        <p className="complaint-tags">
          <StatusTag status={complaint.status} />
          <SeverityTag severity={complaint.severity} always />
          <span>{complaint.project.name}</span>
          <span>{term('channel', complaint.channel)}</span>
          <span className="num">{sayExactly(complaint.arrivedAt, words)}</span>
        </p>
        {complaint.promise && (
          <p className={`promise${complaint.promise.missed ? ' missed' : ''}`}>
            {t(complaint.promise.missed ? 'panel.promiseMissed' : 'panel.promise')}{' '}
            <b className="num">{sayPromise(complaint.promise, words)}</b>
          </p>
        )}
        {stop && !stop.to && (
          <p className="stopped">
            {t('complaint.suspendedSince', {
              because: term('suspension', stop.because),
              at: sayExactly(stop.from, words),
            })}
            {stop.reason && <small>{stop.reason}</small>}
          </p>
        )}
        <MergedInto complaint={complaint} />
      </div>
      <div className="complaint-tools">
        <Button icon={<FastForwardOutlined aria-hidden="true" />} onClick={lookAhead}>
          {t('ahead.ask')}
        </Button>
        <Again complaint={complaint} />
        <Erase complaint={complaint} />
        {keepsFiles && (
          <Button
            href={`/api/complaints/${encodeURIComponent(complaint.id)}/archive`}
            download
            icon={<DownloadOutlined aria-hidden="true" />}
          >
            {t('complaint.archive')}
          </Button>
        )}
        {isAuditor && (
          <Link to={`/complaints/${complaint.id}/history`}>
            <Button icon={<HistoryOutlined aria-hidden="true" />} tabIndex={-1}>
              {t('complaint.history')}
            </Button>
          </Link>
        )}
        <Button className="print-button" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => print()}>
          {t('complaint.print')}
        </Button>
      </div>
    </header>
  );
}
