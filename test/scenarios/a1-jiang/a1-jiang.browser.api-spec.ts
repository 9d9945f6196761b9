import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoStaffSignsIn, DESKTOP, fillTime, keepPicture, launchBrowser, openWindow, pdfText, PHONE, press, type Product, sees, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { answer, JIANG_TOLD } from '../../browser/answering.js';
import { PNG } from '../people.js';

const WORKER = '13800138021';
const EMPLOYER = '13900139021';

/** Jiang's case in real browsers side by side: the worker on a phone, the others at desks. */
describe('scenario A1 in browsers', () => {
  let product: Product;
  let browser: Browser;
  const errors: string[] = [];
  const people: Record<'worker' | 'lawyer' | 'employer' | 'mediator', Page> = {} as never;

  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    for (const who of ['worker', 'lawyer', 'employer', 'mediator'] as const) {
      const window = await openWindow(browser, product.urls[0]!, who === 'worker' ? PHONE : DESKTOP);
      people[who] = window.page;
      window.page.on('pageerror', (e) => errors.push(`${who}: ${String(e)}`));
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const signIn = async (page: Page, phone: string) => {
    await page.getByLabel('手机号').fill(phone);
    await press(page, '获取验证码');
    const [, code] = await smsTo(product.urls[0]!, phone, /验证码 (\d{6})/);
    await page.getByLabel(/^验证码/).fill(code!);
    await press(page, '登录');
  };

  it('the worker files on a phone and chooses a lawyer', async () => {
    const { worker } = people;
    await worker.goto('/');
    await press(worker, '我要申请调解');
    await signIn(worker, WORKER);
    await press(worker, '我要申请调解');
    await worker.getByRole('heading', { level: 1, name: '您是怎么干活的？' }).waitFor();
    await answer(worker, JIANG_TOLD);
    await worker.getByLabel('单位名称').fill('平度市某机械厂');
    await worker.getByLabel(/在哪里上班/).fill('平度市');
    await press(worker, '下一步');
    await sees(worker, '法律上怎么说');
    await worker.reload(); // what was entered is kept, and one lands where one was
    await sees(worker, '第 2 步，共 6 步');
    await sees(worker, '未签合同的二倍工资');
    await press(worker, '下一步');
    await worker.getByLabel(/^事情经过/).fill('2020年3月在车间操作机器时右手受伤，没有合同，没有保险。');
    await press(worker, '下一步');
    await worker.getByLabel('您的姓名').fill('姜小明');
    await press(worker, '下一步');
    await worker.getByLabel('选文件').setInputFiles({ name: '受伤照片.png', mimeType: 'image/png', buffer: PNG });
    await sees(worker, '受伤照片.png');
    await press(worker, '给对方看');
    await press(worker, '下一步');
    await sees(worker, '平度市某机械厂 · 平度市');
    // the table of the city is not loaded: who knows the figure writes it
    await worker.getByRole('link', { name: /请求$/ }).click();
    await worker.getByLabel(/一次性伤残补助金：金额/).fill('55,000');
    await press(worker, '下一步');
    await sees(worker, '55,000 元');
    await press(worker, '提交申请');
    await sees(worker, /和调〔\d{4}〕\d{6}号/);
    await worker.getByRole('link', { name: '选一位律师' }).click();
    await press(worker, '请王守正律师接案');
    await sees(worker, /已请王守正律师接案/);
  });

  it('the lawyer declares no conflict, takes the case, and they talk', async () => {
    const { worker, lawyer } = people;
    await demoStaffSignsIn(lawyer, 'lawyer1');
    await sees(lawyer, '姜小明');
    expect(await lawyer.getByText('右手受伤').count()).toBe(0);
    await keepPicture(lawyer, 'desk-lawyer');
    await press(lawyer, '没有利益冲突');
    await sees(lawyer, /右手受伤/);
    await press(lawyer, '接案');
    await lawyer.getByRole('link', { name: /和调/ }).first().click();
    await lawyer.getByRole('link', { name: '进入咨询室' }).click();
    await worker.reload();
    await worker.getByRole('link', { name: /和律师聊/ }).click();
    await worker.getByLabel('写点什么').fill('律师您好，我该怎么办？');
    await press(worker, '发送');
    await sees(lawyer, '律师您好，我该怎么办？');
    await lawyer.getByLabel('写点什么').fill('您好，先看受伤经过和工资流水。');
    await press(lawyer, '发送');
    await sees(worker, '您好，先看受伤经过和工资流水。');
  });

  it('the employer comes by SMS link, confirms who they are and answers', async () => {
    const { lawyer, employer } = people;
    await lawyer.getByRole('link', { name: /← 和调/ }).click();
    await press(lawyer, '线上调解');
    await lawyer.getByLabel('单位负责人手机号').fill(EMPLOYER);
    await press(lawyer, '发送短信邀请');
    const [, token] = await smsTo(product.urls[0]!, EMPLOYER, /\/i\/([\w-]{43})/);
    await employer.goto(`/i/${token}`);
    await employer.getByRole('link', { name: '用手机号登录并查看' }).click();
    await signIn(employer, EMPLOYER);
    await employer.getByLabel('您的姓名').fill('孙经理');
    await employer.getByLabel('您的职务').fill('人事经理');
    await press(employer, /我代表平度市某机械厂参加/);
    await employer.getByLabel('贵单位的意见').fill('认可受伤事实，对金额有异议。');
    const claim = employer.getByRole('group', { name: /^1\. / });
    await claim.getByLabel('部分认可').check();
    await employer.getByLabel(/^认可的金额/).fill('20000');
    await employer.getByLabel('理由').fill('工资基数应按合同计算');
    await press(employer, '提交答复');
    await sees(employer, /已于 .* 提交/);
    await sees(employer, /部分认可 .*工资基数应按合同计算/);
    expect(await employer.getByText('律师您好').count()).toBe(0);
  });

  it('they meet in a session and settle by proposals', async () => {
    const { worker, lawyer, employer, mediator } = people;
    await lawyer.reload();
    await fillTime(lawyer, '开始时间', Date.now() + 3_600_000);
    await lawyer.getByLabel(/^调解员/).selectOption({ label: '陈调解' });
    await press(lawyer, '安排');
    await lawyer.getByRole('link', { name: '进入调解会' }).click();
    await press(lawyer, '我已阅读并同意');
    for (const who of [worker, employer]) {
      if (who === worker) await worker.getByRole('link', { name: /← 和调/ }).click();
      else await who.reload();
      await who.getByRole('link', { name: '进入调解会' }).click();
      if (who === worker) await keepPicture(worker, 'session-rules');
      await press(who, '我已阅读并同意');
      await sees(who, '等候区');
    }
    await demoStaffSignsIn(mediator, 'mediator');
    await mediator.getByRole('link', { name: /年.*月.*日/ }).first().click();
    await press(mediator, '开始调解会');
    await sees(worker, '调解会开始。');
    await mediator.getByLabel('写点什么').fill('请双方说明情况。');
    await press(mediator, '发送');
    await Promise.all([sees(worker, '请双方说明情况。'), sees(employer, '请双方说明情况。')]);
    await press(mediator, '在会上展示');
    await sees(employer, '展示证据：受伤照片.png');

    await press(mediator, '请姜小明到背对背');
    await worker.getByText('申请人背对背').first().waitFor();
    await worker.getByLabel('写点什么').fill('底线是五万元');
    await press(worker, '发送');
    await mediator.getByRole('tab', { name: '申请人背对背' }).click();
    await sees(mediator, '底线是五万元');
    await keepPicture(mediator, 'session-mediator');
    await keepPicture(worker, 'session-caucus');
    expect(await employer.getByText('底线是五万元').count()).toBe(0);
    await press(mediator, '请姜小明到共同会商');
    await worker.getByText('共同会商').first().waitFor();

    const propose = async (page: Page, amount: string) => {
      await page.getByLabel('项目').selectOption('injury_disability');
      await page.getByLabel(/^金额/).fill(amount);
      await page.getByLabel('第一期付款日期').fill('2026-12-15');
      await page.getByLabel(/分几期/).fill('2');
      await press(page, '提交方案');
    };
    await propose(worker, '80000');
    await sees(employer, '80,000 元');
    await press(employer, '提反方案');
    await propose(employer, '52800');
    await sees(worker, '52,800 元');
    await press(worker, '接受');
    await sees(employer, '方案已被接受。');
    await press(mediator, '达成一致，结束');
    await sees(worker, /调解会结束：达成一致/);
  });

  it('they read, sign with fresh codes, and the seal gives a PDF that verifies', async () => {
    const { worker, employer, mediator } = people;
    // far under what the law gives for all claims: said to the worker, and confirmed by both before anybody signs
    for (const [page, confirms] of [[mediator, '我已向劳动者说明差距'], [worker, '我知道差多少，仍然愿意']] as const) {
      await page.getByRole('link', { name: '打开协议书' }).first().click();
      await press(page, confirms);
    }
    await employer.getByRole('link', { name: '打开协议书' }).first().click();
    for (const [page, phone] of [[worker, WORKER], [employer, EMPLOYER]] as const) {
      await sees(page, '伍万贰仟捌佰元整');
      await press(page, '我已完整阅读');
      await press(page, '获取签名确认码');
      const [, code] = await smsTo(product.urls[0]!, phone, /确认码 (\d{6})/);
      await page.getByLabel(/^确认码/).fill(code!);
      await press(page, /^签名$/);
      await sees(page, /已签/);
    }
    await press(mediator, '我已完整阅读');
    await press(mediator, /^签名$/);
    await press(mediator, '加盖公章');
    await sees(worker, '协议已生效');

    const href = await worker.getByRole('link', { name: '下载协议书（PDF）' }).getAttribute('href');
    const pdf = await (await worker.request.get(href!)).body();
    const text = await pdfText(pdf);
    for (const said of ['姜小明', '平度市某机械厂', '52,800.00元', '伍万贰仟捌佰元整', '2026年12月15日', '2027年1月15日']) expect(text).toContain(said);
    const number = /和协〔\d{4}〕\d{6}号/.exec(text)![0];
    await worker.goto('/verify');
    await worker.getByLabel('协议编号').fill(number);
    await worker.getByLabel(/协议 PDF 文件/).setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
    await worker.waitForFunction(() => (document.querySelector('input[pattern*="0-9a-fA-F"]') as HTMLInputElement).value.length === 64);
    await press(worker, '核验');
    await sees(worker, /是盖章原件/);
  });

  it('the worker sees one timeline of it all, and no page failed', async () => {
    const { worker } = people;
    await worker.goto('/cases');
    await worker.getByRole('link', { name: /平度市某机械厂/ }).click();
    await sees(worker, /协议书盖章生效/);
    await worker.getByRole('link', { name: /^消息 \d+$/ }).click();
    await worker.getByRole('link', { name: /未读/ }).first().waitFor();
    await press(worker, '全部标为已读');
    await sees(worker, '0 条未读');
    expect(await worker.getByRole('link', { name: '消息', exact: true }).count()).toBe(1);
    expect(await worker.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(errors).toEqual([]);
  });
});
