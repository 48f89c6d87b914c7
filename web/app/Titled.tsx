import { useEffect } from 'react';
import { Outlet, useMatches } from 'react-router';
import { useWords } from '../parts/words.js';
import { useSaidTitle } from './title.js';
import { sayTitle } from './titles.js';

/** Says in the browser's tab which page this is, in the reader's language. */
export function Titled() {
  const { t } = useWords();
  const handle = useMatches().at(-1)?.handle as { title?: string } | undefined;
  const own = useSaidTitle();
  const title = sayTitle(t('brand.name'), handle?.title && t(handle.title), own);
  useEffect(() => void (document.title = title), [title]);
  return <Outlet />;
}
