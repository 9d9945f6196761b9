import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { DESKTOP, launchBrowser, type Product, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { deskOf } from '../browser/desk-people.js';

const FOLDER = process.env['SCREENSHOTS'] ?? 'docs/screenshots';
/** Only pages whose name begins with one of these, separated by commas; all when empty. */
const ONLY = (process.env['PAGES'] ?? '').split(',').filter(Boolean);
const SIZES = { desktop: DESKTOP, wide: { width: 1920, height: 1080 }, tablet: { width: 768, height: 1024 } };

interface DeskPage {
  readonly name: string;
  readonly path: string;
  /** The request that holds what the page is about. */
  readonly about: RegExp;
  /** Goes on from the page to what is to be seen. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const PAGES: Readonly<Record<string, readonly DeskPage[]>> = {
  mediator: [
    { name: 'desk-today', path: '/desk/today', about: /\/api\/desk\/caseload/ },
    { name: 'desk-cases', path: '/desk/cases', about: /\/api\/desk\/caseload/ },
    { name: 'desk-case', path: '/desk/cases', about: /\/api\/cases\/[\w-]{36}$/, then: (page) => page.locator('.case-row a').nth(2).click() },
    { name: 'desk-calendar', path: '/desk/calendar', about: /\/api\/sessions/ },
  ],
  lawyer1: [
    { name: 'desk-requests', path: '/desk/requests', about: /\/api\/lawyer-requests/ },
    { name: 'desk-profile', path: '/desk/profile', about: /\/api\/lawyers\/me\/profile/ },
  ],
  lawyer14: [
    { name: 'desk-cases-empty', path: '/desk/cases?find=没有这样的案件', about: /never/ },
    { name: 'desk-requests-empty', path: '/desk/requests', about: /never/ },
  ],
  operator: [{ name: 'desk-intake', path: '/desk/intake', about: /never/ }],
  admin: [
    { name: 'desk-staff', path: '/desk/staff', about: /\/api\/staff(\?|$)/ },
    { name: 'desk-organisations', path: '/desk/staff?view=organisations', about: /\/api\/organisations$/ },
    { name: 'desk-organisation', path: '/desk/staff?view=organisations', about: /never/, then: (page) => page.locator('.organisation-rows a').nth(1).click() },
  ],
  legal: [
    { name: 'desk-insight', path: '/desk/insight', about: /\/api\/insight\/city/ },
    { name: 'desk-all-cases', path: '/desk/cases', about: /\/api\/cases\?/ },
    { name: 'desk-tables', path: '/desk/tables', about: /\/api\/local-figures(\?|$)/ },
    { name: 'desk-tables-changes', path: '/desk/tables?view=changes', about: /never/ },
    { name: 'desk-tables-propose', path: '/desk/tables?view=propose', about: /never/ },
  ],
};

/** Pictures of the staff's desk, of the demo city, in each state. */
describe('pictures of the desk of', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    product = await startProduct('embedded', { SEED: 'demo' });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const wanted = Object.entries(PAGES).map(([username, pages]) => [username, pages.filter((p) => ONLY.length === 0 || ONLY.some((o) => p.name.startsWith(o)))] as const).filter(([, pages]) => pages.length);
  it.each(wanted)('%s', async (username, pages) => {
    const { page } = await deskOf(browser, product, username);
    for (const { name, path, about, then } of pages) {
      const keep = async (state: string, label: string) => {
        await page.waitForTimeout(600);
        await page.screenshot({ path: `${FOLDER}/${name}${state}-${label}.png` });
      };
      for (const [label, size] of Object.entries(SIZES)) {
        await page.setViewportSize(size);
        await page.goto(path);
        await page.locator('main h1').first().waitFor();
        await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
        await then?.(page);
        await keep('', label);
      }
      await page.setViewportSize(DESKTOP);
      for (const [state, status] of [['-loading', undefined], ['-error', 500]] as const) {
        if (about.source === 'never') continue;
        await page.goto(path);
        await page.route(about, (route) => (status ? route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code: 'INTERNAL', title: '服务暂时出了问题，已经记录，请稍后再试。' }) }) : undefined));
        if (then) await then(page);
        else await page.reload();
        await page.locator(status ? '.desk-content [role=alert]' : '.desk-content [aria-busy=true]').first().waitFor();
        await keep(state, 'desktop');
        await page.unroute(about);
      }
    }
  }, 120_000);
});
