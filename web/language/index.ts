import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, prefer } from '../app/preferences.js';
import { first } from './zh/first.js';

const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

let begin: () => void;
// a page may be fetched before the first word is said
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/** The words of all pages but the first ones, before one of those is shown. */
export async function allWords(): Promise<void> {
  const [{ rest }] = await Promise.all([import('./zh/rest.js'), begun]);
  if (!i18next.exists('complaint.timeline', { lng: 'zh' }))
    i18next.addResourceBundle('zh', 'translation', rest, true, true);
}

/** The first words in Chinese come with the page; English is fetched when it is wanted. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en/index.js')).en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = tags[language];
}

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: first } },
    interpolation: { escapeValue: false },
    keySeparator: '.',
  });
  begin();
  await speak(language).catch(() => undefined);
}

export function switchLanguage(language: Language): void {
  prefer({ language });
  void speak(language);
}
