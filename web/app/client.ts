import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { session } from '../api/queries.js';

/** Asks again only when nobody could be asked; a refusal or a mistake stays one. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => isProblem(error) && error.passing && times < 1,
      retryDelay: 800,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
});

whenSignedOut(() => queryClient.setQueryData(session.queryKey, null));
