import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, eventually, launchBrowser, openWindow, pdfText, PHONE, type Product, signedIn, signInByPhone, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { id, ok } from '../scenarios/people.js';
import { barriers, canBeAudited } from './barriers.js';
import { deskOf } from './desk-people.js';

const SHOTS = process.env['SHOTS'];

/** A worker sorts evidence on the phone, their lawyer goes on at the desk. */
describe('evidence in a browser', () => {
  let product: Product;
  let browser: Browser;
  let worker: Client;
  let page: Page;
  let errors: string[];
  let caseId: string;
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    worker = await signInByPhone(product.urls[0]!, '13800138071', '江南');
    ({ caseId } = ok(await worker.post('/api/cases/quick', aQuickCase({ requestId: id(), claimant: { name: '江南' } }))));
    ({ page, errors } = await openWindow(browser, product.urls[0]!));
    await canBeAudited(page);
    await signedIn(page, worker);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const photo = async (name: string, colour: string) => ({ name, mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background: colour } }).jpeg().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1' } }).toBuffer() });
  const shot = async (name: string, of = page) => void (SHOTS && (await of.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })));
  const card = (title: string) => page.locator('section.card', { has: page.getByRole('heading', { name: title, exact: true }) });

  it('says what is missing and how to get it, before anything is there', async () => {
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('link', { name: '还缺什么、证明什么、装订成卷' }).click();
    await page.getByRole('heading', { level: 1, name: '证据清单' }).waitFor();
    await page.getByText('还没有上传证据').waitFor();
    const lines = card('需要哪些证据').locator('li', { hasText: '工资银行流水' }).first();
    await lines.getByText('还缺', { exact: true }).waitFor();
    await lines.getByText('怎么取得').click();
    await lines.getByText('打印盖章的流水').waitFor();
    await shot('phone-empty');
  });

  it('binds what is brought for a thing of the list to it, and asks where it comes from', async () => {
    await page.getByLabel('为“工资银行流水、微信或者支付宝转账记录”选文件').setInputFiles(await photo('流水.jpg', '#48c'));
    const form = page.locator('form.binding');
    await form.getByLabel('怎么来的').selectOption({ label: '银行、微信、支付宝出具的' });
    await form.getByLabel('谁做的').fill('工商银行');
    await form.getByLabel('用自己的话说，证明什么').fill('每月发五千元');
    await form.getByLabel('未签合同的二倍工资').check();
    await shot('phone-form');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await card('已上传的证据').getByText('工商银行').waitFor();
    await card('需要哪些证据').getByText('已有', { exact: true }).waitFor();
  });

  it('lists what nobody has explained, keeps what is typed when saving is refused, and lets go of it when it goes through', async () => {
    await card('已上传的证据').getByLabel('选文件', { exact: true }).setInputFiles(await photo('不明.jpg', '#c84'));
    await page.getByText('有 1 份证据还没有说明证明什么。').waitFor();
    const form = page.locator('form.binding');
    await form.getByLabel('证据名称').fill('车间照片');
    await form.getByLabel('事故的时间、地点、经过，现场照片、视频').check();
    await form.getByLabel('怎么来的').selectOption({ label: '自己拍的照片、视频' });
    await form.getByLabel('什么时候做的').fill('2999-01-01');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('不能晚于今天').waitFor();
    expect(await form.getByLabel('证据名称').inputValue()).toBe('车间照片');
    await form.getByLabel('什么时候做的').fill('2026-03-01');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('份证据还没有说明证明什么').waitFor({ state: 'detached' });
  });

  it('lets one choose by tick and order by button, with the keyboard too; list, bundle and paper follow', async () => {
    const exhibits = card('交哪些证据、什么顺序');
    const shown = async () => (await exhibits.locator('li label').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const lines = '工资银行流水、微信或者支付宝转账记录';
    const kept = async () => ok(await worker.get(`/api/cases/${caseId}/exhibits`)).items.map((i: { exhibit: number | null; title: string }) => [i.exhibit, i.title]);
    const becomes = (...now: [number | null, string][]) => eventually(async () => JSON.stringify(await kept()) === JSON.stringify(now), `the order becomes ${JSON.stringify(now)}`);
    await exhibits.getByText('证据2').waitFor();
    expect(await shown()).toEqual([`证据1 ${lines}`, '证据2 车间照片']);
    await exhibits.getByRole('button', { name: /^上移.*车间照片/ }).focus();
    await page.keyboard.press('Enter');
    await becomes([1, '车间照片'], [2, lines]);
    expect(await shown()).toEqual(['证据1 车间照片', `证据2 ${lines}`]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('下移：车间照片'); // it cannot go further up
    await exhibits.getByRole('status').getByText('“车间照片”现在是证据1').waitFor({ state: 'attached' });
    await exhibits.getByLabel(lines).focus();
    await page.keyboard.press('Space');
    await becomes([1, '车间照片'], [null, lines]);
    expect(await shown()).toEqual(['证据1 车间照片', `不交 ${lines}`]);
    await shot('phone-order');
    await exhibits.getByLabel(lines).check();
    await becomes([1, '车间照片'], [2, lines]);
    const paper = JSON.stringify(ok(await worker.get(`/api/cases/${caseId}/papers/evidence_list/preview`)));
    expect([paper.indexOf('车间照片') > 0, paper.indexOf('车间照片') < paper.indexOf(lines)]).toEqual([true, true]);
    expect(await barriers(page)).toEqual([`/cases/${caseId}/evidence`]);
  });

  it('drops what is done on top of what the lawyer has just changed, and says so', async () => {
    const { version, items } = ok(await worker.get(`/api/cases/${caseId}/exhibits`));
    const [one, two] = items.map((i: { evidenceId: string }) => i.evidenceId);
    ok(await worker.put(`/api/cases/${caseId}/exhibits`, { expectedVersion: version, chosen: [two, one], leftOut: [] }));
    const exhibits = card('交哪些证据、什么顺序');
    await exhibits.getByLabel('车间照片').uncheck();
    await exhibits.getByText('刚被别人改过').waitFor();
    await exhibits.getByText('证据2 车间照片').waitFor();
    ok(await worker.put(`/api/cases/${caseId}/exhibits`, { expectedVersion: version + 1, chosen: [one, two], leftOut: [] }));
    await page.reload();
    await exhibits.getByText('证据1 车间照片').waitFor();
  });

  it('makes one PDF of it all, with contents and the trail', async () => {
    await page.getByRole('button', { name: '制作证据卷' }).click();
    const link = card('证据卷（PDF）').getByRole('link', { name: '下载' });
    await link.waitFor({ timeout: 90_000 });
    const pdf = (await worker.get((await link.getAttribute('href'))!)).body as Buffer;
    const text = (await pdfText(pdf)).replaceAll(/\s/g, '');
    for (const said of ['证据1车间照片', '每月发五千元', '证据2工资银行流水', '2026年3月1日形成', '第1页共', '收到原件江南']) expect(text).toContain(said);
    await page.reload();
    await card('流转记录').getByText('把“车间照片”编入证据卷').waitFor();
    await shot('phone-full');
  });

  it('names the file that proves a payment', async () => {
    await page.goto(`/cases/${caseId}/rights`);
    const payments = card('单位已经付过的钱');
    await payments.locator('summary').last().click();
    await payments.getByLabel('哪一天付的').fill('2026-02-20');
    await payments.getByLabel('金额（元）').fill('1700');
    await payments.getByLabel('付的是什么钱').fill('住院押金');
    await payments.getByLabel('用哪份证据证明').selectOption({ label: '工资银行流水、微信或者支付宝转账记录' });
    await payments.getByRole('button', { name: '登记' }).click();
    await payments.getByRole('link', { name: '证据：工资银行流水' }).waitFor();
  });

  it('keeps nobody out: neither the phone nor the desk', async () => {
    await page.goto(`/cases/${caseId}/evidence`);
    await card('流转记录').getByText('收到').first().waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.setViewportSize(PHONE);
    const lawyer = await deskOf(browser, product, 'lawyer1');
    const { items } = ok(await worker.get(`/api/lawyers?caseId=${caseId}`));
    ok(await worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: (items as { name: string; accountId: string }[]).find((l) => l.name === '王守正')!.accountId }));
    const [request] = ok(await lawyer.client.get('/api/lawyer-requests')).items as { id: string }[];
    ok(await lawyer.client.post(`/api/lawyer-requests/${request!.id}/declare`, { conflict: false }));
    ok(await lawyer.client.post(`/api/lawyer-requests/${request!.id}/accept`));
    await lawyer.page.goto(`/cases/${caseId}/evidence`);
    await lawyer.page.getByText('已上传的证据').waitFor();
    await lawyer.page.getByRole('button', { name: /修改说明.*车间照片/ }).click();
    await shot('desk', lawyer.page);
    expect(await barriers(lawyer.page)).toEqual([`/cases/${caseId}/evidence`]);
    await lawyer.page.goto(`/cases/${crypto.randomUUID()}/evidence`);
    await lawyer.page.getByRole('heading', { name: '没有找到，或者您无权查看' }).waitFor();
    expect([errors, lawyer.errors]).toEqual([[], []]);
  });
});
