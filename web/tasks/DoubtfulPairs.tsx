import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { client, data } from '../api/client.js';
import { waitingMatches } from '../api/queries.js';
import type { Alike, WaitingMatch } from '../api/shapes.js';
import { Reasons } from '../matter/Reasons.js';
import { AlikeRow } from '../matter/AlikeRow.js';
import type { Finding } from '../matter/say.js';
import { useWords } from '../parts/words.js';
import '../matter/matter.css';

/** Pairs that wait for a person's word, side by side; a word given by mistake is taken back with one click. */
export function DoubtfulPairs({ pairs, count }: { pairs: WaitingMatch[]; count: number }) {
  const { t } = useWords();
  if (pairs.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby="group-doubtful">
      <h2 id="group-doubtful">
        {t('desk.doubtful')} <span className="num">{count}</span>
      </h2>
      <ul className="card pairs">
        {pairs.map((pair) => (
          <Pair key={pair.a.id + pair.b.id} pair={pair} />
        ))}
      </ul>
      {count > pairs.length && <p className="faint pairs-more">{t('desk.more', { count: count - pairs.length })}</p>}
    </section>
  );
}

function Pair({ pair: { a, b, reasons } }: { pair: WaitingMatch }) {
  const { t } = useWords();
  const say = useWord(a, b);
  return (
    <li className="pair-row">
      <ul className="alikes pair-both">
        <AlikeRow alike={a} />
        <AlikeRow alike={b} />
      </ul>
      <Reasons reasons={reasons} />
      <p className="alike-do" role="group" aria-label={t('desk.sameAsk', { a: a.number, b: b.number })}>
        <Button size="small" onClick={() => say('confirmed')}>
          {t('matter.same')}
        </Button>
        <Button size="small" onClick={() => say('undone')}>
          {t('matter.notSame')}
        </Button>
      </p>
    </li>
  );
}

function useWord(a: Alike, b: Alike): (state: Finding) => void {
  const { t, problem } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (state: Finding) =>
      data(
        client.POST('/api/complaints/{id}/matches/{other}', {
          params: { path: { id: a.id, other: b.id } },
          body: { state },
        }),
      ),
    onSuccess: (_, state) => {
      void queries.invalidateQueries({ queryKey: waitingMatches.queryKey });
      if (state === 'suggested') return void message.success(t('desk.undone'));
      const said = t('desk.said', { state: t(state === 'confirmed' ? 'matter.same' : 'matter.notSame') });
      void message.success({
        duration: 8,
        content: (
          <>
            {said}{' '}
            <Button type="link" size="small" onClick={() => mutate('suggested')}>
              {t('desk.undo')}
            </Button>
          </>
        ),
      });
    },
    onError: (error) => void message.error(problem(error), 6),
  });
  return mutate;
}
