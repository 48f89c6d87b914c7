import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** Refreshes what is on the page when the server says that it changed. */
export function useLive(active: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!active) return undefined;
    const source = new EventSource('/api/events');
    let lost = false;
    const heard = (event: MessageEvent<string>) => changed(client, event.data);
    source.onmessage = heard;
    source.addEventListener('change', heard as EventListener);
    source.onerror = () => (lost = true);
    source.onopen = () => {
      // whatever happened meanwhile was not heard
      if (lost) void client.invalidateQueries();
      lost = false;
    };
    return () => source.close();
  }, [active, client]);
}

const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Gathers what changed for a moment: one storm of events is one refresh. */
function changed(client: QueryClient, text: string): void {
  try {
    const { id } = JSON.parse(text) as { id?: string };
    if (id) waiting.add(id);
  } catch {
    return;
  }
  timer ??= setTimeout(() => {
    timer = undefined;
    for (const id of waiting) void client.invalidateQueries({ queryKey: ['complaint', id] });
    waiting.clear();
    void client.invalidateQueries({ queryKey: ['tasks'] });
    void client.invalidateQueries({ queryKey: ['complaints'] });
  }, 400);
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
