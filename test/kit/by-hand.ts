import { mkdirSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../apps/standalone/demo/demo-accounts.js';
import { DESKTOP, PHONE } from './browser.js';

/** Presses the first button of that name. */
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** Waits until the text can be seen. */
export const sees = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** Signs a staff account of the demo city in, through its pages. */
export async function demoStaffSignsIn(page: Page, username: string): Promise<void> {
  await page.goto('/desk/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await press(page, '下一步');
  await page.getByLabel(/^动态码/).fill(new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate());
  await press(page, '登录');
  await page.getByRole('heading', { name: /的工作台/ }).waitFor();
}

/** With SCREENSHOTS=<folder> keeps the page as a picture, at both widths; else nothing. */
export async function keepPicture(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  const own = page.viewportSize()!;
  for (const [label, size] of [['phone', PHONE], ['desktop', DESKTOP]] as const) {
    await page.setViewportSize(size);
    await page.waitForTimeout(250); // charts and drawers settle
    await page.screenshot({ path: `${folder}/${name}-${label}.png`, fullPage });
  }
  await page.setViewportSize(own);
}
