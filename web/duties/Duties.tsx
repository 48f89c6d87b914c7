import { PaperList } from '../papers/PaperList.js';
import { PaperPage } from '../papers/PaperPage.js';

/** The recurring duties: what is due next at each node, what is late, what was done. */
export const Duties = () => (
  <PaperList family="duties" first="mine" choices={['mine', 'open', 'unread', 'issued', 'all']} />
);

export const DutyPage = () => <PaperPage family="duties" />;
