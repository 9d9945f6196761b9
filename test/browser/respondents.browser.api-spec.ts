import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase, injuryFacts, injuryIntake } from '@hejie/cases/testing';
import { type Client, createStaff, DESKTOP, launchBrowser, openWindow, PHONE, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from './barriers.js';

const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';
const INTAKE = { ...injuryIntake(), work: 'dispatched' };

/** A dispatched worker names the agency and the company they work at (劳动争议调解仲裁法 Art 22), at filing and afterwards. */
describe('several respondents in a browser', () => {
  let t: TestApp;
  let browser: Browser;
  let worker: Client;
  let page: Page;
  let errors: string[];
  let draftId: string;
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser();
    worker = await signInByPhone(t.url, '13800775101', '姜小明');
    draftId = (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body.id;
    await worker.patch(`/api/cases/${draftId}/draft`, { answers: { intake: INTAKE, region: '平度市', story: '派到电子厂操作机器时右手受伤。', claimant: { name: '姜小明' } } });
    ({ page, errors } = await openWindow(browser, t.url, undefined, worker));
    await canBeAudited(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const saved = () => page.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('hejie.draft.')));
  const second = () => page.getByRole('group', { name: '被申请人二' });
  const isOpenToAll = async () => expect(await barriers(page, [PHONE, DESKTOP, PHONE])).toEqual([new URL(page.url()).pathname]);
  const facts = () => page.locator('dl.facts').last();

  it('are asked for with the reason where the worker was dispatched, and can be left out', async () => {
    await page.goto(`/file/${draftId}/employer`);
    await page.getByText('派遣公司和用工单位一起当被申请人').waitFor();
    await page.getByText('《劳动争议调解仲裁法》第二十二条').waitFor();
    expect(await page.getByRole('group', { name: '被申请人二' }).count()).toBe(0);
    await isOpenToAll();
  });

  it('are typed, kept without a line and over a reload, and not taken twice', async () => {
    await page.getByLabel('单位名称', { exact: true }).fill(AGENCY);
    await press('再加一家单位');
    await page.getByLabel('上面写的是什么单位').selectOption('劳务派遣单位');
    await second().getByLabel('单位名称（个人写姓名）').fill(AGENCY);
    await second().getByLabel('是什么单位').selectOption('用工单位');
    await press('下一步');
    // the form says so itself, and stays
    expect(await second().getByLabel('单位名称（个人写姓名）').evaluate((input: HTMLInputElement) => input.validationMessage)).toBe('这家单位已经写过了，请去掉一个。');
    await saved();
    await page.context().setOffline(true);
    await second().getByLabel('单位名称（个人写姓名）').fill(USER);
    await page.getByText('内容已存在本机').waitFor();
    await page.context().setOffline(false);
    await saved();
    await page.reload();
    await second().waitFor();
    expect([await page.getByLabel('上面写的是什么单位').inputValue(), await second().getByLabel('单位名称（个人写姓名）').inputValue(), await second().getByLabel('是什么单位').inputValue()]).toEqual(['agency', USER, 'user']);
    await isOpenToAll();
    await press('再加一家单位');
    await page.getByRole('group', { name: '被申请人三' }).getByRole('button', { name: '去掉被申请人三' }).click();
    await press('下一步');
    await page.getByRole('heading', { level: 1, name: '法律上怎么说' }).waitFor();
  });

  it('stand on the last page, the receipt and the case, for the worker and on the desk', async () => {
    await page.goto(`/file/${draftId}/check?change`);
    await page.getByText(`${USER}（用工单位）`).waitFor();
    await press('提交申请');
    await page.getByText(`${AGENCY}和${USER}`).waitFor();
    await page.goto(`/cases/${draftId}`);
    await facts().getByText('被申请人二', { exact: true }).waitFor();
    expect(await facts().innerText()).toMatch(new RegExp(`被申请人一\\s*${AGENCY}（劳务派遣单位）[^]*被申请人二\\s*${USER}（用工单位）`));
    await isOpenToAll();
  });

  it('are added, corrected and taken out on the page of the case', async () => {
    await press('再加一个被申请人');
    await facts().getByLabel('单位名称（个人写姓名）').fill('平度市某物流公司');
    await facts().getByLabel('是什么单位').selectOption('其他单位');
    await press('保存');
    await facts().getByText('被申请人三', { exact: true }).waitFor();
    await isOpenToAll();
    await press('修改被申请人三');
    await facts().getByLabel('单位名称（个人写姓名）').fill('平度市某物流有限公司');
    await press('保存');
    await facts().getByText('平度市某物流有限公司（其他单位）').waitFor();
    await press('修改被申请人三');
    await press('去掉');
    await page.getByRole('alert').getByRole('button', { name: '去掉' }).click();
    await facts().getByText('被申请人三', { exact: true }).waitFor({ state: 'detached' });
    await page.getByText('去掉了被申请人：平度市某物流有限公司').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('are invited each by itself, and the second answers what the first does not read', async () => {
    const url = t.url;
    const [first, other] = ['13900775101', '13900775102'] as const;
    const card = (title: string) => page.locator('form.card', { has: page.getByRole('heading', { name: title, exact: true }) });
    for (const [title, phone] of [['邀请被申请人一', first], ['邀请被申请人二', other]] as const) {
      await card(title).getByLabel('单位负责人手机号').fill(phone);
      await card(title).getByRole('button', { name: '发送短信邀请' }).click();
      await card(title).getByText('邀请已发出').waitFor();
    }
    await isOpenToAll();
    const link = async (phone: string) => (await smsTo(url, phone, /\/i\/([\w-]{43})/))[1]!;
    const agency = await signInByPhone(url, first, '钱经理');
    expect((await agency.post(`/api/invitations/${await link(first)}/accept`, { representativeName: '钱经理', position: '经理' })).status).toBe(200);
    await agency.post(`/api/cases/${draftId}/answer`, { requestId: crypto.randomUUID(), text: '派遣单位的意见' });
    const user = await signInByPhone(url, other, '李厂长');
    const theirs = await openWindow(browser, url, undefined, user);
    await canBeAudited(theirs.page);
    await theirs.page.goto(`/i/${await link(other)}`);
    await theirs.page.getByRole('heading', { name: `邀请${USER}参加调解` }).waitFor();
    await theirs.page.getByLabel('您的姓名').fill('李厂长');
    await theirs.page.getByLabel('您的职务').fill('厂长');
    await theirs.page.getByRole('button', { name: `我代表${USER}参加` }).click();
    await theirs.page.getByText('您的答复只有申请人和调解员能看到').waitFor();
    expect([new URL(theirs.page.url()).pathname, ...(await barriers(theirs.page, [PHONE, DESKTOP, PHONE])).slice(1)]).toEqual([`/cases/${draftId}`]);
    await theirs.page.getByLabel('贵单位的意见').fill('用工单位的意见');
    await theirs.page.getByRole('button', { name: '提交答复' }).click();
    await theirs.page.getByText('您已经答复').first().waitFor();
    expect(await theirs.page.locator('main').innerText()).not.toMatch(/派遣单位的意见|钱经理/);
    await theirs.page.getByRole('link', { name: '办案文书' }).click();
    await theirs.page.getByText('授权委托书').first().waitFor();
    expect(theirs.errors).toEqual([]);
    await page.reload();
    await facts().getByText('被申请人二的答复').waitFor();
    expect(await facts().innerText()).toMatch(/被申请人一的答复\s*派遣单位的意见[^]*被申请人二的答复\s*用工单位的意见/);
    await facts().getByText('李厂长（被申请人二的代表）').waitFor();
    // who was asked stays who it is
    expect(await page.getByRole('button', { name: '修改被申请人二' }).count()).toBe(0);
    await isOpenToAll();
  });

  it('are served on the desk: whom to invite, who has come, and what each answered', async () => {
    const officer = await createStaff(t, 'operator', '坐席周');
    const { caseId } = await aFiledCase(officer, { claimant: undefined, behalf: { name: '郭先生', phone: '13800775109', consent: '已宣读并同意' }, facts: injuryFacts({ employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }] }) });
    const desk = await openWindow(browser, t.url, DESKTOP, officer);
    await canBeAudited(desk.page);
    await desk.page.goto(`/desk/cases/${caseId}`);
    await desk.page.getByText('被申请人二还没有人加入').waitFor();
    await desk.page.getByText(`郭先生 与 ${AGENCY}和${USER}`).first().waitFor();
    await desk.page.getByRole('button', { name: '邀请用人单位' }).click();
    await desk.page.getByLabel('邀请谁').selectOption({ label: `被申请人二 ${USER}` });
    await desk.page.getByLabel('单位负责人手机号').fill('13900775103');
    await desk.page.getByRole('button', { name: '发送短信邀请' }).click();
    await desk.page.getByText('邀请已发到 13900775103').waitFor();
    await desk.page.getByText(`已邀请${USER}`).first().waitFor();
    expect([new URL(desk.page.url()).pathname, ...(await barriers(desk.page)).slice(1)]).toEqual([`/desk/cases/${caseId}`]);
    expect(desk.errors).toEqual([]);
  });

  it('are named during a call, and a reload keeps them', async () => {
    const desk = await openWindow(browser, t.url, DESKTOP, await createStaff(t, 'operator', '坐席吴'));
    await canBeAudited(desk.page);
    await desk.page.goto('/desk/intake');
    await desk.page.getByLabel('用人单位', { exact: true }).fill(AGENCY);
    await desk.page.getByText('劳务公司招我，派到别的单位干活').click();
    await desk.page.getByText('派遣公司和用工单位一起当被申请人').first().waitFor();
    await desk.page.getByRole('button', { name: '再加一家单位' }).click();
    const other = desk.page.getByRole('group', { name: '被申请人二' });
    await other.getByLabel('单位名称（个人写姓名）').fill(USER);
    await other.getByLabel('是什么单位').selectOption('用工单位');
    await desk.page.reload();
    expect([await other.getByLabel('单位名称（个人写姓名）').inputValue(), await other.getByLabel('是什么单位').inputValue()]).toEqual([USER, 'user']);
    expect([new URL(desk.page.url()).pathname, ...(await barriers(desk.page)).slice(1)]).toEqual(['/desk/intake']);
    expect(desk.errors).toEqual([]);
  });
});
