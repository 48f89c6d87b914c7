import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { matter as matterQuery } from '../api/queries.js';
import type { Complaint } from '../api/shapes.js';
import { useSession } from '../app/session.js';
import { useGive } from '../complaint/give.js';
import type { Labels } from '../complaint/labels.js';
import { Refused } from '../complaint/Refused.js';
import { Failure } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { AlikeRow } from './AlikeRow.js';
import { Doubtful } from './Doubtful.js';
import { Members } from './Members.js';
import { type Finding, useFinding } from './say.js';
import './matter.css';

const finders = ['reception', 'supervisor', 'company'];

/** 同一事项: who else complains of it, and what a person must look at. Nothing where there is nothing. */
export function MatterPanel({ complaint, labels }: { complaint: Complaint; labels: Labels }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(matterQuery(complaint.id));
  const mayFind = useSession().user.roles.some((role) => finders.includes(role));
  const finding = useFinding(complaint.id);
  const { give, error: refused } = useGive(complaint);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || data.members.length + data.doubtful.length + data.undone.length === 0) return null;
  const { id, members, doubtful, undone, people, times, others } = data;
  const say = mayFind ? (other: string, state: Finding) => finding.mutate({ other, state }) : undefined;
  const mayMerge = complaint.allowed.includes('merge') && !complaint.members?.length;
  const merge = mayMerge ? (into: string) => void give('merge', { into }).catch(() => undefined) : undefined;
  return (
    <section className="card part matter" aria-busy={finding.isPending}>
      <h2>{t('matter.title')}</h2>
      {members.length > 0 && (
        <>
          <p className="matter-count">
            <b>{t('matter.others', { count: others })}</b>
            {id && <Link to={`/complaints?matter=${id}`}>{t('matter.list')}</Link>}
          </p>
          <p className="part-note">{t('matter.lead', { people, times })}</p>
          <Members complaint={complaint} members={members} say={say} merge={merge} />
        </>
      )}
      {refused !== undefined && <Refused error={refused} labels={labels} />}
      {doubtful.length > 0 && (
        <>
          <h3>{t('matter.doubtful')}</h3>
          <ul className="alikes">
            {doubtful.map((alike) => (
              <Doubtful
                key={alike.id}
                complaint={complaint}
                alike={alike}
                say={say && ((state) => say(alike.id, state))}
              />
            ))}
          </ul>
        </>
      )}
      {undone.length > 0 && (
        <details>
          <summary>{t('matter.undone', { count: undone.length })}</summary>
          <ul className="alikes">
            {undone.map((alike) => (
              <AlikeRow
                key={alike.id}
                alike={alike}
                note={alike.match?.by && t('matter.byPerson', { who: alike.match.by.name })}
              >
                {say && (
                  <p className="alike-do">
                    <Button type="text" size="small" onClick={() => say(alike.id, 'suggested')}>
                      {t('matter.reopen')}
                    </Button>
                  </p>
                )}
              </AlikeRow>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
