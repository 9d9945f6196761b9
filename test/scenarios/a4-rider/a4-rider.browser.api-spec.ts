import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../../apps/standalone/demo/demo-accounts.js';
import { DESKTOP, eventually, launchBrowser, openWindow, PHONE, type Product, signInByPhone, startProduct } from '@hejie/test-kit';
import { aQuickCase } from '@hejie/cases/testing';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { id, ok } from '../people.js';

const SHOTS = process.env['SCREENSHOTS'];

/** The rider's case from the phone to the commission's inbox and back, and the department's numbers, in browsers. */
describe('scenario A4 in browsers', () => {
  let product: Product;
  let browser: Browser;
  let rider: Page;
  let caseId: string;
  const errors: string[] = [];
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    const client = await signInByPhone(product.urls[0]!, '13800138044', '马骑手');
    caseId = ok(await client.post('/api/cases/quick', aQuickCase({ requestId: id(), claimant: { name: '马骑手' } }))).caseId;
    rider = await window(PHONE);
    const [name, value] = client.cookie.split('=') as [string, string];
    await rider.context().addCookies([{ name, value, url: product.urls[0]! }]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const window = async (size: typeof PHONE) => {
    const { page } = await openWindow(browser, product.urls[0]!, size);
    page.on('pageerror', (e) => errors.push(String(e)));
    return page;
  };
  const shot = async (page: Page, name: string) => {
    if (!SHOTS) return;
    for (const [label, size] of [['phone', PHONE], ['desktop', DESKTOP]] as const) {
      await page.setViewportSize(size);
      await page.screenshot({ path: `${SHOTS}/${name}-${label}.png`, fullPage: true });
    }
    await page.setViewportSize(DESKTOP);
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const staff = async (username: string) => {
    const page = await window(DESKTOP);
    await page.goto('/desk/sign-in');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await press(page, '下一步');
    await page.getByLabel(/^动态码/).fill(new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate());
    await press(page, '登录');
    await page.getByRole('heading', { name: /的工作台/ }).waitFor();
    return page;
  };

  it('hands the case on and sees the award come back', async () => {
    await rider.goto(`/cases/${caseId}`);
    await rider.getByText('选择去哪里').click();
    await press(rider, '整理材料并转交');
    await sees(rider, '已送达');
    const commission = await staff('commission');
    await commission.getByRole('article').filter({ hasText: '马骑手' }).getByRole('link').click();
    await sees(commission, '证据');
    await shot(commission, 'inbox');
    await commission.getByLabel('我方案号').fill('平劳人仲案〔2026〕第88号');
    await press(commission, '确认收件');
    for (const [label, text] of [['已受理', '予以受理'], ['已裁决', '支持申请人的请求']] as const) {
      await commission.getByLabel('进展').selectOption({ label });
      await commission.getByLabel('说明').fill(text);
      await commission.getByLabel('日期').fill('2026-12-20');
      if (label === '已裁决') await commission.getByLabel(/^裁决金额/).fill('46000');
      await press(commission, '提交进展');
      await commission.locator('.timeline').getByText(label, { exact: true }).waitFor();
    }
    await rider.reload();
    await sees(rider, /裁决：.*支持申请人的请求/);
    await shot(rider, 'case-awarded');
  });

  it('opens the numbers of the city to the cases behind them', async () => {
    const legal = await staff('legal');
    await eventually(async () => {
      await legal.reload();
      await legal.locator('button.tile').first().waitFor();
      return Number(await legal.locator('button.tile strong').first().textContent()) >= 200;
    }, 'the numbers are compiled');
    await legal.getByRole('button', { name: /^挽回金额/ }).click();
    await sees(legal, '对应案件：挽回金额');
    await legal.getByRole('link', { name: /和调〔/ }).first().waitFor();
    await shot(legal, 'desk-legal');
  });

  it('fails on no page', () => expect(errors).toEqual([]));
});
