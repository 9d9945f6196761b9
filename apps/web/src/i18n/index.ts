import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zhCN } from '../locales/zh-CN.js';

const KEY = 'hejie.language';
const ALL = 'translation';
let english: Promise<void> | undefined;

/** Chinese comes with the page; English is loaded when asked for. */
export async function startTranslations(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { [ALL]: zhCN } },
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
  });
  if (localStorage.getItem(KEY) === 'en') await speak('en');
}

/** What a part of the app says comes with that part, in both languages; what all say is in `locales`. A part's `texts.ts` calls this. */
export function addTexts(texts: Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>): void {
  for (const [language, said] of Object.entries(texts)) i18n.addResourceBundle(language, ALL, said);
}

export async function speak(language: 'zh-CN' | 'en'): Promise<void> {
  if (language === 'en') await (english ??= import('../locales/en.js').then(({ en }) => void i18n.addResourceBundle('en', ALL, en)));
  await i18n.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}
