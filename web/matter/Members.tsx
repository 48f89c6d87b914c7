import { Button, Popconfirm } from 'antd';
import type { Alike, Complaint } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { AlikeRow } from './AlikeRow.js';
import type { Finding } from './say.js';

interface Props {
  complaint: Complaint;
  members: Alike[];
  say?: (other: string, state: Finding) => void;
  merge?: (into: string) => void;
}

/** Those on the same matter, who found so, and what may be done about it. */
export function Members({ complaint, members, say, merge }: Props) {
  const { t } = useWords();
  const how = ({ match }: Alike) => {
    if (!match || match.state === 'suggested') return t('matter.byThird');
    return match.by ? t('matter.byPerson', { who: match.by.name }) : t('matter.byMachine');
  };
  return (
    <ul className="alikes">
      {members.map((alike) => {
        const here = alike.mergedInto === complaint.id;
        const there = complaint.mergedFrom?.into === alike.id;
        return (
          <AlikeRow key={alike.id} alike={alike} note={how(alike)}>
            {(here || there) && <p className="alike-merged">{t(here ? 'matter.mergedHere' : 'matter.mergedThere')}</p>}
            {alike.owed > 0 && <p className="alike-owed">{t('matter.owed', { count: alike.owed })}</p>}
            {!here && !there && (
              <p className="alike-do">
                {merge && !alike.mergedInto && (
                  <Popconfirm
                    title={t('matter.mergeAsk', { number: alike.number })}
                    description={<span className="merge-hint">{t('matter.mergeHint')}</span>}
                    onConfirm={() => merge(alike.id)}
                  >
                    <Button size="small">{t('matter.merge')}</Button>
                  </Popconfirm>
                )}
                {say && (
                  <Button type="text" size="small" onClick={() => say(alike.id, 'undone')}>
                    {t('matter.notSame')}
                  </Button>
                )}
              </p>
            )}
          </AlikeRow>
        );
      })}
    </ul>
  );
}
