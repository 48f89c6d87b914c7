import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { complaint as complaintQuery } from '../api/queries.js';
import type { Complaint } from '../api/shapes.js';
import { useOwnTitle } from '../app/title.js';
import { Failure, Loading } from '../parts/States.js';
import { type Labels, useLabels } from './labels.js';

const Why = lazy(() => import('./why/Why.js'));

/** What every page of one complaint begins with. */
export interface Opened {
  complaint: Complaint;
  labels: Labels;
  why: WhyDrawer;
}

interface WhyDrawer {
  /** Explains a clock. */
  ask: (clock: string) => void;
  isOpen: boolean;
  drawer: ReactNode;
}

/** The complaint that the address names, on a page that begins anew with each. `kind`: the page's class. */
export function OfAddress({ kind, page }: { kind: string; page: ComponentType<Opened> }) {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(complaintQuery(id));
  if (data) return <Open key={id} complaint={data} page={page} />;
  return (
    <div className={`page ${kind}`}>
      {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading rows={7} />}
    </div>
  );
}

function Open({ complaint, page: Page }: { complaint: Complaint; page: ComponentType<Opened> }) {
  const labels = useLabels(complaint.rulebook.id);
  const why = useWhy(complaint);
  useOwnTitle(complaint.number);
  return <Page complaint={complaint} labels={labels} why={why} />;
}

function useWhy(complaint: Complaint): WhyDrawer {
  const [clock, ask] = useState<string>();
  const drawer = clock && (
    <Suspense>
      <Why complaint={complaint} clock={clock} close={() => ask(undefined)} />
    </Suspense>
  );
  return { ask, isOpen: clock !== undefined, drawer };
}
