import type { ReactNode } from 'react';

/** What may be wider than the page, a table as a rule: moved sideways by a finger or, once it has the focus, by the arrow keys. */
export function Scroll({
  label,
  children,
  className = '',
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className={`scroll ${className}`} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
