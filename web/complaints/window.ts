import { type RefObject, useEffect, useState } from 'react';

export interface Range {
  first: number;
  last: number;
}

/** Which rows of equal height are near the screen: only they are drawn, however many there are. */
export function useWindow(ref: RefObject<HTMLElement | null>, count: number, height: number, spare = 12): Range {
  const [range, setRange] = useState<Range>({ first: 0, last: 40 });
  useEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / height) - spare);
      const last = Math.min(count, Math.ceil((innerHeight - top) / height) + spare);
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    measure();
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
    };
  }, [ref, count, height, spare]);
  return range;
}
