import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, DESKTOP, launchBrowser, openWindow, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../apps/standalone/demo/demo-accounts.js';
import { demoStaff, id, ok } from '../scenarios/people.js';

const TABLET = { width: 768, height: 1024 };
const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');

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
    await page.context().addInitScript(AXE);
    for (const [phone, name] of [['13800138051', '韩梅'], ['13800138052', '丁一'], ['13800138053', '万二'], ['13800138055', '江南']] as const) requests.push(await asksLawyer(phone, name));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const asksLawyer = async (phone: string, name: string) => {
    const worker = await signInByPhone(product.urls[0]!, phone, name);
    const { caseId } = ok(await worker.post('/api/cases/quick', aQuickCase({ requestId: id(), claimant: { name } })));
    const { items } = ok(await worker.get(`/api/lawyers?caseId=${caseId}`));
    ok(await worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: items.find((l: { name: string }) => l.name === '王守正').accountId }));
    return caseId as string;
  };
  /** A window of a demo account that is signed in already. */
  const deskOf = async (username: string) => {
    const client = await demoStaff(product, username);
    const window = await openWindow(browser, product.urls[0]!, DESKTOP);
    const [name, value] = client.cookie.split('=') as [string, string];
    await window.page.context().addCookies([{ name, value, url: product.urls[0]! }]);
    await window.page.context().addInitScript(AXE);
    return { client, page: window.page };
  };
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const until = (what: () => Promise<boolean>) => expect(eventuallyTrue(what)).resolves.toBe(true);
  const rows = (of: Page) => of.locator('.case-row');
  const heading = (of: Page) => of.locator('main h1').first();
  const at = (of: Page) => new URL(of.url()).pathname;
  const barriers = async (of: Page) => {
    await of.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await of.waitForTimeout(300); // past the motion of what opened
    const found: string[] = [];
    for (const size of [DESKTOP, TABLET]) {
      await of.setViewportSize(size);
      found.push(...(await of.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }).axe;
        const grave = (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
        const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
        return [...sideways, ...grave.map((v) => `${innerWidth} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)];
      })));
    }
    await of.setViewportSize(DESKTOP);
    return [at(of), ...found];
  };

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
    for (let i = 0; i < 60 && !(await card.getByRole('button', { name: '没有利益冲突' }).evaluate((b) => b === document.activeElement)); i++) await keys('Tab');
    await keys('Enter');
    await card.getByText('右手受伤').waitFor();
    for (let i = 0; i < 60 && !(await card.getByRole('button', { name: '接案' }).evaluate((b) => b === document.activeElement)); i++) await keys('Tab');
    await keys('Enter');
    await page.waitForURL(`**/desk/cases/${requests[0]}`);
    const number = await page.locator('.case h1').textContent();
    expect(number).toMatch(/^和调〔\d{4}〕\d{6}号$/);
    await until(async () => (await focused()) === number); // one stands at the case's heading

    await keys('Escape');
    await page.waitForURL('**/desk/cases');
    await until(async () => (await focused()) === number); // and back on its row
  });

  it('goes through the list by j and k, and opens with Enter', async () => {
    await page.goto('/desk/requests');
    const card = page.getByRole('article', { name: /江南/ });
    await card.getByRole('button', { name: '没有利益冲突' }).click();
    await card.getByRole('button', { name: '接案' }).click();
    await page.waitForURL(`**/desk/cases/${requests[3]}`);
    await page.goto('/desk/cases');
    await rows(page).nth(1).waitFor();
    const numbers = await rows(page).locator('a').allTextContents();
    await keys('j');
    await until(async () => (await focused()) === numbers[0]);
    await keys('j');
    await until(async () => (await focused()) === numbers[1]);
    await keys('k');
    await until(async () => (await focused()) === numbers[0]);
    await keys('Enter');
    await page.locator('.case h1').getByText(numbers[0]!).waitFor();
    await keys('/');
    await until(() => page.evaluate(() => document.activeElement?.matches('input[type=search]') ?? false));
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
    expect(at(page)).toBe('/desk/cases');
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
    await page.keyboard.type('日程');
    await page.getByRole('option', { name: /日程/ }).waitFor();
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

  it('keeps a reason to decline with its own request', async () => {
    await page.goto('/desk/requests');
    const [first, second] = [page.getByRole('article', { name: /丁一/ }), page.getByRole('article', { name: /万二/ })];
    for (const card of [first, second]) {
      await card.getByRole('button', { name: '没有利益冲突' }).click();
      await card.getByRole('button', { name: '不接' }).click();
    }
    await first.getByLabel('不接的理由').fill('近期在外地开庭');
    expect(await second.getByLabel('不接的理由').inputValue()).toBe('');
    await first.getByRole('button', { name: '确认不接' }).click();
    await first.waitFor({ state: 'detached' });
    await second.getByLabel('不接的理由').waitFor();
    await page.getByText('未接').waitFor();
  });

  it('invites the employer and sets a session from the case, whose forms stand open when it is their turn', async () => {
    const employer = '13900138055';
    await page.goto(`/desk/cases/${requests[3]}`);
    await page.getByRole('button', { name: '线上调解' }).click();
    await page.getByLabel('单位负责人手机号').fill(employer);
    await page.getByRole('button', { name: '发送短信邀请' }).click();
    const [, token] = await smsTo(product.urls[0]!, employer, /\/i\/([\w-]{43})/);
    ok(await (await signInByPhone(product.urls[0]!, employer, '孙经理')).post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '人事经理' }));
    await page.reload();
    await page.getByLabel('开始时间').fill(inChina(Date.now() + 3_600_000));
    await page.getByLabel(/^调解员/).selectOption({ label: '陈调解' });
    await page.getByRole('button', { name: '安排', exact: true }).click();
    await page.getByRole('link', { name: '进入调解会' }).waitFor();
    await page.getByRole('button', { name: '查看身份信息' }).click();
    await page.getByText('+8613800138055').waitFor();
  });

  it('goes from day to day in the calendar and opens a session', async () => {
    const { page: desk } = await deskOf('mediator');
    await desk.goto('/desk/calendar');
    await desk.locator('.calendar .session').first().waitFor();
    const today = desk.locator('[aria-current=date]');
    await today.focus();
    await desk.keyboard.press('ArrowRight');
    await desk.waitForFunction(() => document.activeElement?.getAttribute('data-day') === new URL(location.href).searchParams.get('day'));
    expect(await today.evaluate((b) => b === document.activeElement)).toBe(false);
    await desk.keyboard.press('w');
    await desk.waitForURL(/view=week/);
    expect(await desk.locator('.calendar tbody tr').count()).toBe(1);
    expect(await barriers(desk)).toEqual(['/desk/calendar']);
    await desk.keyboard.press('t');
    const session = desk.locator('.calendar .session').first();
    await session.focus();
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**/sessions/*');
    await desk.getByRole('navigation', { name: /的工作台/ }).waitFor();
  });

  it('sends a form again after a lost answer as the same request', async () => {
    const { client, page: desk } = await deskOf('operator');
    const cases = async (of: Client) => (ok(await of.get('/api/cases?limit=100&relation=officer')).items as unknown[]).length;
    const before = await cases(client);
    await desk.goto('/desk/intake');
    expect(await barriers(desk)).toEqual(['/desk/intake']);
    await desk.getByLabel('来电人姓名').fill('郭先生');
    await desk.getByLabel('来电人手机号').fill('13800138059');
    await desk.getByLabel('用人单位').fill('某餐饮店');
    await desk.getByLabel(/在哪里上班/).fill('平度市');
    await desk.getByLabel('经过').fill('两个月没有发工资。');
    await desk.getByLabel(/已向来电人说明用途/).check();
    await desk.route('**/api/cases/quick', async (route) => {
      await route.fetch(); // it arrived; its answer did not
      await route.abort();
    }, { times: 1 });
    await desk.getByRole('button', { name: '提交申请' }).click();
    await desk.getByText('连不上网络').waitFor();
    expect(await cases(client)).toBe(before + 1);
    await desk.getByRole('button', { name: '提交申请' }).click();
    await desk.getByText('请读给来电人').waitFor();
    expect(await cases(client)).toBe(before + 1);
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
    const { page: legal } = await deskOf('legal');
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

/** As `datetime-local` wants it. */
const inChina = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(ms)).replace(' ', 'T');

async function eventuallyTrue(what: () => Promise<boolean>): Promise<boolean> {
  for (const deadline = Date.now() + 5000; Date.now() < deadline; ) {
    if (await what()) return true;
    await new Promise((r) => setTimeout(r, 50));
  }
  return false;
}
