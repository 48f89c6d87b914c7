import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { type Family, fileOf, type Paper, paper as paperQuery } from '../api/papers.js';
import { useSession } from '../app/session.js';
import { useOwnTitle } from '../app/title.js';
import { Countdown } from '../parts/Countdown.js';
import { Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { Actions } from './Actions.js';
import { CompletingForm } from './CompletingForm.js';
import { Document } from './Document.js';
import { PublicAddress } from './PublicAddress.js';
import { Receipts, Story } from './Receipts.js';
import { sayText } from './say.js';
import { WriteOff } from './WriteOff.js';
import './paper-page.css';

/** One paper: itself, what is to be done with it, and who has had it before them. */
export function PaperPage({ family }: { family: Family }) {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(paperQuery(family, id));
  return (
    <div className="page paper-page">
      {isPending && <Loading rows={6} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && <Found paper={data} family={family} />}
    </div>
  );
}

function Found({ paper, family }: { paper: Paper; family: Family }) {
  const words = useWords();
  const { t, zh } = words;
  const language = zh ? 'zh' : 'en';
  const mine = paper.allowed.includes('complete');
  useOwnTitle(paper.number ?? sayText(paper.content.title, words));
  const seesBatches = useSession().user.roles.some((role) => role === 'hq' || role === 'auditor');
  return (
    <>
      <div className="page-head paper-bar">
        <Link to={`/${family}`}>{t(`nav.${family}`)}</Link>
        <span className="faint">{paper.number ?? sayText(paper.content.title, words)}</span>
        {paper.state !== 'issued' && <Countdown due={paper.due} />}
        <span className="end paper-files">
          <a href={fileOf(family, paper.id, 'pdf', language)} download>
            <DownloadOutlined aria-hidden="true" /> {t('paper.pdf')}
          </a>
          <a href={fileOf(family, paper.id, 'docx', language)} download>
            <DownloadOutlined aria-hidden="true" /> {t('paper.docx')}
          </a>
          <Button type="text" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => print()}>
            {t('paper.print')}
          </Button>
        </span>
      </div>
      <div className="paper-columns">
        <div>
          {paper.public && paper.state !== 'issued' && <p className="paper-preview">{t('paper.preview')}</p>}
          <Document paper={paper} family={family} />
        </div>
        <aside className="paper-side" aria-label={t('paper.todo')}>
          <Actions paper={paper} family={family} />
          {paper.kind === 'writeOffList' && !paper.batch && paper.parts.length > 0 && (
            <p className="card paper-actions faint">{t('paper.writeOffBefore', { count: paper.parts.length })}</p>
          )}
          {mine && <CompletingForm key={paper.id} paper={paper} family={family} />}
          {paper.public && paper.state === 'issued' && <PublicAddress project={paper.node.id} />}
          {paper.batch && seesBatches && <WriteOff batch={paper.batch} />}
          {paper.state === 'issued' && <Receipts paper={paper} />}
          <Story paper={paper} />
        </aside>
      </div>
    </>
  );
}
