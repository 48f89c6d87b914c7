import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { complaint as complaintQuery, events as eventsQuery } from '../api/queries.js';
import type { Complaint } from '../api/shapes.js';
import { useOwnTitle } from '../app/title.js';
import { HigherTier } from '../matter/HigherTier.js';
import { MatterPanel } from '../matter/MatterPanel.js';
import { OwedEchoes } from '../matter/OwedEchoes.js';
import { Failure, Loading } from '../parts/States.js';
import { Actions } from './Actions.js';
import { Deadlines } from './Deadlines.js';
import { FactsCard } from './FactsCard.js';
import { Findings, Said } from './Said.js';
import { Header } from './Header.js';
import { Panels, SidePanels } from './particulars/Panels.js';
import { Plans } from './Plans.js';
import { Replies } from './Replies.js';
import { Timeline } from './Timeline.js';
import { useLabels } from './labels.js';
import { Way } from './Way.js';
import './complaint.css';

const Ahead = lazy(() => import('./ahead/Ahead.js'));
const Why = lazy(() => import('./why/Why.js'));

export function ComplaintPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(complaintQuery(id));
  if (data) return <Page key={id} complaint={data} />;
  return (
    <div className="page complaint">
      {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading rows={7} />}
    </div>
  );
}

function Page({ complaint }: { complaint: Complaint }) {
  const labels = useLabels(complaint.rulebook.id);
  const { data: events = [] } = useQuery(eventsQuery(complaint.id));
  const [why, setWhy] = useState<string>();
  const [ahead, setAhead] = useState(false);
  const deciding = complaint.status === 'awaitingApproval';
  const plans = <Plans complaint={complaint} labels={labels} />;
  useOwnTitle(complaint.number);
  return (
    <article className="page complaint">
      <Header complaint={complaint} lookAhead={() => setAhead(true)} />
      <Way complaint={complaint} events={events} stages={labels.book?.stages} />
      <Actions complaint={complaint} labels={labels} />
      <div className="complaint-body">
        <div className="complaint-main">
          <OwedEchoes complaint={complaint} />
          <Said complaint={complaint} />
          {deciding && plans}
          <Findings complaint={complaint} labels={labels} />
          {!deciding && plans}
          <Replies complaint={complaint} events={events} labels={labels} />
          <Panels complaint={complaint} labels={labels} />
          <MatterPanel complaint={complaint} labels={labels} />
          <Timeline events={events} labels={labels} />
        </div>
        <div className="complaint-side">
          <Deadlines complaint={complaint} labels={labels} why={setWhy} />
          <SidePanels complaint={complaint} labels={labels} events={events} />
          <HigherTier complaint={complaint} events={events} labels={labels} />
          <FactsCard complaint={complaint} labels={labels} />
        </div>
      </div>
      {ahead && (
        <Suspense>
          <Ahead complaint={complaint} events={events} labels={labels} close={() => setAhead(false)} />
        </Suspense>
      )}
      {why && (
        <Suspense>
          <Why complaint={complaint} clock={why} close={() => setWhy(undefined)} />
        </Suspense>
      )}
    </article>
  );
}
