import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zhCN } from '../locales/zh-CN.js';

const KEY = 'hejie.language';

/** Chinese comes with the page; English is loaded when asked for. */
export async function startTranslations(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    fallbackNS: ['desk', 'session', 'caseRights'],
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
  });
  if (localStorage.getItem(KEY) === 'en') await speak('en');
}

type Texts = Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>;

/** What only the desk says comes with the desk, in both languages, so that a worker's phone does not load it. */
export const addDeskTexts = (texts: Texts): void => addTexts('desk', texts);

/** What only a mediation session says comes with its page. */
export const addSessionTexts = (texts: Texts): void => addTexts('session', texts);

/** What only the page of dates and amounts says comes with it. */
export const addCaseRightsTexts = (texts: Texts): void => addTexts('caseRights', texts);

function addTexts(part: 'desk' | 'session' | 'caseRights', texts: Texts): void {
  i18n.addResourceBundle('zh-CN', part, texts['zh-CN'], true);
  i18n.addResourceBundle('en', part, texts.en, true);
}

export async function speak(language: 'zh-CN' | 'en'): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    i18n.addResourceBundle('en', 'translation', (await import('../locales/en.js')).en);
  }
  await i18n.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}
