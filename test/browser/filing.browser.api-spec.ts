import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Product, signedIn, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { answer } from './answering.js';

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
  const asks = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
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
    await sees('不用懂法律');
    await page.waitForFunction(() => document.title.startsWith('您是怎么干活的？') && document.activeElement?.tagName === 'H1');
  });

  it('asks one question a page, the next after the answer, back and forward and over a reload', async () => {
    await press('下一步');
    await page.getByRole('alert').getByText('请选一个最接近的').waitFor();
    await isOpenToAll();
    await page.getByLabel('到了退休年龄，还在干活').check();
    expect(await page.getByText('请选一个最接近的').count()).toBe(0);
    await press('下一步');
    await asks('您现在属于哪种情况？');
    await saved();
    await page.reload();
    await asks('您现在属于哪种情况？');
    await page.getByRole('link', { name: '上一步' }).click();
    await asks('您是怎么干活的？');
    expect(await page.getByLabel('到了退休年龄，还在干活').isChecked()).toBe(true);
    await page.getByLabel(/^在公司、工厂/).check();
    await press('下一步');
    await asks('干活的人多大年纪？'); // what followed from the other answer is not asked any more
    await page.goBack();
    await asks('您是怎么干活的？');
    await page.goForward();
    await asks('干活的人多大年纪？');
  });

  it('keeps what is typed to a question without "next"', async () => {
    await page.getByLabel('满18岁').check();
    await press('下一步');
    await page.getByLabel('只有我').check();
    await press('下一步');
    await asks('遇到了什么事？可以选好几样。');
    await page.getByLabel('工资没发、拖着不发、少发').check();
    await isOpenToAll();
    await saved();
    await page.reload();
    await asks('遇到了什么事？可以选好几样。');
    expect(await page.getByLabel('工资没发、拖着不发、少发').isChecked()).toBe(true);
    await page.getByLabel('没签书面合同').check();
    await answer(page, { 欠条: '否', 躲起来: '否', 建筑工地: '否', 哪天开始上班: '2025-01-06', 现在还在那里干吗: '否', 最后一天上班: '2026-03-31', 每个月工资平均多少: '6000', 签过书面: '没签', 工伤保险: '否', 工资是哪种情况: '没发', 一共欠您多少钱: '12,000', 劳动监察下过: '没有', 哪天知道: '2026-03-31', 遇到了什么事: ['没签书面合同'], 走到哪一步了: '还没去仲裁' });
    await asks('是哪个单位？');
  });

  it('asks for a credit code that can be one', async () => {
    await isOpenToAll();
    await page.getByLabel('单位名称').fill('甲机械厂');
    await page.getByLabel(/在哪里上班/).fill('平度市');
    const code = page.getByLabel(/统一社会信用代码/);
    await code.fill('91370000000000000X');
    await press('下一步');
    expect(await code.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('请核对 18 位代码');
    await sees('第 1 步，共 6 步');
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
    await page.getByLabel('单位名称').waitFor(); // where one was
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
    await sees('第 2 步，共 6 步');
  });

  it('shows what the law says, with the working and the article, before one tells the story', async () => {
    await asks('法律上怎么说');
    for (const title of ['这些日子不能错过', '法律上能要的']) await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText('怎么算的').first().click();
    await page.locator('details[open]').getByText('《劳动争议调解仲裁法》').or(page.locator('details[open] li').first()).first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Art \d|第\d+条/);
    await isOpenToAll();
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

  it('says of a file at once which thing of the list it is, which stays with the case', async () => {
    const what = page.getByLabel(/^这份是清单里的哪一项/);
    await what.selectOption({ label: '工资银行流水、微信或者支付宝转账记录' });
    await page.getByRole('link', { name: '工资银行流水、微信或者支付宝转账记录' }).waitFor(); // the photo's own name says nothing
    await sees('能证明：');
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/filing-evidence.png`, fullPage: true });
    await isOpenToAll();
    await page.reload();
    await sees('能证明：');
    expect(await what.inputValue()).toBe('payLines');
    const { items } = await (await page.request.get(page.url().replace(/\/file\/([^/]+)\/.*$/, '/api/cases/$1/evidence'))).json();
    expect(items.map((e: { items: string[] }) => e.items)).toEqual([['payLines']]);
  });

  it('checks claims and amounts by law before filing, and lets who knows better change them', async () => {
    await page.goto(page.url().replace(/[a-z]+$/, 'check'));
    await sees('12,000 元');
    await sees('要准备的材料');
    for (const title of ['这些日子不能错过']) await page.getByRole('heading', { name: title }).waitFor();
    await isOpenToAll();
    await press('提交申请'); // the story is not told yet: nothing is filed, and one is led there
    await asks('说说经过');
    await page.getByLabel(/^事情经过/).fill('两个月没发工资，也没签合同。');
    await press('下一步');
    await page.goto(page.url().replace(/[a-z]+$/, 'check'));
    await page.getByRole('link', { name: /请求$/ }).click();
    await asks('要改请求和金额？');
    await isOpenToAll();
    const amount = page.getByLabel('支付拖欠的工资：金额');
    await amount.fill('');
    await amount.focus();
    await page.keyboard.type('10,000'); // key by key: the first must not take the line away
    await press('下一步');
    await sees('10,000 元');
    await sees('按法律算是 12,000 元');
  });

  it('changes an answer from the last page and comes back there, the figures with it', async () => {
    await page.getByText(/我的 \d+ 个回答/).click();
    await page.getByRole('link', { name: /一共欠您多少钱/ }).click();
    await asks('一共欠您多少钱？');
    await page.getByLabel(/^金额/).fill('15000');
    await press('下一步');
    await asks('请核对');
    await sees('按法律算是 15,000 元');
    await page.goto(page.url().replace(/check$/, 'evidence'));
  });

  it('throws a draft away only when one is sure', async () => {
    const filling = page.url();
    const { csrfToken } = await (await page.request.get('/api/auth/me')).json();
    const made = await page.request.post('/api/cases', { data: { requestId: crypto.randomUUID() }, headers: { 'x-csrf-token': csrfToken, origin: product.urls[0]! } });
    const { id } = await made.json();
    await page.evaluate((key) => localStorage.setItem(key, '{}'), `hejie.draft.${id}`);
    await page.goto('/cases');
    const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/file/${id}"]`) });
    await row.getByRole('button', { name: '删除草稿' }).click();
    await isOpenToAll();
    await row.getByRole('button', { name: '取消' }).click();
    expect((await page.request.get(`/api/cases/${id}/draft`)).status()).toBe(200);
    await row.getByRole('button', { name: '删除草稿' }).click();
    await row.getByRole('button', { name: '删除', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect((await page.request.get(`/api/cases/${id}/draft`)).status()).toBe(404);
    expect(await unsent()).not.toContain(`hejie.draft.${id}`);
    await page.goto(filling);
    await page.getByRole('link', { name: /^工资银行流水/ }).waitFor(); // the other draft is as it was
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

  it('tells kindly who is somewhere else, with whom to call, and files nothing', async () => {
    const helper = await signInByPhone(product.urls[0]!, '13800138032', '周阿姨');
    const other = await openWindow(browser, product.urls[0]!);
    await signedIn(other.page, helper);
    await other.page.goto('/');
    await other.page.getByRole('button', { name: '我要申请调解' }).click();
    await other.page.getByLabel(/^给私人家里做保姆/).check();
    await other.page.getByRole('button', { name: '下一步' }).click();
    await other.page.getByRole('heading', { level: 1, name: /不在劳动争议调解范围内/ }).waitFor();
    expect(await other.page.getByRole('link', { name: '拨打 12348' }).first().getAttribute('href')).toBe('tel:12348');
    expect(await other.page.getByRole('button', { name: /下一步|提交/ }).count()).toBe(0);
    await other.page.goto(`${new URL(other.page.url()).pathname.split('/').slice(0, 3).join('/')}/check`); // no way round it
    await other.page.getByRole('heading', { level: 1, name: /不在劳动争议调解范围内/ }).waitFor();
    expect((await helper.get('/api/cases')).body.items).toEqual([expect.objectContaining({ status: 'draft', number: null })]);
    expect(other.errors).toEqual([]);
  });
});
