import { LinkOutlined, ShareAltOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { client, data } from '../api/client.js';
import type { SavedStoryline } from '../api/shapes.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import { titleIn } from './story.js';

interface Props {
  title: string;
  yaml: string;
  /** One that somebody keeps; else it ships with the rulebook. */
  saved?: SavedStoryline;
  makeOwn: () => void;
}

/** A storyline as it is written, and what may be done with one of one's own. */
export function Told({ title, yaml, saved, makeOwn }: Props) {
  const words = useWords();
  const { t, zh, problem } = words;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const fail = (error: unknown) => void message.error(problem(error));
  const share = useMutation({
    mutationFn: ({ id, name, yaml: text, shared }: SavedStoryline) =>
      data(
        client.PUT('/api/storylines/{id}', {
          params: { path: { id } },
          body: { name, yaml: text, shared: !shared },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['storylines'] }),
    onError: fail,
  });
  const drop = useMutation({
    mutationFn: (id: string) => client.DELETE('/api/storylines/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      makeOwn();
      return queries.invalidateQueries({ queryKey: ['storylines'] });
    },
    onError: fail,
  });
  const link = () =>
    void navigator.clipboard?.writeText(location.href).then(
      () => message.success(t('stories.copied')),
      () => undefined,
    );
  return (
    <div className="card part rehearsal-told">
      <h2>{titleIn(title, zh)}</h2>
      {saved && (
        <p className="faint">
          {t(saved.shared ? 'stories.sharedBy' : 'stories.keptBy', {
            name: saved.by.name,
            at: sayMoment(saved.at, words),
          })}
        </p>
      )}
      <details>
        <summary>{t('rehearsal.written')}</summary>
        <pre lang="en">{yaml}</pre>
      </details>
      <div className="rehearsal-tools">
        <Button onClick={makeOwn}>{t('rehearsal.makeOwn')}</Button>
        <Button icon={<LinkOutlined aria-hidden="true" />} onClick={link}>
          {t('stories.link')}
        </Button>
        {saved?.mine && (
          <>
            <Button
              icon={<ShareAltOutlined aria-hidden="true" />}
              loading={share.isPending}
              onClick={() => share.mutate(saved)}
            >
              {t(saved.shared ? 'stories.unshare' : 'stories.share')}
            </Button>
            <Popconfirm title={t('stories.dropSure')} onConfirm={() => drop.mutate(saved.id)}>
              <Button danger loading={drop.isPending}>
                {t('stories.drop')}
              </Button>
            </Popconfirm>
          </>
        )}
      </div>
    </div>
  );
}
