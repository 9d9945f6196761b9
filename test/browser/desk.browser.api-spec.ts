import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { DESKTOP, launchBrowser, openWindow, type Product, signInByPhone, startProduct } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../apps/standalone/demo/demo-accounts.js';
import { id, ok } from '../scenarios/people.js';
import { barriers, canBeAudited } from './barriers.js';
import { asksLawyer, deskOf } from './desk-people.js';

/** The staff's desk in a browser: by keyboard alone, by link, and for everybody. */
describe('the desk in a browser', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  const requests: string[] = [];

  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    ({ page, errors } = await openWindow(browser, product.urls[0]!, DESKTOP));
    await canBeAudited(page);
    for (const [phone, name] of [['13800138051', '韩梅'], ['13800138052', '江南']] as const) requests.push(await asksLawyer(product, phone, name));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  /** Where the keyboard stands, once it stands there. */
  const stands = (at: string) => page.waitForFunction((text) => document.activeElement?.textContent === text, at);
  const tabTo = async (button: Locator) => {
    for (let i = 0; i < 60 && !(await button.evaluate((b) => b === document.activeElement)); i++) await keys('Tab');
  };
  const rows = (of: Page) => of.locator('.case-row');
  const heading = (of: Page) => of.locator('main h1').first();

  it('a lawyer signs in, answers a request and comes back to the list, by keyboard alone', async () => {
    await page.goto('/desk/sign-in?next=/desk');
    await page.getByLabel('用户名').focus();
    await page.keyboard.type('lawyer1');
    await keys('Tab');
    await page.keyboard.type(DEMO_PASSWORD);
    await keys('Enter');
    await page.getByLabel(/^动态码/).waitFor();
    await page.getByLabel(/^动态码/).focus();
    await page.keyboard.type(new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate());
    await keys('Enter');
    await page.getByRole('heading', { name: '王守正的工作台' }).waitFor();

    await keys('g', 'r');
    await page.waitForURL('**/desk/requests');
    const card = page.getByRole('article', { name: /韩梅/ });
    await card.waitFor();
    expect(await card.getByText('右手受伤').count()).toBe(0);
    await tabTo(card.getByRole('button', { name: '没有利益冲突' }));
    await keys('Enter');
    await card.getByText('右手受伤').waitFor();
    await tabTo(card.getByRole('button', { name: '接案' }));
    await keys('Enter');
    await page.waitForURL(`**/desk/cases/${requests[0]}`);
    const number = await page.locator('.case h1').textContent();
    expect(number).toMatch(/^和调〔\d{4}〕\d{6}号$/);
    await stands(number!); // at the case's heading

    await keys('Escape');
    await page.waitForURL('**/desk/cases');
    await stands(number!); // and back on its row
  });

  it('goes through the list by j and k, and opens with Enter', async () => {
    await page.goto('/desk/requests');
    const card = page.getByRole('article', { name: /江南/ });
    await card.getByRole('button', { name: '没有利益冲突' }).click();
    await card.getByRole('button', { name: '接案' }).click();
    await page.waitForURL(`**/desk/cases/${requests[1]}`);
    await page.goto('/desk/cases');
    await rows(page).nth(1).waitFor();
    const numbers = await rows(page).locator('a').allTextContents();
    await keys('j');
    await stands(numbers[0]!);
    await keys('j');
    await stands(numbers[1]!);
    await keys('k');
    await stands(numbers[0]!);
    await keys('Enter');
    await page.locator('.case h1').getByText(numbers[0]!).waitFor();
    await keys('/');
    await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
    await page.keyboard.type('jk'); // letters in a box are letters
    expect(new URL(page.url()).searchParams.get('find')).toBe('jk');
  });

  it('shows the keys by "?", and leaves single keys alone when they are turned off', async () => {
    await page.goto('/desk/cases');
    await rows(page).first().waitFor();
    await keys('?');
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    await help.getByText('下一行').waitFor();
    await help.getByLabel('启用单个字母的快捷键').uncheck();
    await keys('Escape');
    await help.waitFor({ state: 'hidden' });
    await keys('g', 't');
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe('/desk/cases');
    await page.getByRole('button', { name: '键盘快捷键' }).click();
    await help.getByLabel('启用单个字母的快捷键').check();
    await keys('Escape');
    await help.waitFor({ state: 'hidden' });
    await keys('g', 't');
    await page.waitForURL('**/desk/today');
  });

  it('finds a page and a case from the palette', async () => {
    await keys('Control+k');
    const box = page.getByRole('combobox', { name: '查找页面或案件' });
    await box.pressSequentially('日程');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' }); // what does not fit has gone
    await keys('Enter');
    await page.waitForURL('**/desk/calendar');
    const { number } = ok(await (await signInByPhone(product.urls[0]!, '13800138054', '甲')).post('/api/cases/quick', aQuickCase({ requestId: id(), claimant: { name: '甲' } })));
    await keys('Control+k');
    await box.fill(number); // somebody else's
    await page.getByText('没有找到').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`/desk/cases/${requests[0]}`);
    const mine = (await heading(page).textContent())!;
    await keys('g', 't');
    await page.waitForURL('**/desk/today');
    await keys('Control+k');
    await box.fill(mine.slice(-7));
    await page.getByRole('option', { name: mine }).waitFor();
    await keys('Enter');
    await page.waitForURL(`**/desk/cases/${requests[0]}`);
  });

  it('keeps filters in the link, and each count opens to as many', async () => {
    await page.goto('/desk/cases');
    await rows(page).first().waitFor();
    for (const name of ['快到期', '等我处理', '未读', '全部']) {
      const filter = page.getByRole('navigation', { name: '筛选' }).getByRole('link', { name });
      const count = await filter.locator('.count').textContent();
      await filter.click();
      await page.locator('.list-head').getByText(`共 ${count} 件`).waitFor();
    }
    await page.getByRole('link', { name: /等我处理/ }).click();
    await page.getByRole('searchbox').fill('机械厂');
    const before = await rows(page).locator('a').allTextContents();
    expect(before).toHaveLength(2);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await rows(page).locator('a').allTextContents()).toEqual(before);
    expect(await page.getByRole('link', { name: /等我处理/ }).getAttribute('aria-current')).toBe('true');
    await rows(page).first().getByRole('link').click(); // a case opens beside the filtered list
    await page.locator('.case h1').waitFor();
    expect(page.url()).toContain('show=waiting');
  });

  it('says what went wrong, and goes on when it is over', async () => {
    await page.route('**/api/desk/caseload', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"UNAVAILABLE","title":"服务暂时不可用"}' }));
    await page.goto('/desk/cases');
    await page.getByRole('alert').getByText('服务暂时不可用').waitFor();
    await page.unroute('**/api/desk/caseload');
    await page.getByRole('button', { name: '再试一次' }).click();
    await rows(page).first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('现在没有网络').waitFor();
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.goto(`/desk/cases/${id()}`);
    await page.getByRole('alert').getByText('没有找到，或者您无权查看').waitFor();
    await page.goto('/desk/insight');
    await page.getByText('这一页不在您的职责范围内').waitFor();
  });

  it('has no barrier and no sideways scroll on any page, at a desk and on a tablet', async () => {
    for (const path of ['/desk/today', '/desk/cases', `/desk/cases/${requests[0]}`, '/desk/requests', '/desk/calendar', '/desk/nowhere', '/notifications']) {
      await page.goto(path);
      await heading(page).waitFor();
      expect(await barriers(page)).toEqual([path]);
    }
    await page.goto('/desk/cases?find=没有这个');
    await page.getByText('没有符合条件的案件').waitFor();
    expect(await barriers(page)).toEqual(['/desk/cases']);
    for (const [key, name] of [['Control+k', '查找页面或案件'], ['?', '键盘快捷键'], ['n', '消息']] as const) {
      await page.locator('body').press(key);
      await page.getByRole('dialog', { name }).waitFor();
      expect(await barriers(page)).toEqual(['/desk/cases']);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    const { page: legal } = await deskOf(browser, product, 'legal');
    await legal.goto('/desk/cases');
    await rows(legal).first().waitFor();
    expect(await barriers(legal)).toEqual(['/desk/cases']);
    await rows(legal).first().getByRole('link').click();
    await legal.locator('.case h1').waitFor();
    expect((await barriers(legal)).slice(1)).toEqual([]);
  });

  it('keeps the density one chose, and speaks English throughout', async () => {
    await page.goto('/desk/today');
    await page.getByRole('button', { name: '改为紧凑显示' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: /^Today/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^Today/ }).waitFor();
    expect(await page.locator('.desk').getAttribute('data-density')).toBe('compact');
    for (const path of ['/desk/today', '/desk/cases', '/desk/requests', '/desk/calendar']) {
      await page.goto(path);
      await heading(page).waitFor();
      // a key that has no text shows as itself
      expect(await page.locator('body').innerText()).not.toMatch(/\b(desk|show|due|waits|act|request|calendar)\.[a-z]/);
      expect(await barriers(page)).toEqual([path]);
    }
  });

  it('fails on no page', () => expect(errors).toEqual([]));
});
