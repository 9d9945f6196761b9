import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStaff, DESKTOP, freePort, launchBrowser, OidcProvider, openWindow, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser } from 'playwright-core';

/** Staff go to their organisation's sign-in and come back to where they wanted to be. */
describe('signing in at the organisation in a browser', () => {
  let t: TestApp;
  let provider: OidcProvider;
  let browser: Browser;
  beforeAll(async () => {
    provider = await new OidcProvider().start();
    const port = await freePort();
    t = await startTestApp({
      env: {
        PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, WEB_DIR: resolve('dist/apps/web'),
        OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret,
      },
    });
    await createStaff(t, 'mediator', '陈调解', { email: 'chen@union.example' });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
    await provider?.stop();
  });

  it('comes back signed in, or with a plain reason why not', async () => {
    const { page, errors } = await openWindow(browser, t.url, DESKTOP);
    provider.person = { sub: 'c', email: 'nobody@union.example', email_verified: true };
    await page.goto('/desk/cases');
    await page.getByRole('button', { name: '用单位统一身份登录' }).click();
    await page.getByRole('alert').getByText('没有与您的统一身份对应的账号').waitFor();
    await page.getByRole('link', { name: '回到登录页' }).click();
    provider.person = { sub: 'c', email: 'chen@union.example', email_verified: true };
    await page.getByRole('button', { name: '用单位统一身份登录' }).waitFor();
    await page.goto('/desk/sign-in?next=/notifications');
    await page.getByRole('button', { name: '用单位统一身份登录' }).click();
    await page.waitForURL('**/notifications');
    await page.getByText('陈调解').first().waitFor();
    expect(errors).toEqual([]);
  });
});
