/** What the house itself says in a paper, in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** Words of the house, or a text as somebody wrote it. */
export type Text = string | Words;
