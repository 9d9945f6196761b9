import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, fillTime, launchBrowser, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { ok, PNG } from '../scenarios/people.js';
import { barriers } from './barriers.js';
import { asksLawyer, deskOf } from './desk-people.js';

const WORKER = '13800138061';
const EMPLOYER = '13900138061';

/** What staff do in a case, each at a desk of their own. */
describe('a case on the desk', () => {
  let product: Product;
  let browser: Browser;
  let caseId: string;
  const desks = {} as Record<'lawyer1' | 'mediator' | 'mediator2' | 'operator' | 'legal', { client: Client; page: Page; errors: string[] }>;

  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    caseId = await asksLawyer(product, WORKER, '江南');
    for (const [phone, name] of [['13800138062', '丁一'], ['13800138063', '万二']] as const) await asksLawyer(product, phone, name);
    for (const username of ['lawyer1', 'mediator', 'mediator2', 'operator', 'legal'] as const) desks[username] = await deskOf(browser, product, username);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const fold = (page: Page, name: string) => page.locator('.case-actions').getByRole('button', { name }).click();

  it('keeps a reason to decline with its own request', async () => {
    const { page } = desks.lawyer1;
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

  it('has the forms open whose turn it is: path, invitation, then the session', async () => {
    const { page } = desks.lawyer1;
    const card = page.getByRole('article', { name: /江南/ });
    await card.getByRole('button', { name: '没有利益冲突' }).click();
    await card.getByRole('button', { name: '接案' }).click();
    await page.waitForURL(`**/desk/cases/${caseId}`);
    await page.getByLabel('单位负责人手机号').fill(EMPLOYER);
    await press(page, '线上调解');
    await page.locator('.case-head').getByText('调解中').waitFor(); // the case moved on, what was filled in stays
    await press(page, '发送短信邀请');
    const [, token] = await smsTo(product.urls[0]!, EMPLOYER, /\/i\/([\w-]{43})/);
    ok(await (await signInByPhone(product.urls[0]!, EMPLOYER, '孙经理')).post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '人事经理' }));
    await page.reload();
    await fillTime(page, '开始时间', Date.now() + 3_600_000);
    await page.getByLabel(/^调解员/).selectOption({ label: '陈调解' });
    await press(page, '安排');
    await page.getByRole('link', { name: '进入调解会' }).waitFor();
    expect((await barriers(page)).slice(1)).toEqual([]);
  });

  it('shows who the worker is only when asked', async () => {
    const { page } = desks.lawyer1;
    expect(await page.getByText(WORKER).count()).toBe(0);
    await press(page, '查看身份信息');
    await page.getByText(`+86${WORKER}`).waitFor();
  });

  it('goes from day to day in the calendar and opens a session', async () => {
    const { page } = desks.mediator;
    await page.goto('/desk/calendar');
    await page.locator('.calendar .session').first().waitFor();
    const today = page.locator('[aria-current=date]');
    await today.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-day') === new URL(location.href).searchParams.get('day'));
    expect(await today.evaluate((b) => b === document.activeElement)).toBe(false);
    await page.keyboard.press('w');
    await page.waitForURL(/view=week/);
    expect(await page.locator('.calendar tbody tr').count()).toBe(1);
    expect(await barriers(page)).toEqual(['/desk/calendar']);
    await page.keyboard.press('t');
    await page.locator('.calendar .session').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sessions/*');
    await page.getByRole('navigation', { name: /的工作台/ }).waitFor(); // the desk is around it
  });

  it('lets the department put another mediator in', async () => {
    const { page } = desks.legal;
    await page.goto(`/desk/cases/${caseId}`);
    await fold(page, '更换调解员');
    await page.getByLabel('换成').selectOption({ label: '刘调解' });
    await page.getByLabel('原因').selectOption({ label: '身体原因' });
    await press(page, '确认更换');
    await page.getByText('调解员由陈调解更换为刘调解').waitFor();
  });

  it('takes in what was signed on paper, with its photo and what else was agreed', async () => {
    const { page, client } = desks.mediator2;
    await page.goto(`/desk/cases/${caseId}`);
    await fold(page, '录入现场调解结果');
    await page.getByLabel('拍照或选择签好的协议').setInputFiles({ name: '签好的协议.png', mimeType: 'image/png', buffer: PNG });
    // once it has arrived it is the one chosen
    await page.waitForFunction(() => [...document.querySelectorAll('select')].some((s) => s.selectedOptions[0]?.textContent === '签好的协议.png'));
    await page.getByLabel('签署日期').fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
    await page.getByLabel('项目').selectOption({ label: '一次性伤残补助金' });
    await page.getByLabel(/^金额/).fill('52800');
    await page.getByLabel('第一期付款日期').fill('2027-01-31');
    await page.getByLabel(/分几期/).fill('2');
    await page.getByText(/^更多约定/).click();
    await page.getByLabel('付款方式').selectOption({ label: '银行转账' });
    await page.getByLabel('离职证明').check();
    await press(page, '录入并盖章');
    await page.getByRole('alert').getByText(/不到请求金额或者法定标准的一半/).waitFor();
    expect(await page.getByRole('alert').evaluate((a) => a.getBoundingClientRect().top >= 0)).toBe(true); // in sight, from the end of a long form
    expect(ok(await client.get(`/api/cases/${caseId}/agreements`)).items).toEqual([]);
    await page.getByLabel(/^已向劳动者说明协议金额/).check();
    await press(page, '录入并盖章');
    await page.getByRole('link', { name: '打开协议书' }).waitFor();
    const { items } = ok(await client.get(`/api/cases/${caseId}/agreements`));
    expect(items[0]).toMatchObject({
      status: 'sealed',
      method: 'onsite',
      terms: { totalFen: 5_280_000, payment: 'bank_transfer', handOver: ['leaving_certificate'], instalments: [{ dueDate: '2027-01-31', amountFen: 2_640_000 }, { dueDate: '2027-02-28', amountFen: 2_640_000 }] },
    });
  });

  it('sends a form again after a lost answer as the same request', async () => {
    const { client, page } = desks.operator;
    const mine = async () => (ok(await client.get('/api/cases?limit=100&relation=officer')).items as unknown[]).length;
    const before = await mine();
    await page.goto('/desk/intake');
    expect(await barriers(page)).toEqual(['/desk/intake']);
    await page.getByLabel('来电人姓名').fill('郭先生');
    await page.getByLabel('来电人手机号').fill('13800138069');
    await page.getByLabel('用人单位').fill('某餐饮店');
    await page.getByLabel(/在哪里上班/).fill('平度市');
    const chip = (question: string | RegExp, option: string) => page.getByRole('group', { name: question }).getByLabel(option, { exact: true }).check();
    expect(await page.getByRole('button', { name: '提交申请' }).isDisabled()).toBe(true); // nothing to file yet
    await chip('您是怎么干活的？', '公务员，或者参照公务员管理');
    await page.getByText('公务员的人事争议按公务员法处理').waitFor(); // read out, with whom to call
    await page.getByRole('link', { name: '拨打 12348' }).waitFor();
    await chip('您是怎么干活的？', '在公司、工厂、工地、店里上班（签没签合同都算）');
    await chip('遇到了什么事？可以选好几样。', '别的事，或者说不清');
    expect(await barriers(page)).toEqual(['/desk/intake']);
    await page.getByLabel('经过').fill('邻居借钱不还，想请工会帮忙要回来。');
    await page.getByLabel(/已向来电人说明用途/).check();
    // a reload in the middle of a call loses nothing that was said
    await page.reload();
    expect(await page.getByLabel('来电人姓名').inputValue()).toBe('郭先生');
    expect(await page.getByLabel('经过').inputValue()).toBe('邻居借钱不还，想请工会帮忙要回来。');
    expect(await page.getByLabel(/已向来电人说明用途/).isChecked()).toBe(true);
    expect(await page.getByRole('group', { name: '遇到了什么事？可以选好几样。' }).getByLabel('别的事，或者说不清', { exact: true }).isChecked()).toBe(true);
    const lostAnswer = async (route: { fetch(): Promise<unknown>; abort(): Promise<void> }) => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/api/cases/quick', lostAnswer, { times: 1 });
    await press(page, '提交申请');
    await page.getByText('连不上网络').waitFor();
    expect(await mine()).toBe(before + 1);
    await page.reload();
    await press(page, '提交申请');
    await page.getByText('请读给来电人').waitFor();
    await page.reload(); // the number to read out is still there
    await page.getByText('请读给来电人').waitFor();
    expect(await mine()).toBe(before + 1);
  });

  it('refuses a case only when a second officer agrees, who finds it in the list', async () => {
    const { page: operator } = desks.operator;
    await operator.getByRole('link', { name: '查看案件' }).click();
    await fold(operator, '不予受理');
    await operator.getByLabel(/^不予受理的理由/).fill('民间借贷，不属于劳动争议，建议向法院起诉。');
    await press(operator, '提交复核');
    await operator.getByText('需要另一位经办人复核').waitFor();
    const number = (await operator.locator('.case h1').textContent())!;
    const { page: legal } = desks.legal;
    await legal.goto('/desk/cases');
    await eventually(async () => (await legal.getByRole('link', { name: /^待复核不予受理/ }).textContent())?.endsWith('1'), 'the count of refusals to review');
    await legal.getByRole('link', { name: /^待复核不予受理/ }).click();
    await legal.getByRole('link', { name: number }).click();
    await legal.getByText('民间借贷，不属于劳动争议').first().waitFor();
    await press(legal, '同意，不予受理');
    await legal.locator('.case-head').getByText('不予受理').waitFor();
  });

  it('fails on no page', () => expect(Object.values(desks).flatMap((d) => d.errors)).toEqual([]));
});
