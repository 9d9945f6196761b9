import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { injuryIntake } from '@hejie/cases/testing';
import { type Client, DESKTOP, launchBrowser, openWindow, PHONE, type Product, signInByPhone, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from './barriers.js';

const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';
const INTAKE = { ...injuryIntake(), work: 'dispatched' };

/** A dispatched worker names the agency and the company they work at (劳动争议调解仲裁法 Art 22), at filing and afterwards. */
describe('several respondents in a browser', () => {
  let product: Product;
  let browser: Browser;
  let worker: Client;
  let page: Page;
  let errors: string[];
  let draftId: string;
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    worker = await signInByPhone(product.urls[0]!, '13800775101', '姜小明');
    draftId = (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body.id;
    await worker.patch(`/api/cases/${draftId}/draft`, { answers: { intake: INTAKE, region: '平度市', story: '派到电子厂操作机器时右手受伤。', claimant: { name: '姜小明' } } });
    ({ page, errors } = await openWindow(browser, product.urls[0]!, undefined, worker));
    await canBeAudited(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
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
});
