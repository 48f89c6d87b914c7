import { useSyncExternalStore } from 'react';

/** What one person likes on one machine: language and light. */
export type Language = 'zh' | 'en';
export type Light = 'system' | 'light' | 'dark';
export interface Preferences {
  language: Language;
  light: Light;
}

const key = 'huiyin.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const usual: Preferences = { language: 'zh', light: 'system' };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

export const preferences = (): Preferences => current;

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // private windows may keep nothing
  }
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

export const usePhone = (): boolean => useMedia('(max-width: 719px)');
