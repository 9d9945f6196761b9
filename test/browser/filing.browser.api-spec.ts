import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Product, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';

const WORKER = '13800138031';
const SMALL_PHONE = { width: 320, height: 700 };
const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');

/** Filing on a phone with a bad line: nothing typed is lost, and every page is usable by everybody. */
describe('filing in a browser', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    ({ page, errors } = await openWindow(browser, product.urls[0]!));
    await page.context().addInitScript(AXE);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const unsent = () => page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('hejie.draft.')));
  const saved = () => page.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('hejie.draft.')));
  const barriers = async (viewport: { width: number; height: number }, elder: boolean) => {
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await page.setViewportSize(viewport);
    const found = await page.evaluate(async (large) => {
      const before = document.documentElement.hasAttribute('data-elder');
      document.documentElement.toggleAttribute('data-elder', large);
      const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe;
      const grave = (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
      const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
      document.documentElement.toggleAttribute('data-elder', before);
      return [...sideways, ...grave.map((v) => `${v.id}: ${v.nodes[0]?.target.join(' ')}`)];
    }, elder);
    await page.setViewportSize(PHONE);
    return found;
  };
  /** Nothing grave on a small phone in large type, a phone and a desk. */
  const isOpenToAll = async () =>
    expect([new URL(page.url()).pathname, ...(await barriers(SMALL_PHONE, true)), ...(await barriers(PHONE, false)), ...(await barriers(DESKTOP, false))]).toEqual([new URL(page.url()).pathname]);

  it('has no barrier on the pages before signing in', async () => {
    for (const path of ['/', '/verify', '/sign-in', '/desk/sign-in', '/dev/messages', '/nowhere']) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      await isOpenToAll();
    }
  });

  it('signs in, and arrives at each page by title and heading', async () => {
    await page.goto('/sign-in?next=/');
    await page.getByLabel('手机号').fill(WORKER);
    await press('获取验证码');
    const [, code] = await smsTo(product.urls[0]!, WORKER, /验证码 (\d{6})/);
    await page.getByLabel(/^验证码/).fill(code!);
    await press('登录');
    await page.getByRole('link', { name: '消息', exact: true }).click();
    await sees('还没有消息');
    await isOpenToAll();
    await page.getByRole('link', { name: '和解' }).click();
    await press('我要申请调解');
    await sees('第 1 步，共 9 步');
    await page.waitForFunction(() => document.title.startsWith('发生了什么事？') && document.activeElement?.tagName === 'H1');
  });

  it('asks for at least one choice, and for a credit code that can be one', async () => {
    await press('下一步');
    await page.getByRole('alert').getByText('请至少选一项').waitFor();
    await page.getByLabel('工伤待遇').check();
    expect(await page.getByText('请至少选一项').count()).toBe(0);
    await isOpenToAll();
    await press('下一步');
    await page.getByLabel('单位名称').fill('甲机械厂');
    await page.getByLabel(/在哪里上班/).fill('平度市');
    const code = page.getByLabel(/统一社会信用代码/);
    await code.fill('91370000000000000X');
    await press('下一步');
    expect(await code.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('请核对 18 位代码');
    await sees('第 2 步，共 9 步');
    await code.fill('');
  });

  it('saves as one types, without "next"', async () => {
    await page.getByLabel('单位名称').fill('乙机械厂');
    await saved();
    await page.reload();
    expect(await page.getByLabel('单位名称').inputValue()).toBe('乙机械厂');
    await page.getByLabel('单位名称').fill('丙机械厂');
    await page.getByRole('link', { name: '我的案件' }).click(); // at once, before the pause is over
    await page.getByRole('heading', { name: '我的案件' }).waitFor();
    await page.goBack();
    await page.getByLabel('单位名称').waitFor();
    expect(await page.getByLabel('单位名称').inputValue()).toBe('丙机械厂');
  });

  it('goes on with the latest draft from the front page instead of starting another', async () => {
    const draft = new URL(page.url()).pathname.split('/')[2];
    await page.getByRole('link', { name: '和解' }).click();
    await page.getByRole('link', { name: '继续填写上次的申请' }).click();
    await page.getByLabel('单位名称').or(page.getByText('第 3 步，共 9 步')).first().waitFor();
    expect(new URL(page.url()).pathname.split('/')[2]).toBe(draft);
    await page.goto(`/file/${draft}/employer`);
    await page.getByLabel('单位名称').waitFor();
  });

  it('keeps what is typed without a network, says so, and sends it when the network is back', async () => {
    await page.context().setOffline(true);
    await page.getByLabel('单位名称').fill('丁机械厂');
    await sees('没连上网络，内容已存在本机');
    await press('下一步');
    await sees('连不上网络');
    expect(await unsent()).toHaveLength(1);
    await page.context().setOffline(false);
    await saved();
    await page.reload();
    expect(await page.getByLabel('单位名称').inputValue()).toBe('丁机械厂');
    await press('下一步');
    await sees('第 3 步，共 9 步');
  });

  it('sends a large file in pieces and goes on where the line broke', async () => {
    await page.goto(page.url().replace(/[a-z]+$/, 'evidence'));
    let pieces = 0;
    await page.route('**/api/uploads/*', (route) => (route.request().method() === 'PATCH' && ++pieces === 3 ? route.abort() : route.continue()));
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_500_000, '%')]);
    await page.getByLabel('选文件').setInputFiles({ name: '工资流水.pdf', mimeType: 'application/pdf', buffer: bytes });
    const link = page.getByRole('link', { name: '工资流水.pdf' });
    await link.waitFor();
    expect(pieces).toBe(Math.ceil(bytes.length / (256 * 1024)) + 1); // only the broken piece went twice
    const kept = await page.request.get((await link.getAttribute('href'))!);
    expect((await kept.body()).equals(bytes)).toBe(true);
    await isOpenToAll();
  });

  it('leaves nothing typed on the phone after signing out', async () => {
    await page.goto(page.url().replace(/[a-z]+$/, 'who'));
    await page.getByLabel(/身份证号/).fill('123');
    await sees('先存在本机');
    expect(await unsent()).toHaveLength(1);
    await press('退出');
    await page.getByRole('heading', { name: '工作上受了委屈，工会帮您' }).waitFor();
    expect(await unsent()).toEqual([]);
    expect(errors).toEqual([]);
  });
});
