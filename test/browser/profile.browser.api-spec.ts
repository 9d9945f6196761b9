import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, createStaff, DESKTOP, launchBrowser, openWindow, PHONE, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from './barriers.js';

describe("a lawyer's own profile, in browsers", () => {
  let t: TestApp;
  let browser: Browser;
  let lawyer: Client;
  let page: Page;
  let phone: Page;
  let choosing: string;
  const errors: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser();
    lawyer = await createStaff(t, 'lawyer', '孙律师');
    const worker = await signInByPhone(t.url, '13800000066', '姜小明');
    const { body } = await worker.post('/api/cases/quick', aQuickCase({ requestId: crypto.randomUUID() }));
    choosing = `/cases/${body.caseId}/lawyers`;
    ({ page } = await openWindow(browser, t.url, DESKTOP, lawyer));
    ({ page: phone } = await openWindow(browser, t.url, PHONE, worker));
    for (const p of [page, phone]) p.on('pageerror', (e) => errors.push(String(e)));
    await canBeAudited(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

  it('is asked for on the desk as long as workers cannot choose the lawyer', async () => {
    await phone.goto(choosing);
    await phone.getByText('暂时没有合适的律师').waitFor();
    await page.goto('/desk');
    await page.waitForURL('**/desk/today');
    await page.getByRole('heading', { name: '劳动者还选不到您' }).waitFor();
    expect(await barriers(page)).toEqual(['/desk/today']);
    await page.getByRole('link', { name: '去填写我的名片' }).click();
    await page.getByRole('heading', { name: '我的名片', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: '保存名片' }).isDisabled()).toBe(true);
    expect(await barriers(page, [DESKTOP, PHONE])).toEqual(['/desk/profile']);
  });

  it('is filled in, kept back while the licence number is not one, and then lists the lawyer', async () => {
    await page.getByLabel('驻会律师').check();
    await page.getByLabel(/^服务地区/).fill('平度市');
    await page.getByLabel('工伤与职业病').check();
    await page.getByRole('combobox', { name: /^会说的语言/ }).fill('青岛话');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await press('加一段时间');
    await page.getByRole('combobox', { name: '到几点' }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('17:00').click();
    await page.getByLabel(/^执业证号/).fill('1370220201000');
    await press('保存名片');
    expect(await page.getByLabel(/^执业证号/).evaluate((field: HTMLInputElement) => field.validity.patternMismatch)).toBe(true);
    expect((await lawyer.get('/api/lawyers/me/profile')).body.profile).toBeNull();
    await page.getByLabel(/^执业证号/).fill('13702202010000001');
    await press('保存名片');
    await page.getByText('已保存，劳动者现在可以选到您。').waitFor();
    expect((await barriers(page)).slice(1)).toEqual([]);
    await phone.reload();
    const card = phone.getByRole('listitem').filter({ hasText: '孙律师' });
    for (const text of ['驻会律师', '工伤与职业病', '执业证号：13702202010000001', '青岛话']) await card.getByText(text).first().waitFor();
    await page.goto('/desk/today');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('劳动者还选不到您').count()).toBe(0);
  });

  it('can be changed later, and says when so many cases are enough', async () => {
    await page.goto('/desk/profile');
    await page.getByLabel(/^最多同时办几件/).fill('3');
    await press(/^去掉周一/);
    await press('保存名片');
    await page.getByText('已保存').waitFor();
    await phone.reload();
    await phone.getByText('在办 0 件，最多 3 件').waitFor();
  });

  it('is one of those chosen by specialty and language, which a page come back to still knows', async () => {
    const other = await createStaff(t, 'lawyer', '林律师');
    const profile = { kind: 'volunteer', licenceNumber: '13702202010000002', specialties: ['WAGES'], region: '平度市', languages: ['普通话'], capacity: 3, weeklyTimes: [] };
    expect((await other.send('PUT', '/api/lawyers/me/profile', profile)).status).toBe(200);
    await phone.reload();
    const offered = () => phone.locator('.lawyers h2').allTextContents();
    await phone.getByText('2 位律师').waitFor();
    await phone.getByLabel('擅长什么').selectOption('工资报酬');
    await phone.getByText('1 位律师').waitFor();
    expect(await offered()).toEqual(['林律师']);
    await phone.reload();
    await phone.getByText('1 位律师').waitFor();
    await phone.getByLabel('会说什么话').selectOption('青岛话');
    await phone.getByText('没有同时符合的律师').waitFor();
    await phone.getByLabel('擅长什么').selectOption('都可以');
    await phone.getByText('1 位律师').waitFor();
    expect(await offered()).toEqual(['孙律师']);
    expect(errors).toEqual([]);
  });
});
