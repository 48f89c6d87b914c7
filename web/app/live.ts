import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

const patience = 5000; // ms

/** Refreshes what is on the page when the server says that it changed. */
export function useLive(active: boolean): void {
  const client = useQueryClient();
  // a browser keeps few connections to one server: tabs that nobody looks at give theirs back
  const seen = useDocument('visibilitychange', () => document.visibilityState === 'visible');
  const listening = active && seen;
  useEffect(() => (listening ? listen(client) : undefined), [listening, client]);
}

/** Listens until the answer is called. */
function listen(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let lost = false;
  const open = () => {
    source = new EventSource('/api/events');
    source.addEventListener('change', (event: MessageEvent<string>) => changed(client, event.data));
    source.addEventListener('paper', (event: MessageEvent<string>) => paperChanged(client, event.data));
    source.addEventListener('inbox', () => {
      void client.invalidateQueries({ queryKey: ['inbox'] });
      papersChanged(client);
    });
    source.onopen = () => {
      // whatever happened meanwhile was not heard
      if (lost) void client.invalidateQueries();
      lost = false;
    };
    source.onerror = () => {
      lost = true;
      // after an answer that is no stream a browser does not try again
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, patience);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    source?.close();
  };
}

// what is issued or written in a complaint stands on a paper a moment later
const onPapers = new Set(['BulletinIssued', 'ReportDue', 'ReportSubmitted', 'WrittenOff', 'Reinstated']);
const papersFollow = 2_500; // ms
let papers: ReturnType<typeof setTimeout> | undefined;

function papersChanged(client: QueryClient): void {
  papers ??= setTimeout(() => {
    papers = undefined;
    void client.invalidateQueries({ queryKey: ['papers'] });
    void client.invalidateQueries({ queryKey: ['paper'] });
  }, papersFollow);
}

/** Somebody took a step with a paper. */
function paperChanged(client: QueryClient, text: string): void {
  const { id } = JSON.parse(text) as { id?: string };
  void client.invalidateQueries({ predicate: ({ queryKey: [kind, , of] }) => kind === 'paper' && of === id });
  papersChanged(client);
}

const longPause = 60_000; // ms
let longTimer: ReturnType<typeof setTimeout> | undefined;

/** A list of which somebody has scrolled through much. */
const isLong = ({ state }: Query): boolean =>
  ((state.data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0) > 3;

const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Gathers what changed for a moment: one storm of events is one refresh. */
function changed(client: QueryClient, text: string): void {
  try {
    const { id, type } = JSON.parse(text) as { id?: string; type?: string };
    if (id) waiting.add(id);
    if (type && onPapers.has(type)) papersChanged(client);
  } catch {
    return;
  }
  timer ??= setTimeout(() => {
    timer = undefined;
    for (const id of waiting) void client.invalidateQueries({ queryKey: ['complaint', id] });
    waiting.clear();
    void client.invalidateQueries({ queryKey: ['tasks'] });
    void client.invalidateQueries({ queryKey: ['complaints'], predicate: (query) => !isLong(query) });
    // page after page is read again: not each time that something happens somewhere
    longTimer ??= setTimeout(() => {
      longTimer = undefined;
      void client.invalidateQueries({ queryKey: ['complaints'], predicate: isLong });
    }, longPause);
  }, 400);
}

function useDocument(event: string, read: () => boolean): boolean {
  return useSyncExternalStore((listener) => {
    document.addEventListener(event, listener);
    return () => document.removeEventListener(event, listener);
  }, read);
}

/** Whether the browser believes it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
