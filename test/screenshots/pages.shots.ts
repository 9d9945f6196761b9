import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Product, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { casesUnderWay, type CasesUnderWay } from '../scenarios/cases-under-way.js';
import { aLongCase, aLongTalk } from '../scenarios/long-case.js';
import { aPhoto } from './a-photo.js';
import { keepForPage, MAIN_PAGES, type MainPage } from './pages.js';

const FOLDER = process.env['SCREENSHOTS'] ?? 'docs/screenshots';
/** Only pages whose name begins with one of these, separated by commas; all when empty. */
const ONLY = (process.env['PAGES'] ?? '').split(',').filter(Boolean);

/** Pictures of each main page in each state, for the docs and for whoever looks whether it is ugly. */
describe('pictures of', () => {
  let product: Product;
  let browser: Browser;
  let story: CasesUnderWay;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
    product = await startProduct('embedded');
    story = await casesUnderWay(product, await aPhoto(browser));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const settle = async (page: Page, quiet: boolean) => {
    await page.locator('main:visible').first().waitFor();
    if (quiet) await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await page.waitForTimeout(350);
  };
  /** Opens a page as somebody, in a window of each size, and keeps a picture. */
  const picture = async (name: string, as: MainPage['as'], path: string, options: { before?: (page: Page) => Promise<unknown>; after?: (page: Page) => Promise<unknown>; whole?: boolean; quiet?: boolean; sizes?: readonly ('phone' | 'desktop')[] } = {}) => {
    for (const size of options.sizes ?? (['phone', 'desktop'] as const)) {
      const { page } = await openWindow(browser, product.urls[0]!, size === 'phone' ? PHONE : DESKTOP, as && story[as]);
      await options.before?.(page);
      await page.goto(path);
      await settle(page, options.quiet ?? true);
      await options.after?.(page);
      await page.screenshot({ path: `${FOLDER}/${name}-${size}.png`, fullPage: options.whole ?? false });
      await page.context().close();
    }
  };
  const comingWith = (kept: MainPage['kept']) => (page: Page) => page.addInitScript(keepForPage, { ...kept });
  const wanted = MAIN_PAGES.filter((p) => ONLY.length === 0 || ONLY.some((o) => p.name.startsWith(o)));

  for (const { name, as, path, about, forbidden, empty, kept } of wanted) describe(name, () => {
    it('as it mostly is', () => picture(name, as, path(story), { whole: true, before: comingWith(kept) }), 60_000);
    it('in large type', () => picture(`${name}-elder`, as, path(story), { sizes: ['phone'], before: async (page) => {
      await comingWith(kept)(page);
      await page.addInitScript(() => localStorage.setItem('hejie.elder', 'yes'));
    } }), 60_000);
    if (!about) return;
    const answering = (status: number) => (page: Page) => page.route(about, (route) => route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code: 'INTERNAL', title: '服务暂时出了问题，已经记录，请稍后再试。' }) }));
    it('loading', () => picture(`${name}-loading`, as, path(story), { quiet: false, before: (page) => page.route(about, () => undefined as void) }), 60_000);
    it('with a failing server', () => picture(`${name}-error`, as, path(story), { before: answering(500) }), 60_000);
    it('without a line', () => picture(`${name}-offline`, as, path(story), { quiet: false, before: (page) => page.route(about, (route) => route.abort()), after: async (page) => {
      await page.context().setOffline(true);
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    } }), 60_000);
    if (forbidden) it('of somebody else', () => picture(`${name}-forbidden`, 'newcomer', path(story)), 60_000);
    if (empty) it('with nothing in it', () => picture(`${name}-empty`, 'newcomer', path(story)), 60_000);
  });

  if (ONLY.length === 0 || ONLY.includes('room')) {
    const talking = (name: string, after: (page: Page) => Promise<unknown>) => picture(name, 'worker', `/rooms/${story.consultId}`, { sizes: ['phone'], after });
    it('a room while one picks, talks, and has no line', async () => {
      await talking('room-menu', (page) => page.getByRole('button', { name: '更多：照片、文件、证据' }).click());
      await talking('room-voice', async (page) => {
        await page.getByRole('button', { name: '改用语音' }).click();
        await page.getByRole('button', { name: '按住说话' }).hover();
        await page.mouse.down();
        await page.getByText(/松开发送 1″/).waitFor();
      });
      await talking('room-tray', async (page) => {
        await page.getByRole('button', { name: '更多：照片、文件、证据' }).click();
        await page.getByLabel('照片', { exact: true }).setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await aPhoto(browser) });
        await page.getByRole('region', { name: '准备发送' }).getByRole('button', { name: '发送' }).waitFor();
      });
      await talking('room-unsent', async (page) => {
        await page.context().setOffline(true);
        await page.getByLabel('写点什么').fill('我这里信号不好，先写下来。');
        await page.getByRole('button', { name: '发送', exact: true }).click();
        await page.getByRole('button', { name: /点这里重发/ }).waitFor();
      });
      await picture('term', 'worker', `/file/${story.draftId}/claims`, { sizes: ['phone'], after: (page) => page.getByRole('button', { name: '什么是一次性伤残补助金' }).click() });
    }, 120_000);
  }

  if (ONLY.length === 0 || ONLY.includes('long')) {
    it('a case and a talk that are as long as they may be', async () => {
      const longId = await aLongCase(story.worker);
      await aLongTalk(story.worker, story.consultId);
      await picture('case-long', 'worker', `/cases/${longId}`);
      await picture('cases-long', 'worker', '/cases');
      await picture('room-long', 'worker', `/rooms/${story.consultId}`);
    }, 120_000);
  }
});
