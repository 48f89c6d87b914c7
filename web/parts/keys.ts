import { type KeyboardEvent, useLayoutEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere on a page, except while one types. */
export function useKeys(keys: Record<string, () => void>): void {
  // before it is seen: whoever sees a page may press its keys
  useLayoutEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const action = keys[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target))
        return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [keys]);
}

/** Where an arrow key leads in a list of so many rows. */
export function step({ key }: KeyboardEvent, at: number, count: number, page = 10): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 }[
    key
  ];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
