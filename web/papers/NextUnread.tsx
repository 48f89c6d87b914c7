import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { papers } from '../api/papers.js';
import { useSession } from '../app/session.js';
import { useKeys } from '../parts/keys.js';
import { useWords } from '../parts/words.js';

const none = {};

/** The way from one bulletin to the next that waits to be acknowledged where I belong. */
export function NextUnread({ id, done }: { id: string; done: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { node } = useSession().user;
  const { data } = useInfiniteQuery(papers('bulletins', { state: 'issued', acknowledged: 'false' }));
  const waiting = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((one) => one.id !== id && one.addressee?.id === node.id);
  const next = waiting[0]?.id;
  useKeys(next ? { n: () => void navigate(`/bulletins/${next}`) } : none);
  if (!next) return done ? <p className="faint">{t('paper.allRead')}</p> : null;
  return (
    <Button block type={done ? 'primary' : 'text'} onClick={() => void navigate(`/bulletins/${next}`)}>
      {t('paper.next', { count: waiting.length })} <kbd aria-hidden="true">N</kbd>
    </Button>
  );
}
