import { ArrowLeftOutlined, CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { Complaint } from '../api/shapes.js';
import { SeverityTag, StatusTag } from '../parts/Tags.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';

export function Header({ complaint }: { complaint: Complaint }) {
  const words = useWords();
  const { t, term } = words;
  const { message } = App.useApp();
  const copy = () =>
    void navigator.clipboard?.writeText(complaint.number).then(
      () => message.success(t('complaint.copied')),
      () => undefined,
    );
  const stop = complaint.stops.at(-1);
  return (
    <header className="complaint-head">
      <Link to="/complaints" className="back" aria-label={t('complaint.back')}>
        <ArrowLeftOutlined />
      </Link>
      <div>
        <h1 className="num">
          {complaint.number}
          <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t('complaint.copy')} onClick={copy} />
        </h1>
        <p className="complaint-tags">
          <StatusTag status={complaint.status} />
          <SeverityTag severity={complaint.severity} always />
          <span>{complaint.project.name}</span>
          <span>{term('channel', complaint.channel)}</span>
          <span className="num">{sayExactly(complaint.arrivedAt, words)}</span>
        </p>
        {stop && !stop.to && (
          <p className="stopped">
            {t('complaint.suspendedSince', {
              because: term('suspension', stop.because),
              at: sayExactly(stop.from, words),
            })}
            {stop.reason && <small>{stop.reason}</small>}
          </p>
        )}
        {complaint.mergedFrom && (
          <p className="stopped">{t('complaint.mergedInto', { into: complaint.mergedFrom.into })}</p>
        )}
      </div>
      <Button className="print-button" icon={<PrinterOutlined />} onClick={() => print()}>
        {t('complaint.print')}
      </Button>
    </header>
  );
}
