import type { ComplaintEvent } from '../../api/shapes.js';
import { Compensation } from './Compensation.js';
import { Contacts } from './Contacts.js';
import { Instances } from './Instances.js';
import { Intake } from './Intake.js';
import { Ledger } from './Ledger.js';
import type { Shown } from './Panel.js';
import { Penalties } from './Penalties.js';
import { Result } from './Result.js';
import { Sheets } from './Sheets.js';
import './particulars.css';

/** What only some rulebooks have, each where there is something to see or to do. */
export function Panels(shown: Shown) {
  return (
    <>
      <Contacts {...shown} />
      <Compensation {...shown} />
      <Sheets {...shown} />
      <Penalties {...shown} />
      <Ledger {...shown} />
    </>
  );
}

/** The same, beside: what is read rather than done. */
export function SidePanels({ events, ...shown }: Shown & { events: ComplaintEvent[] }) {
  return (
    <>
      <Instances {...shown} events={events} />
      <Intake {...shown} />
      <Result {...shown} />
    </>
  );
}
