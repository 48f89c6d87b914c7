import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { events as eventsQuery } from '../api/queries.js';
import { HigherTier } from '../matter/HigherTier.js';
import { MatterPanel } from '../matter/MatterPanel.js';
import { OwedEchoes } from '../matter/OwedEchoes.js';
import { Actions } from './Actions.js';
import { Deadlines } from './Deadlines.js';
import { FactsCard } from './FactsCard.js';
import { Findings, Said } from './Said.js';
import { Header } from './Header.js';
import { OfAddress, type Opened } from './OfAddress.js';
import { Panels, SidePanels } from './particulars/Panels.js';
import { Plans } from './Plans.js';
import { Replies } from './Replies.js';
import { Timeline } from './Timeline.js';
import { Way } from './Way.js';
import './complaint.css';

const Ahead = lazy(() => import('./ahead/Ahead.js'));

export const ComplaintPage = () => <OfAddress kind="complaint" page={Page} />;

function Page({ complaint, labels, why }: Opened) {
  const { data: events = [] } = useQuery(eventsQuery(complaint.id));
  const [ahead, setAhead] = useState(false);
  const deciding = complaint.status === 'awaitingApproval';
  const plans = <Plans complaint={complaint} labels={labels} />;
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
          <Deadlines complaint={complaint} labels={labels} why={why.ask} />
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
      {why.drawer}
    </article>
  );
}
