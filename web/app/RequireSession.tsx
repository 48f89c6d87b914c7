import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { session } from '../api/queries.js';
import { Failure, Loading } from '../parts/States.js';
import { homeOf, useSession } from './session.js';
import { Shell } from './Shell.js';

/** Pages for whoever is signed in; others sign in first and come back. */
export function RequireSession() {
  const { data, error, isPending, refetch } = useQuery(session);
  const { pathname, search } = useLocation();
  const first = data?.mustChangePassword || data?.mustSetUpSecondFactor;
  if (data && first && pathname !== '/account') return <Navigate to="/account" replace />;
  if (data) return <Shell session={data} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) {
    return (
      <div className="page">
        <Loading />
      </div>
    );
  }
  const back = pathname === '/' || pathname === '/tasks' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/login${back}`} replace />;
}

/** Where one's work begins. */
export function Home() {
  const { user } = useSession();
  return <Navigate to={homeOf(user.roles)} replace />;
}
