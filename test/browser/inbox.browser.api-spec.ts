import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { SocketHub, UnitOfWork } from '@hejie/platform';
import { eventually, launchBrowser, openWindow, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { Notifier } from '../../libs/reminders/src/notifications/notifier.js';

const PHONE_NUMBER = '13800000001';
/** Well below the fallback's 30 s. */
const AT_ONCE = { timeout: 8000 };

/** One person, two phones: what is new shows on both at once, and so does that it was read. */
describe('the inbox on several devices', () => {
  let t: TestApp;
  let browser: Browser;
  let accountId: string;
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    accountId = (await signInByPhone(t.url, PHONE_NUMBER, '姜小明')).accountId;
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const signedIn = async (): Promise<Page> => {
    const { page } = await openWindow(browser, t.url);
    await t.db.query('delete from one_time_code');
    await t.db.query('delete from sent_message');
    await page.goto('/sign-in');
    await page.getByLabel('手机号').fill(PHONE_NUMBER);
    await page.getByRole('button', { name: '获取验证码' }).click();
    const [, code] = await smsTo(t.url, PHONE_NUMBER, /验证码 (\d{6})/);
    await page.getByLabel('验证码').fill(code!);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/cases');
    return page;
  };
  const notify = (key: string) => t.app.get(UnitOfWork).run((tx) => t.app.get(Notifier).notify(tx, { accountId, key, kind: 'claim_answered', link: '/cases' }));
  const badge = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).waitFor(AT_ONCE);

  it('shows on both what is new, and on both that it was read on one', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await eventually(async () => t.app.get(SocketHub).io.sockets.sockets.size === 2, 'both are connected');
    await notify('one');
    await Promise.all([badge(one, '消息 1'), badge(other, '消息 1')]);
    await one.getByRole('link', { name: '消息 1' }).click();
    await one.getByRole('button', { name: '全部标为已读' }).click();
    await Promise.all([badge(one, '消息'), badge(other, '消息')]);
  });

  it('catches up on what came while the line was broken', async () => {
    const page = await signedIn();
    await page.context().setOffline(true);
    await notify('two');
    await page.context().setOffline(false);
    await badge(page, '消息 1');
  });
});
