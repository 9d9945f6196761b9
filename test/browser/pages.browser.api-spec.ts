import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Product, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { casesUnderWay, type CasesUnderWay } from '../scenarios/cases-under-way.js';
import { aLongCase, aLongTalk } from '../scenarios/long-case.js';
import { ok, PNG } from '../scenarios/people.js';
import { keepForPage, MAIN_PAGES, type MainPage } from '../screenshots/pages.js';

const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');
/** The narrowest phone; a phone zoomed to 200 % is as wide as half of one. */
const SMALL = { width: 320, height: 700 };
const ZOOMED = { width: PHONE.width / 2, height: PHONE.height / 2 };

/** Every main page can be used by everybody: no grave barrier, no scrolling sideways, in either mode, also when it is full. */
describe('every main page', () => {
  let product: Product;
  let browser: Browser;
  let story: CasesUnderWay;
  const errors: string[] = [];
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    story = await casesUnderWay(product, PNG);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const open = async (as: MainPage['as'], path: string, kept: MainPage['kept'] = {}): Promise<Page> => {
    const { page } = await openWindow(browser, product.urls[0]!, PHONE, as && story[as]);
    page.on('pageerror', (e) => errors.push(`${path}: ${String(e)}`));
    await page.context().addInitScript(AXE);
    await page.addInitScript(keepForPage, { ...kept });
    await page.goto(path);
    await page.locator('main:visible h1, main:visible .card').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    return page;
  };
  const barriers = (page: Page) =>
    page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe;
      return (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`);
    });
  /** What sticks out to the right of the window, if anything does. */
  const sideways = (page: Page) =>
    page.evaluate(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      const out = [...document.querySelectorAll('body *')].find((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'));
      return [`${document.documentElement.scrollWidth} px wide: ${out?.tagName} ${out?.className} ${out?.textContent?.slice(0, 30)}`];
    });
  const check = async (page: Page) => {
    const found: string[] = [];
    for (const elder of [false, true]) {
      await page.evaluate((e) => document.documentElement.toggleAttribute('data-elder', e), elder);
      for (const [name, size, axe] of [['phone', PHONE, true], ['small', SMALL, false], ['zoomed', ZOOMED, false], ['desktop', DESKTOP, !elder]] as const) {
        await page.setViewportSize(size);
        found.push(...[...(axe ? await barriers(page) : []), ...(await sideways(page))].map((b) => `${name}${elder ? ', large' : ''}: ${b}`));
      }
    }
    await page.context().close();
    return found;
  };

  it.each(MAIN_PAGES.map((p) => [p.name, p] as const))('%s', async (_name, { as, path, kept, shows }) => {
    const page = await open(as, path(story), kept);
    if (shows) await page.getByText(shows).first().waitFor();
    expect(await check(page)).toEqual([]);
  }, 60_000);

  it('says of a sheet that lacks facts that there is no total yet, never that it is 0', async () => {
    const page = await open('worker', `/cases/${story.caseId}/rights`);
    await page.getByText('现在还算不出合计').waitFor();
    expect(await page.getByText('扣除已付后').count()).toBe(0);
    await page.context().close();
  });

  it('of a case and a talk as long as they may be', async () => {
    const longId = await aLongCase(story.worker);
    await aLongTalk(story.worker, story.consultId);
    for (const path of [`/cases/${longId}`, '/cases', `/rooms/${story.consultId}`]) expect([path, ...(await check(await open('worker', path)))]).toEqual([path]);
  }, 120_000);

  it('says what a legal word means when it is tapped, and goes on where one was', async () => {
    const page = await open('worker', `/file/${story.draftId}/claims`);
    await page.getByRole('button', { name: '什么是一次性伤残补助金' }).click();
    const card = page.getByRole('dialog', { name: '一次性伤残补助金' });
    await card.getByText('工伤评上等级后一次付清').waitFor();
    expect(await barriers(page)).toEqual([]);
    await card.getByRole('button', { name: '知道了' }).click();
    await card.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('什么是一次性伤残补助金');
    await page.context().close();
  });

  it('takes a date by year, month and day as well as by the calendar', async () => {
    const page = await open('worker', `/file/${story.draftId}/q/hireDate`);
    const hired = page.getByRole('group', { name: '日期' });
    const whole = page.locator('input[type=date]');
    await hired.getByLabel('年份').selectOption('2024');
    await hired.getByLabel('月份').selectOption('2');
    await hired.getByLabel('日', { exact: true }).selectOption('29');
    expect(await whole.inputValue()).toBe('2024-02-29');
    await hired.getByLabel('年份').selectOption('2023'); // no 29 February: the last day there is
    expect(await whole.inputValue()).toBe('2023-02-28');
    await whole.fill('2025-07-01');
    expect(await hired.getByLabel('月份').inputValue()).toBe('7');
    await page.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('hejie.draft.')));
    await page.goto(`/file/${story.draftId}/check`);
    await page.getByText(/我的 \d+ 个回答/).click();
    await page.getByRole('link', { name: /哪天开始上班的.*2025年7月1日\u2060（周二）/ }).waitFor();
    await page.context().close();
  });

  it('makes one proposal, however often it is sent after a lost answer', async () => {
    const page = await open('worker', `/sessions/${story.sessionId}`);
    const ids: string[] = [];
    await page.route(/\/counter$/, async (route) => {
      const asked = route.request().postDataJSON() as { requestId: string };
      ids.push(asked.requestId);
      if (ids.length > 1) return route.continue();
      // the server does it, its answer is lost
      ok(await story.worker.post(new URL(route.request().url()).pathname, asked));
      return route.abort();
    });
    await page.getByRole('button', { name: '提反方案' }).click();
    await page.getByLabel(/^金额/).fill('60000');
    await page.getByLabel('第一期付款日期').fill('2030-12-15');
    await page.getByRole('button', { name: '提交方案' }).click();
    await page.getByText('连不上网络').waitFor();
    expect(await page.getByLabel(/^金额/).inputValue()).toBe('60000'); // what was typed is still there
    await page.getByRole('button', { name: '提交方案' }).click();
    await page.getByRole('button', { name: '撤回方案' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect(await page.locator('#proposals .amount', { hasText: '60,000 元' }).count()).toBe(1);
    await page.context().close();
  });

  it('breaks nowhere', () => expect(errors).toEqual([]));
});
