import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRules } from '@hejie/law';
import { launchBrowser, openWindow, type Product, signedIn, signInByPhone, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { canBeAudited } from './barriers.js';

/** Somebody who has not signed in finds out where they stand, then files with everything carried over. */
describe('know your rights in a browser', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    ({ page, errors } = await openWindow(browser, product.urls[0]!));
    await canBeAudited(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const asked = (text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
  const choose = async (...options: string[]) => {
    for (const option of options) await page.getByLabel(option, { exact: true }).check();
    await page.getByRole('button', { name: '下一步' }).click();
  };
  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  /** Answers "I do not know", or the last option, until the findings are there. */
  const skipToTheEnd = async () => {
    for (let i = 0; i < 60; i++) {
      const before = await heading();
      if (/申请劳动争议调解|不在劳动争议调解范围/.test(before)) return;
      const unknown = page.getByRole('button', { name: '我不知道' });
      if (await unknown.count()) await unknown.click();
      else {
        await page.locator('fieldset .choice input').last().check();
        await page.getByRole('button', { name: '下一步' }).click();
      }
      await page.waitForFunction((h) => document.querySelector('h1')?.textContent !== h, before);
    }
    throw new Error('no end');
  };

  it('asks without signing in, one question a page, in everyday words; nothing chosen is told kindly', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: '看看我有什么权利' }).click();
    await asked('您是怎么干活的？');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请选一个最接近的。').waitFor();
    await choose('在公司、工厂、工地、店里上班（签没签合同都算）');
    await choose('满18岁');
    await page.getByRole('button', { name: '上一步' }).click();
    await asked('干活的人多大年纪？');
    expect(await page.getByLabel('满18岁').isChecked()).toBe(true);
    await choose('满18岁');
  });

  it('keeps the answers over a reload, and ends with days, amounts, proof and the way on', async () => {
    await page.reload();
    await choose('只有我');
    await skipToMatters();
    await choose('工资没发、拖着不发、少发', '没签书面合同');
    await skipToTheEnd();
    for (const title of ['这些日子不能错过', '法律上能要的', '要准备的材料']) await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText('不是法律意见').waitFor();
    const grave = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } };
      return (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id);
    });
    expect(grave).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await page.getByText('合计').count()).toBe(0); // nothing could be counted, and that is not nought
    await page.getByRole('link', { name: '计算依据的法律规则' }).click();
    await asked('计算依据的法律规则');
    await page.getByText('《社会保险法》第八十六条').waitFor();
    expect(await page.locator('main li').count()).toBe(listRules().length);
  });

  it('files with everything carried over', async () => {
    const worker = await signInByPhone(product.urls[0]!, '13800007777', '钱小芳');
    await signedIn(page, worker);
    await page.goto('/rights');
    await page.getByLabel('您在哪里上班？').fill('青岛市平度市');
    await page.reload();
    expect(await page.getByLabel('您在哪里上班？').inputValue()).toBe('青岛市平度市');
    await page.getByRole('button', { name: '用这些内容申请调解' }).click();
    await page.waitForURL(/\/file\//);
    const { body } = await worker.get('/api/cases?status=draft&limit=1');
    const draft = (await worker.get(`/api/cases/${body.items[0].id}/draft`)).body.answers;
    expect(draft.disputeTypes).toEqual(expect.arrayContaining(['UNPAID_WAGES', 'NO_CONTRACT']));
    expect(draft.intake).toMatchObject({ work: 'employee', matters: ['wages', 'noContract'] });
    await page.getByRole('heading', { level: 1, name: '是哪个单位？' }).waitFor(); // no question is asked twice
    expect([draft.region, await page.getByLabel('在哪里上班').inputValue()]).toEqual(['青岛市平度市', '青岛市平度市']);
    expect(errors).toEqual([]);
  });

  it('tells kindly who is out of scope, and where to go', async () => {
    await page.goto('/rights');
    await choose('给私人家里做保姆，或者给个人、农户帮工');
    await skipToTheEnd();
    await page.getByText('不在劳动争议调解范围内，但有地方可以帮您').waitFor();
    expect(await page.getByRole('link', { name: '拨打 12348' }).first().getAttribute('href')).toBe('tel:12348');
    expect(await page.getByRole('button', { name: '用这些内容申请调解' }).count()).toBe(0);
  });

  async function skipToMatters(): Promise<void> {
    for (let i = 0; i < 10 && (await heading()) !== '遇到了什么事？可以选好几样。'; i++) {
      const before = await heading();
      await page.locator('fieldset .choice input').first().check();
      await page.getByRole('button', { name: '下一步' }).click();
      await page.waitForFunction((h) => document.querySelector('h1')?.textContent !== h, before);
    }
  }
});
