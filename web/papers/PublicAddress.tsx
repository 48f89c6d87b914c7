import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Typography } from 'antd';
import { closeAddress, openAddress, publicAddress } from '../api/papers.js';
import { useSession } from '../app/session.js';
import { useWords } from '../parts/words.js';

/** Where residents read what the project publishes; opened and closed above it. */
export function PublicAddress({ project }: { project: string }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const mayChange = useSession().user.roles.some((role) => role === 'company' || role === 'hq');
  const { data } = useQuery(publicAddress(project));
  const change = useMutation({
    mutationFn: (open: boolean) => (open ? openAddress(project) : closeAddress(project)),
    onSettled: () => queries.invalidateQueries({ queryKey: publicAddress(project).queryKey }),
  });
  if (!data || (!data.address && !mayChange)) return null;
  const url = `${location.origin}/public/${data.address}`;
  return (
    <section className="card paper-actions" aria-labelledby="public-address">
      <h2 id="public-address">{t('paper.public.title')}</h2>
      {data.address ? (
        <Typography.Paragraph copyable={{ text: url }}>
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </Typography.Paragraph>
      ) : (
        <p className="faint">{t('paper.public.none')}</p>
      )}
      {mayChange && !data.address && (
        <Button block loading={change.isPending} onClick={() => change.mutate(true)}>
          {t('paper.public.open')}
        </Button>
      )}
      {mayChange && data.address && (
        <Popconfirm title={t('paper.public.closeLead')} onConfirm={() => change.mutate(false)}>
          <Button block loading={change.isPending}>
            {t('paper.public.close')}
          </Button>
        </Popconfirm>
      )}
      {change.error && <Alert type="error" role="alert" message={problem(change.error)} />}
    </section>
  );
}
