import { useEffect } from 'react';

const kept = 8;
const onItsWay = 40; // ms
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** An element that had the focus, and what it was in, the nearest first. */
type Trail = HTMLElement[];

const isLost = (): boolean => !document.activeElement || document.activeElement === document.body;

/**
 * Keeps the focus on the page: when what has it goes (a dialog closes, a step is done and its button no longer offered), it goes
 * back to where it was before, or to what is nearest to there. Whoever clicked beside everything has wanted it so.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let trails: Trail[] = [];
    let clickedAway = false;
    let byPointer = false;
    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      clickedAway = false;
      trails = [trailOf(target), ...trails].slice(0, kept);
    };
    const pointed = () => {
      clickedAway = true;
      byPointer = true;
    };
    const typed = () => (byPointer = false);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      soon = undefined;
      if (isLost() && !clickedAway) goBack(trails, byPointer);
    };
    // not at once: on its way from one element to the next nothing has the focus, either
    const lookSoon = () => void (soon ??= setTimeout(look, onItsWay));
    const watcher = new MutationObserver(lookSoon);
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class', 'style', 'disabled'] });
    addEventListener('focusin', came);
    addEventListener('focusout', lookSoon);
    addEventListener('pointerdown', pointed, true);
    addEventListener('keydown', typed, true);
    return () => {
      clearTimeout(soon);
      watcher.disconnect();
      removeEventListener('focusin', came);
      removeEventListener('focusout', lookSoon);
      removeEventListener('pointerdown', pointed, true);
      removeEventListener('keydown', typed, true);
    };
  }, []);
}

function trailOf(target: HTMLElement): Trail {
  const trail: Trail = [];
  for (let at: HTMLElement | null = target; at && at !== document.body; at = at.parentElement) trail.push(at);
  return trail;
}

function goBack(trails: Trail[], preventScroll: boolean): void {
  for (const [had, ...within] of trails) {
    if (tried(had, preventScroll)) return;
    // what lay over the page has gone as a whole
    if (within.at(-1)?.id !== 'root') continue;
    for (const place of within) {
      if (!place.isConnected) continue;
      if (place.id === 'main') return place.focus({ preventScroll });
      if ([...place.querySelectorAll<HTMLElement>(focusable)].some((one) => tried(one, preventScroll))) return;
    }
  }
}

function tried(one: HTMLElement | undefined, preventScroll: boolean): boolean {
  if (!one?.isConnected || !one.checkVisibility()) return false;
  one.focus({ preventScroll });
  return document.activeElement === one;
}
