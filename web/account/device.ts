import type { Label } from '../api/shapes.js';
import type { WordsInUse } from '../parts/words.js';

const browsers: [RegExp, string | Label][] = [
  [/MicroMessenger/, { zh: '微信', en: 'WeChat' }],
  [/Edg/, 'Edge'],
  [/QQBrowser/, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/Firefox/, 'Firefox'],
  [/Chrome/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser says of itself, as people call it. */
export function sayDevice(agent: string, { t, label }: WordsInUse): string {
  const named = (list: [RegExp, string | Label][]) => label(list.find(([pattern]) => pattern.test(agent))?.[1]);
  const [browser, system] = [named(browsers), named(systems)];
  if (browser && system) return t('account.sessions.device', { browser, system });
  return browser || system || agent.slice(0, 60) || t('account.sessions.unknownDevice');
}
