import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, eventually, launchBrowser, openWindow, type Product, startProduct } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../apps/standalone/demo/demo-accounts.js';

const TABLET = { width: 768, height: 1024 };
const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');
const NOTHING = { compiledAt: null, cases: 0, settled: 0, agreedFen: 0, paidFen: 0, awardedFen: 0, awards: 0, awardsWithoutAmount: 0, daysToSettle: { median: null, p90: null }, byType: [], byMonth: [] };

let product: Product;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  product = await startProduct('embedded', { SEED: 'demo' });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function signIn(username: string): Promise<Page> {
  const { page } = await openWindow(browser, product.urls[0]!, DESKTOP);
  page.on('pageerror', (e) => errors.push(String(e)));
  await page.context().addInitScript(AXE);
  await page.goto('/desk/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel(/^动态码/).fill(new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate());
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: /的工作台/ }).waitFor();
  return page;
}

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
const numbersIn = (text: string | null) => (text ?? '').replace(/,/g, '').match(/\d+/g)!.map(Number);

/** What axe finds serious, and sideways scrolling, at a desk's and a tablet's size. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of [DESKTOP, TABLET]) {
    await page.setViewportSize(size);
    await settled(page);
    found.push(
      ...(await page.evaluate(async (width) => {
        const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe;
        const grave = (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
        const content = document.querySelector('.desk-content')!;
        return [...(content.scrollWidth > content.clientWidth ? [`${width}: scrolls sideways`] : []), ...grave.map((v) => `${width} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)];
      }, size.width)),
    );
  }
  await page.setViewportSize(DESKTOP);
  return found;
}

describe("the legal department's page", () => {
  let page: Page;
  const drawer = () => page.getByRole('dialog');
  const shown = async () => numbersIn(await drawer().getByRole('status').textContent());
  const tile = (name: string) => page.locator('button.tile').filter({ hasText: name });
  const close = async () => {
    await drawer().getByRole('button', { name: /Close|关闭/ }).click();
    await drawer().waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    page = await signIn('legal');
    await page.waitForURL(/desk\/insight/);
    await eventually(async () => {
      await page.reload();
      await tile('案件').waitFor();
      return numbersIn(await tile('案件').textContent())[0]! > 200;
    }, 'the numbers are compiled', 30_000);
  }, 60_000);

  it('tells first which deadlines are over or near, by safe date and last legal day', async () => {
    await page.getByRole('heading', { name: /件已经过期；连同 7 天内到期的共 \d+ 件/ }).waitFor();
    expect(await page.locator('.deadline').first().textContent()).toMatch(/已超期 \d+ 天/);
    expect(await page.locator('.deadline').nth(2).textContent()).toMatch(/调解期限.*《劳动争议调解仲裁法》第十四条/);
    const [, , week] = numbersIn(await page.locator('#deadlines').textContent());
    await page.getByRole('button', { name: '30 天内' }).click();
    await page.getByRole('heading', { name: /连同 30 天内/ }).waitFor();
    expect(numbersIn(await page.locator('#deadlines').textContent())[2]!).toBeGreaterThan(week!);
    expect(page.url()).toContain('within=30');
  });

  it('opens each figure to exactly its cases, by page, and keeps what is open in the address', async () => {
    const [cases] = numbersIn(await tile('案件').locator('strong').textContent());
    await tile('案件').click();
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect(await shown()).toEqual([cases]);
    const first = await drawer().getByRole('link').first().textContent();
    await drawer().getByTitle('2', { exact: true }).or(drawer().locator('.ant-pagination-item-2')).first().click();
    await page.waitForFunction((before) => document.querySelector('[role=dialog] td a')?.textContent !== before, first);
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    await page.reload();
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect(await drawer().getByRole('link').first().textContent()).not.toBe(first);
    await close();
    expect(page.url()).not.toContain('figure=');
  });

  it.each([['协议金额', 4], ['已到账', 5]] as const)('opens %s to the cases it is made of', async (name, column) => {
    const [yuan] = numbersIn(await tile(name).locator('strong').textContent());
    await tile(name).click();
    await drawer().getByText(`对应案件：${name}（元）`).waitFor();
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect((await shown())[1]).toBe(yuan);
    expect(await drawer().locator(`tbody td:nth-child(${column})`).allTextContents()).not.toContain('');
    await close();
  });

  it('says that nothing was awarded yet instead of 0 yuan, and where no amount is known', async () => {
    const awards = page.locator('.tile').filter({ hasText: '裁决、判决金额（元）' });
    await awards.getByText('还没有裁决或判决').waitFor();
    expect(await awards.locator('strong').count()).toBe(0);
    for (const [without, says, hint] of [[2, '没有登记金额', '2 件'], [1, '46,000', '2 件，1 件没有登记金额']] as const) {
      await page.route('**/api/insight/city*', async (route) => {
        const city = await (await route.fetch()).json();
        await route.fulfill({ json: { ...city, awards: 2, awardsWithoutAmount: without, awardedFen: (2 - without) * 4_600_000 } });
      });
      await page.reload();
      await awards.locator('strong').getByText(says, { exact: true }).waitFor();
      await awards.getByText(hint, { exact: true }).waitFor();
      await page.unroute('**/api/insight/city*');
    }
    await page.reload();
    await awards.getByText('还没有裁决或判决').waitFor();
  });

  it('has a table beside each chart whose figures open too', async () => {
    expect(await page.locator('.chart-card').count()).toBe(4);
    const types = page.locator('.chart-card').nth(1);
    expect(await types.getByRole('heading').textContent()).toMatch(/最多，占 \d+%$/);
    await types.getByText('表', { exact: true }).click();
    const [count] = numbersIn(await types.getByRole('cell').first().textContent());
    await types.getByRole('cell').first().getByRole('button').click();
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect((await shown())[0]).toBe(count);
    await close();
  });

  it('tells values by keyboard, and opens them by Enter', async () => {
    const chart = page.getByRole('slider').first();
    await chart.focus();
    await page.keyboard.press('End');
    const last = await chart.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    const before = await chart.getAttribute('aria-valuetext');
    expect(before).not.toBe(last);
    expect(before).toMatch(/^\d{4}年\d{1,2}月：立案 \d+ 件，调解成功 \d+ 件/);
    await page.locator('.chart svg').getByText(before!).first().waitFor();
    await page.keyboard.press('Enter');
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect((await shown())[0]).toBe(Number(/立案 (\d+) 件/.exec(before!)![1]));
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'hidden' });
  });

  it('is open to all at a desk and on a tablet, with its drawer and its tables', async () => {
    expect(await barriers(page)).toEqual([]);
    for (const card of await page.locator('.chart-card').getByText('表', { exact: true }).all()) await card.click();
    expect(await barriers(page)).toEqual([]);
    await tile('调解成功').click();
    await drawer().getByRole('link', { name: /和调〔/ }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await close();
  });

  it('prints charts with their tables and nothing to press', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.locator('.as-chart svg').first().waitFor({ state: 'visible' });
    await page.locator('.as-table').first().waitFor({ state: 'visible' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('says that there are no data, not 0 days, and goes on after a lost connection', async () => {
    await page.route('**/api/insight/city*', (route) => route.fulfill({ json: NOTHING }));
    await page.goto('/desk/insight');
    await page.locator('.tile').filter({ hasText: '调解用时' }).getByText('还没有数据').waitFor();
    expect(await page.getByText(/(^|\D)0 天/).count()).toBe(0);
    expect(await page.getByText('还没有数据').count()).toBeGreaterThan(4);
    await page.unroute('**/api/insight/city*');
    await page.route('**/api/insight/city*', (route) => route.abort());
    await page.goto('/desk/insight?period=thisYear');
    await page.getByText('连不上网络').first().waitFor();
    await page.unroute('**/api/insight/city*');
    await page.getByRole('button', { name: '再试一次' }).first().click();
    await tile('案件').waitFor();
  });

  it('is shown to nobody else', async () => {
    const mediator = await signIn('mediator');
    await mediator.goto('/desk/insight');
    await mediator.getByText('这一页不在您的职责范围内').waitFor();
  });
});

describe("a partner's inbox", () => {
  let page: Page;
  const received = () => page.locator('.timeline').getByText('已收件', { exact: true });
  beforeAll(async () => {
    page = await signIn('court');
    await page.waitForURL(/desk\/inbox/);
  }, 60_000);

  it('lists by what waits, and opens a case with its packet', async () => {
    await page.getByRole('link', { name: '待收件 2' }).click();
    await page.getByText('共 2 件').waitFor();
    await page.getByRole('link', { name: /和调〔/ }).first().click();
    const packet = await page.getByRole('link', { name: '打开材料（PDF）' }).getAttribute('href');
    const file = await page.request.get(packet!);
    expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF');
    await page.getByRole('link', { name: '与主管的聊天记录' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('takes an answer once whose reply was lost and that is sent again', async () => {
    const ids: string[] = [];
    await page.route('**/receipt', async (route) => {
      ids.push((route.request().postDataJSON() as { requestId: string }).requestId);
      if (ids.length > 1) return route.continue();
      expect((await route.fetch()).status()).toBe(200); // it arrives, its answer does not
      return route.abort();
    });
    await page.getByLabel('我方案号').fill('（2026）鲁0283民督7号');
    await page.getByRole('button', { name: '确认收件' }).click();
    await page.getByText('连不上网络').waitFor();
    expect(await page.getByLabel('我方案号').inputValue()).toBe('（2026）鲁0283民督7号');
    await page.getByRole('button', { name: '确认收件' }).click();
    await received().waitFor();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(await received().count()).toBe(1);
  });

  it('reports what became of it, out of what may come next', async () => {
    expect(await page.getByLabel('进展').locator('option').allTextContents()).toEqual(['已受理', '不予受理']);
    await page.getByLabel('说明').fill('符合条件，予以受理');
    await page.getByRole('button', { name: '提交进展' }).click();
    await page.locator('.timeline').getByText('已受理', { exact: true }).waitFor();
    expect(await page.getByLabel('进展').locator('option').allTextContents()).toEqual(['开庭', '已裁决', '已结案']);
    expect(await barriers(page)).toEqual([]);
  });

  it('says where nothing is, and what is not there', async () => {
    await page.goto('/desk/inbox?show=over');
    await page.getByText('没有这样的案件').waitFor();
    await page.goto(`/desk/inbox/${crypto.randomUUID()}`);
    await page.getByText('没有找到，或者您无权查看').waitFor();
  });

  it('fails on no page', () => expect(errors).toEqual([]));
});
