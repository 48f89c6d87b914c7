import { useSession } from '../app/session.js';
import { PaperList } from '../papers/PaperList.js';
import { PaperPage } from '../papers/PaperPage.js';

/** Bulletins: those above begin with what they have not acknowledged, those below with what they have to complete. */
export function Bulletins() {
  const { roles } = useSession().user;
  const above = roles.some((role) => role === 'hq' || role === 'auditor');
  const choices = above ? ['unread', 'mine', 'all', 'open'] : ['mine', 'open', 'unread', 'all'];
  return <PaperList family="bulletins" first={above ? 'unread' : 'mine'} choices={choices} />;
}

export const BulletinPage = () => <PaperPage family="bulletins" />;
