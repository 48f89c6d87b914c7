import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useEffect, useState } from 'react';
import { similar } from '../api/queries.js';
import type { Alike } from '../api/shapes.js';
import { tell } from '../api/tell.js';
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
export function Similar({ kept, ...given }: Props & { kept?: (number: string) => void }) {
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
          <AlikeRow key={alike.id} alike={alike} apart>
            {kept && <KeepWith alike={alike} text={text} kept={kept} />}
          </AlikeRow>
        ))}
      </ul>
    </aside>
  );
}

/** A second call about the same matter is no second complaint. */
function KeepWith({ alike, text, kept }: { alike: Alike; text: string; kept: (number: string) => void }) {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const keep = useMutation({
    mutationFn: () => tell(alike.id, { what: 'followedUp', text }),
    onSuccess: () => kept(alike.number),
    onError: (error) => void message.error(problem(error), 6),
  });
  return (
    <Popconfirm
      title={t('again.sameSure', { number: alike.number })}
      okText={t('again.same')}
      cancelText={t('form.cancel')}
      onConfirm={() => keep.mutate()}
    >
      <Button size="small" loading={keep.isPending} className="keep-with">
        {t('again.same')}
      </Button>
    </Popconfirm>
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
