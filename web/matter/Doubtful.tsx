import { Button } from 'antd';
import { useState } from 'react';
import type { Alike, Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { AlikeRow } from './AlikeRow.js';
import type { Finding } from './say.js';

interface Props {
  complaint: Complaint;
  alike: Alike;
  /** Records a finding; missing for those who may not. */
  say?: (state: Finding) => void;
}

/** One that may be the same matter: both texts side by side on demand, and the two answers. */
export function Doubtful({ complaint, alike, say }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <AlikeRow alike={alike} note={alike.match?.state === 'linked' ? t('matter.keptApart') : undefined}>
      {open && (
        <div className="beside">
          <figure>
            <figcaption>{t('matter.here')}</figcaption>
            <p className="words">{complaint.text}</p>
          </figure>
          <figure>
            <figcaption className="num">{alike.number}</figcaption>
            <p className="words">{alike.text}</p>
          </figure>
        </div>
      )}
      <p className="alike-do">
        {say && (
          <>
            <Button size="small" onClick={() => say('confirmed')}>
              {t('matter.same')}
            </Button>
            <Button size="small" onClick={() => say('undone')}>
              {t('matter.notSame')}
            </Button>
          </>
        )}
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'matter.fold' : 'matter.compare')}
        </Button>
      </p>
    </AlikeRow>
  );
}
