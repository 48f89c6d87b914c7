import { Button } from 'antd';
import { useWords } from '../parts/words.js';

/** A fault of ours; also what shows when a newer release has taken a page's file away. */
export function Crash() {
  const { t } = useWords();
  return (
    <main className="blank" role="alert">
      <p className="blank-title">{t('state.crashed')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('state.reload')}
      </Button>
    </main>
  );
}
