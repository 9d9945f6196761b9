import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { docxText, launchBrowser, openWindow, pdfText, PHONE, type Product, signedIn, signInByPhone, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from './barriers.js';
import { deskOf } from './desk-people.js';

/** The papers of a case: found from the case, what is missing filled in, read on the page, taken as files. */
describe("a case's papers in a browser", () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let caseId: string;
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    const worker = await signInByPhone(product.urls[0]!, '13800008888', '姜小明');
    ({ caseId } = await aFiledCase(worker, { claimant: { name: '姜小明', address: '平度市某镇某村一号' } }));
    ({ page, errors } = await openWindow(browser, product.urls[0]!));
    await canBeAudited(page);
    await signedIn(page, worker);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const taken = async (on: Page, link: string): Promise<Buffer> => {
    const [download] = await Promise.all([on.waitForEvent('download'), on.getByRole('link', { name: link }).click()]);
    return readFileSync(await download.path());
  };
  const reads = async (text: string) => page.locator('.paper').getByText(text).first().waitFor();

  it('are one step from the case, each with what it is for and what it lacks', async () => {
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('link', { name: '办案文书' }).click();
    await page.getByRole('link', { name: /劳动争议调解申请书.*还缺 3 项/ }).waitFor();
    await page.getByText('调解不成或者不想调解，向仲裁委员会申请仲裁时交。').waitFor();
    expect(await page.getByText('支付令申请书').count()).toBe(0);
    expect(await barriers(page)).toEqual([`/cases/${caseId}/papers`]);
    await page.setViewportSize(PHONE);
  });

  it('say what is missing, keep what was typed when something is wrong, and are whole when it is put right', async () => {
    await page.getByRole('link', { name: /劳动人事争议仲裁申请书/ }).click();
    await reads('人民币110,000.00元（大写：壹拾壹万元整）');
    for (const missing of ['身份证号码', '单位住所地', '法定代表人（主要负责人）']) await page.getByRole('listitem').filter({ hasText: missing }).waitFor();
    await page.getByLabel('身份证号码').fill('110105194912310021');
    await page.getByLabel('单位住所地').fill('平度市某工业园2号');
    await page.getByLabel('法定代表人（主要负责人）').fill('孙大力');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('“身份证号码”填得不对，这次填的都没有保存').waitFor();
    expect(await page.getByLabel('单位住所地').inputValue()).toBe('平度市某工业园2号');
    await page.getByLabel('身份证号码').fill('11010519491231002X');
    await page.getByRole('button', { name: '保存' }).click();
    await reads('孙大力');
    await reads('1949年12月31日');
    await page.locator('.papers-one').getByText('内容齐了').waitFor();
    await page.getByText('已填写：110105********002X').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await barriers(page)).toEqual([`/cases/${caseId}/papers/arbitration_application`]);
    await page.setViewportSize(PHONE);
  });

  it('are taken as a PDF to print and as a Word document to change, with what was filled in', async () => {
    for (const said of [await pdfText(await taken(page, '下载 PDF（打印用）')), docxText(await taken(page, '下载 Word（可修改）'))]) {
      for (const words of ['劳动人事争议仲裁申请书', '姜小明', '11010519491231002X', '孙大力', '平度市某工业园2号']) expect(said).toContain(words);
    }
    await reads('附：1．本申请书副本一份（按被申请人人数提交）');
    await page.getByRole('link', { name: '← 全部文书' }).click();
    await page.getByRole('link', { name: /劳动争议调解申请书.*内容齐了/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('are on the desk too: the union writes the receipt of service', async () => {
    const { page: desk, errors: deskErrors } = await deskOf(browser, product, 'legal');
    await desk.goto(`/desk/cases/${caseId}`);
    await desk.getByRole('link', { name: '办案文书' }).click();
    await desk.getByRole('link', { name: /送达回证/ }).click();
    await desk.getByLabel('送达文书名称和件数').fill('先行调解告知书一份');
    await desk.getByRole('group', { name: '受送达人' }).getByLabel('被申请人').check();
    await desk.getByLabel('送达地址').fill('平度市某工业园2号');
    await desk.getByLabel('直接送达').check();
    await desk.getByLabel('送达人', { exact: true }).fill('赵干事');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.locator('.paper').getByText('平度市某机械厂（被申请人）').waitFor();
    expect(await barriers(desk)).toEqual([`/cases/${caseId}/papers/service_receipt`]);
    const said = await pdfText(await taken(desk, '下载 PDF（打印用）'));
    for (const words of ['送达回证', '先行调解告知书一份', '赵干事']) expect(said).toContain(words);
    expect(deskErrors).toEqual([]);
  });
});
