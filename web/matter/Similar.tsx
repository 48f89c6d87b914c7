import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { similar } from '../api/queries.js';
import { useWords } from '../parts/words.js';
import { AlikeRow } from './AlikeRow.js';
import './matter.css';

interface Props {
  project?: string;
  text?: string;
  category?: string;
  room?: string;
}

const pause = 500; // ms
const least = 6; // characters

/** While a complaint is written down: those that may be the same matter. In nobody's way, and it can be put away. */
export function Similar(given: Props) {
  const { t } = useWords();
  const asked = useSettled(given);
  const [away, setAway] = useState(false);
  const text = asked.text?.trim() ?? '';
  const { data } = useQuery({
    ...similar({ ...asked, project: asked.project ?? '', text }),
    enabled: !away && Boolean(asked.project) && text.length >= least,
  });
  if (away || text.length < least || !data || data.length === 0) return null;
  return (
    <aside className="similar" aria-live="polite">
      <p className="similar-head">
        <b>{t('matter.similar')}</b>
        <Button type="text" size="small" onClick={() => setAway(true)}>
          {t('matter.close')}
        </Button>
      </p>
      <p className="part-note">{t('matter.similarHint')}</p>
      <ul className="alikes">
        {data.map((alike) => (
          <AlikeRow key={alike.id} alike={alike} />
        ))}
      </ul>
    </aside>
  );
}

/** What was typed, once the typing has paused. */
function useSettled({ project, text, category, room }: Props): Props {
  const [settled, setSettled] = useState<Props>({});
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ project, text, category, room }), pause);
    return () => clearTimeout(timer);
  }, [project, text, category, room]);
  return settled;
}
