import { useWords } from './words.js';

/** A label of what may be left out. */
export function Optional({ label }: { label: string }) {
  const { t } = useWords();
  return (
    <>
      {label}
      <span className="optional">{t('form.optional')}</span>
    </>
  );
}
