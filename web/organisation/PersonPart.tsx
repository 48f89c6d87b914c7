import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

interface Props {
  title: string;
  /** What begins something new in it, and the dialog for that. */
  begin: string;
  dialog: (close: () => void) => ReactNode;
  /** Nothing may be changed. */
  fixed: boolean;
  children: ReactNode;
}

/** A part of a person's page to which something can be added. */
export function PersonPart({ title, begin, dialog, fixed, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section className="card part">
      <div className="node-head">
        <h2>{title}</h2>
        {!fixed && (
          <span className="node-actions">
            <Button onClick={() => setOpen(true)}>{begin}</Button>
          </span>
        )}
      </div>
      {children}
      {open && dialog(() => setOpen(false))}
    </section>
  );
}
