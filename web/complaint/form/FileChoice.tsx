import { useWords } from '../../parts/words.js';

export interface Chosen {
  name: string;
  mediaType?: string;
  size: number;
  sha256?: string;
}

interface Props {
  id?: string;
  value?: Chosen;
  onChange?: (value: Chosen | undefined) => void;
}

/** Reads a file's name, size and digest; the file stays where it is. */
export function FileChoice({ id, value, onChange }: Props) {
  const { t } = useWords();
  const choose = async (file: File | undefined) => onChange?.(file && (await describe(file)));
  return (
    <>
      <input
        id={id}
        type="file"
        aria-label={t('form.chooseFile')}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {value?.sha256 && <p className="part-note num digest">SHA-256 {value.sha256}</p>}
    </>
  );
}

async function describe(file: File): Promise<Chosen> {
  const chosen: Chosen = { name: file.name, size: file.size, ...(file.type ? { mediaType: file.type } : {}) };
  // digests need a secure context
  if (!globalThis.isSecureContext) return chosen;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...chosen, sha256: hex };
}
