import { beforeAll, describe, expect, it } from '@jest/globals';
import i18n from 'i18next';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import { day, dayTime, monthDay, withDays } from './format.js';

describe('days and times as people read them', () => {
  beforeAll(() => i18n.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } }, keySeparator: false, nsSeparator: false }));
  const inEnglish = async (say: () => string) => {
    await i18n.changeLanguage('en');
    const said = say();
    await i18n.changeLanguage('zh-CN');
    return said;
  };

  it('puts a day and its time together', async () => {
    expect(dayTime('2026-11-21T06:05:00Z')).toBe('2026年11月21日\u2060（周六）14:05');
    expect(await inEnglish(() => dayTime('2026-11-21T06:05:00Z'))).toBe('Sat\u00a021 November 2026 14:05');
  });
  it('ends no line between a day and its day of the week', () => {
    expect([day('2026-11-21'), monthDay('2026-11-21')]).toEqual(['2026年11月21日\u2060（周六）', '11月21日\u2060周六']);
  });
  it('reads the dates of a text from the server, and leaves alone what is none', async () => {
    expect(withDays('2026-12-20 支持申请人的请求')).toBe('2026年12月20日\u2060（周日） 支持申请人的请求');
    expect(await inEnglish(() => withDays('from 2026-12-20 on'))).toBe('from Sun\u00a020 December 2026 on');
    for (const none of ['2026-13-45 不是日期', '编号 12026-12-20', '没有日期']) expect(withDays(none)).toBe(none);
  });
});
