/** A rulebook of one's own begins as the text of another, under its own id and title. */
export interface Begun {
  id: string;
  zh: string;
  en?: string;
  source?: string;
}

/** Replaces what stands for the other rulebook at the top of its text; the rest is changed in the editor. */
export function begunFrom(text: string, { id, zh, en, source }: Begun): string {
  // what JSON quotes, YAML reads
  const quoted = (given: string) => JSON.stringify(given.trim());
  const title = [`zh: ${quoted(zh)}`, ...(en?.trim() ? [`en: ${quoted(en)}`] : [])].join(', ');
  const head: Record<string, string> = {
    rulebook: id,
    title: `{${title}}`,
    source: quoted(source?.trim() ? source : id),
  };
  return Object.entries(head).reduce(
    (given, [key, value]) => given.replace(new RegExp(`^${key}:.*$(\\n[ \\t]+.*$)*`, 'm'), () => `${key}: ${value}`),
    text,
  );
}
