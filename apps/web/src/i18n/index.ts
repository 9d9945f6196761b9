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
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
  });
  if (localStorage.getItem(KEY) === 'en') await speak('en');
}

export async function speak(language: 'zh-CN' | 'en'): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    i18n.addResourceBundle('en', 'translation', (await import('../locales/en.js')).en);
  }
  await i18n.changeLanguage(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}
