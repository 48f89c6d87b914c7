import { useEffect, useSyncExternalStore } from 'react';

let own = '';
const listeners = new Set<() => void>();

function say(text: string): void {
  own = text;
  for (const listener of listeners) listener();
}

/** Puts what the page is about, such as the number of a complaint, into the title for as long as it is shown. */
export function useOwnTitle(text: string | undefined): void {
  useEffect(() => {
    if (!text) return undefined;
    say(text);
    return () => say('');
  }, [text]);
}

/** What the page is about; empty where it is itself only. */
export const useSaidTitle = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => own,
  );
