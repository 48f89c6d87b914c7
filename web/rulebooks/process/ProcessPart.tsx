import { useQuery } from '@tanstack/react-query';
import { process } from '../../api/rehearsals.js';
import type { Rulebook } from '../../api/shapes.js';
import { Failure, Loading } from '../../parts/States.js';
import { useWords } from '../../parts/words.js';
import { Permissions } from './Permissions.js';
import { Picture } from './Picture.js';

/** The process that a rulebook makes, drawn from the rulebook itself. */
export function ProcessPart({ book }: { book: Rulebook }) {
  const { t, term, zh } = useWords();
  const { data, error, refetch } = useQuery(process(book.rulebook, book.version));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const asides = data.asides.map((name) => term('command', name)).join(zh ? '、' : ', ');
  return (
    <>
      <p className="process-note">
        {t('process.note')}
        {asides && t('process.asides', { asides })}
      </p>
      <Picture process={data} />
    </>
  );
}

export function PermissionsPart({ book }: { book: Rulebook }) {
  const { data, error, refetch } = useQuery(process(book.rulebook, book.version));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <Permissions book={book} permissions={data.permissions} />;
}
