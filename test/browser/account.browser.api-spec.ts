import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, DESKTOP, eventually, launchBrowser, openWindow, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';

const OLD = '13800000021';
const NEW = '13900000021';

/** What a person can do about their own account: sign a lost phone out, and move to another number. */
describe('one\'s account in a browser', () => {
  let t: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const signedIn = async (viewport?: { width: number; height: number }): Promise<Page> => {
    const { page } = await openWindow(browser, t.url, viewport);
    await t.db.query('delete from one_time_code');
    await t.db.query('delete from sent_message');
    await page.goto('/sign-in?next=/account');
    await page.getByLabel('手机号').fill(OLD);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await page.getByLabel('验证码').fill((await smsTo(t.url, OLD, /验证码 (\d{6})/))[1]!);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/account');
    return page;
  };

  it('signs another device out, which sees it at once', async () => {
    const [lost, mine] = [await signedIn(DESKTOP), await signedIn()];
    await mine.getByText('本设备').waitFor();
    await mine.getByRole('button', { name: /退出登录/ }).click();
    await lost.waitForURL('**/sign-in?next=*');
    await mine.waitForFunction(() => document.querySelectorAll('section:last-of-type li').length === 1);
  });

  it('stays signed in, and says so, where the server cannot be told; then signs out, also when an earlier try got through unanswered', async () => {
    const page = await signedIn();
    const session = async () => (await page.context().cookies()).find((c) => c.name === 'hejie_session')?.value;
    await eventually(session, 'the session is there');
    const before = await session();
    await page.evaluate(() => localStorage.setItem('hejie.draft.a-case', '{}'));
    const signsOut = () => page.getByRole('button', { name: '退出', exact: true }).click();
    const told = async () => {
      const [said] = await Promise.all([page.waitForEvent('dialog').then(async (d) => [d.type(), d.message(), await d.accept()]), signsOut()]);
      return said;
    };
    await page.context().setOffline(true);
    for (const _ of ['once', 'again']) expect(await told()).toEqual(['alert', expect.stringContaining('您仍然登录着'), undefined]);
    expect(await page.evaluate(() => [location.pathname, localStorage.getItem('hejie.draft.a-case'), localStorage.getItem('hejie.whose') !== null])).toEqual(['/account', '{}', true]);
    expect(await session()).toBe(before);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('本设备').waitFor();
    // the server hears of it, the page does not
    await page.route('**/api/auth/sessions/current', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    expect(await told()).toContain('alert');
    await signsOut();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await page.evaluate(() => [localStorage.getItem('hejie.draft.a-case'), localStorage.getItem('hejie.whose')])).toEqual([null, null]);
    await page.goto('/account');
    await page.waitForURL('**/sign-in?next=*');
  });

  it('moves to another phone with a code from each', async () => {
    const page = await signedIn();
    await page.getByRole('button', { name: '更换手机号' }).click();
    await page.getByLabel('新手机号').fill(NEW);
    await page.getByRole('button', { name: '获取两个验证码' }).click();
    await page.getByLabel(/旧手机 138\*{4}0021/).fill((await smsTo(t.url, OLD, /旧手机.* (\d{6})/))[1]!);
    await page.getByLabel(/新手机 139/).fill((await smsTo(t.url, NEW, /新手机.* (\d{6})/))[1]!);
    await page.getByRole('button', { name: '更换手机号' }).click();
    await page.getByText('登录手机号：139****0021').waitFor();
    expect((await new Client(t.url).post('/api/auth/codes', { phone: NEW })).status).toBe(202);
  });
});
