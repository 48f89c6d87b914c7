import { useState } from 'react';
import { bringFile, type Brought } from '../../api/files.js';
import { useWords } from '../../parts/words.js';

interface Props {
  id?: string;
  /** Id of the complaint. */
  complaint: string;
  value?: Brought;
  onChange?: (value: Brought | undefined) => void;
}

const megabyte = 1_048_576;

/** Brings a file to the complaint; the command then names it. */
export function FileChoice({ id, complaint, value, onChange }: Props) {
  const { t, problem } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const choose = async (file: File | undefined) => {
    setError(undefined);
    onChange?.(undefined);
    if (!file) return;
    setBusy(true);
    try {
      onChange?.(await bringFile(complaint, file));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <>
      <input
        id={id}
        type="file"
        aria-label={t('form.chooseFile')}
        disabled={busy}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <div aria-live="polite">
        {busy && <p className="part-note">{t('form.bringing')}</p>}
        {error !== undefined && <p className="form-fault">{problem(error)}</p>}
        {value && (
          <p className="part-note num digest">
            {value.name} · {(value.size / megabyte).toFixed(2)} MB · SHA-256 {value.sha256.slice(0, 16)}…
          </p>
        )}
      </div>
    </>
  );
}
