import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, DESKTOP, fillTime, launchBrowser, openWindow, pdfText, PHONE, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from '../../browser/barriers.js';
import { demoStaff, id, ok, PNG } from '../people.js';

/** With SCREENSHOTS=docs/screenshots the pages are kept as pictures, at both widths. */
const SHOTS = process.env['SCREENSHOTS'];
const EMPLOYER = '13900138510';
const WORKERS = 10;
const phoneOf = (n: number) => `1380013${String(8510 + n)}`;
const nameOf = (n: number) => `${'陈李王张刘赵周吴郑孙'[n]}小${'一二三四五六七八九十'[n]}`;
/** The four statutory days of Spring Festival 2026, ten hours each. */
const DAYS = ['2月16日\u2060周一', '2月17日\u2060周二', '2月18日\u2060周三', '2月19日\u2060周四'];
const SMALL = { width: 320, height: 700 };

/** The restaurant's case through the pages: workers on phones, the union's people and the employer at desks. */
describe('scenario A5 in browsers', () => {
  let product: Product;
  let browser: Browser;
  let caseId: string;
  let filerClient: Client;
  const errors: string[] = [];
  const people: Record<'filer' | 'member' | 'employer' | 'operator' | 'delegate' | 'mediator', Page> = {} as never;

  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    const url = product.urls[0]!;
    const operator = await demoStaff(product, 'operator');
    filerClient = await signInByPhone(url, phoneOf(0), nameOf(0));
    const employer = await signInByPhone(url, EMPLOYER, '钱店长');
    ({ caseId } = ok(
      await operator.post('/api/cases/quick', {
        requestId: id(),
        behalf: { name: nameOf(0), phone: phoneOf(0), consent: '已告知并同意工会代为提交' },
        facts: {
          disputeTypes: ['OVERTIME'],
          region: '滨海县',
          employer: { name: '滨海县某酒店' },
          employment: { contract: 'yes', insured: 'yes', platformWork: false, monthlyWageFen: 234_900 },
          claims: [{ kind: 'overtime_pay', amountFen: 1_620_000 }],
          story: '春节四天法定节假日都上班，酒店只安排了补休，没有支付三倍工资。',
          groupSize: WORKERS,
        },
      }),
    ));
    ok(await operator.post(`/api/cases/${caseId}/invitations`, { requestId: id(), phone: EMPLOYER }));
    const [, token] = await smsTo(url, EMPLOYER, /\/i\/([\w-]{43})/);
    ok(await employer.post(`/api/invitations/${token}/accept`, { representativeName: '钱店长', position: '店长' }));
    const open = async (who: keyof typeof people, client: Client, size = DESKTOP) => {
      const { page } = await openWindow(browser, url, size, client);
      await canBeAudited(page);
      page.on('pageerror', (e) => errors.push(`${who}: ${String(e)}`));
      page.on('dialog', (d) => void d.accept());
      people[who] = page;
    };
    await open('filer', filerClient, PHONE);
    await open('member', await signInByPhone(url, phoneOf(1), nameOf(1)), PHONE);
    await open('employer', employer);
    await open('operator', operator);
    await open('delegate', await demoStaff(product, 'grid'));
    await open('mediator', await demoStaff(product, 'mediator'));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const shot = async (page: Page, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    const own = page.viewportSize()!;
    for (const [label, size] of [['phone', PHONE], ['desktop', DESKTOP]] as const) {
      await page.setViewportSize(size);
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${SHOTS}/${name}-${label}.png`, fullPage: true });
    }
    await page.setViewportSize(own);
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const card = (page: Page, heading: string | RegExp) => page.locator('section.card').filter({ has: page.getByRole('heading', { name: heading }) });
  /** A person confirms what the button says with the code that comes to the own phone. */
  const confirms = async (page: Page, phone: string, ask: string, text: RegExp, done: string) => {
    await press(page, ask);
    await sees(page, '确认码已发到');
    const [, code] = await smsTo(product.urls[0]!, phone, text);
    await page.getByLabel(/^确认码/).fill(code!);
    await press(page, done);
  };
  const open = async (page: Page, path: string) => {
    await page.goto(path);
    await page.locator('main:visible h1').first().waitFor();
  };
  const isOpenToAll = async (page: Page) => {
    const [path, ...found] = await barriers(page, [page.viewportSize()!, ...(page.viewportSize()!.width < 500 ? [SMALL] : [])]);
    expect([path, ...found]).toEqual([path]);
  };

  it('one of them lists the workers; what is due at 300 % is counted as it is typed', async () => {
    const { filer, member } = people;
    await open(member, '/groups');
    await sees(member, '没有人把您列入多人争议');
    await open(filer, `/cases/${caseId}`);
    const group = card(filer, '一起维权的劳动者');
    await group.getByText('提交时说有 10 人').waitFor();
    await group.getByText('添加一位劳动者').click();
    await group.getByLabel('哪一年').selectOption('2026');
    for (const name of DAYS) await group.getByLabel(name, { exact: true }).check();
    for (const name of DAYS) await group.getByLabel(`${name} 上班小时数`).fill('10');
    await group.getByText('已选 4 天，共 40 小时').waitFor();
    await group.getByLabel(/^月工资/).fill('2,349');
    await group.getByText('1,620 元').first().waitFor();
    for (const n of [0, 1]) {
      await group.getByLabel('姓名').fill(nameOf(n));
      await group.getByLabel('本人手机号').fill(phoneOf(n));
      await group.getByRole('button', { name: '添加' }).click();
      await group.getByText(`已列入：${nameOf(n)}`).waitFor();
    }
    await isOpenToAll(filer);
    await shot(filer, 'group-card-add');
  });

  it('each joins by the own phone, and sees the own row alone', async () => {
    const { filer, member } = people;
    await open(member, '/cases');
    await sees(member, '有 1 个多人争议等您确认是否参加');
    await member.getByRole('link', { name: '我参加的多人争议' }).click();
    await sees(member, `${nameOf(0)}把您列入与滨海县某酒店的争议`);
    await shot(member, 'groups-invited');
    await confirms(member, phoneOf(1), '我要参加', /确认参加一起多人劳动争议，确认码 (\d{6})/, '确认参加');
    await member.getByText('已参加', { exact: true }).waitFor();
    await open(filer, '/groups');
    await confirms(filer, phoneOf(0), '我要参加', /确认参加一起多人劳动争议，确认码 (\d{6})/, '确认参加');
    await filer.getByText('已参加', { exact: true }).waitFor();
    // to the case itself a member is nobody
    await member.goto(`/cases/${caseId}`);
    await sees(member, '没有找到，或者您无权查看');
  });

  it('the hotline writes down the consent of those who come in person', async () => {
    const { operator } = people;
    await open(operator, `/desk/cases/${caseId}`);
    const group = card(operator, '一起维权的劳动者');
    await group.getByText('添加一位劳动者').click();
    await group.getByLabel('哪一年').selectOption('2026');
    for (const name of DAYS) await group.getByLabel(name, { exact: true }).check();
    for (const name of DAYS) await group.getByLabel(`${name} 上班小时数`).fill('10');
    await group.getByLabel(/^月工资/).fill('2349');
    await group.getByLabel(/^本人同意的记录/).fill('本人到场，听读后同意参加');
    for (let n = 2; n < WORKERS; n++) {
      await group.getByLabel('姓名').fill(nameOf(n));
      await group.getByLabel('本人手机号').fill(phoneOf(n));
      await group.getByRole('button', { name: '添加' }).click();
      await group.getByText(`已列入：${nameOf(n)}`).waitFor();
    }
    await group.getByText('全体 10 人，合计应付 16,200 元').waitFor();
    await group.getByText('满 10 人，还没有推举 3 至 5 名代表').waitFor();
    await group.getByText('扫码确认参加').click();
    await group.getByText(/没有列入的人扫码看不到这个案件/).waitFor();
    await isOpenToAll(operator);
    await operator.locator('#group-title').evaluate((title) => title.scrollIntoView());
    await shot(operator, 'desk-group');
  }, 90_000);

  it('three are elected on paper, and a grid officer is given a letter with scope and expiry', async () => {
    const { filer, member } = people;
    await open(filer, `/cases/${caseId}`);
    const group = card(filer, '一起维权的劳动者');
    await group.getByText('推举代表', { exact: true }).click();
    for (const n of [0, 1]) await group.getByRole('checkbox', { name: nameOf(n) }).check();
    await group.getByText('已选 2 人，应为 3 至 5 人').waitFor();
    await group.getByRole('checkbox', { name: nameOf(2) }).check();
    await group.getByText('已选 3 人', { exact: true }).waitFor();
    await group.getByLabel('拍照或选择推举证明').setInputFiles({ name: '推举.png', mimeType: 'image/png', buffer: PNG });
    await group.getByRole('button', { name: '登记代表' }).click();
    await group.getByText('重新推举代表').waitFor();
    // the paper that goes to the commission, for everybody to sign
    await group.getByRole('link', { name: '打开推举代表人证明书' }).click();
    const proof = filer.locator('.paper');
    await proof.getByText(/申请人10人与滨海县某酒店.*有共同请求/).waitFor();
    for (let n = 0; n < WORKERS; n++) await proof.getByRole('cell', { name: nameOf(n), exact: true }).first().waitFor();
    await isOpenToAll(filer);
    await shot(filer, 'representatives-proof');
    await open(filer, `/cases/${caseId}`);

    const letters = card(filer, '授权委托书');
    await letters.getByText('委托工会的人代我们办').click();
    await letters.getByLabel('委托给谁').selectOption({ label: '网格员小丁' });
    for (const power of [/^同意和解方案/, /^代签协议书/]) await letters.getByRole('checkbox', { name: power }).check();
    await letters.getByLabel(/^和解总额不低于/).fill('16000');
    await letters.getByLabel('有效到哪一天').last().fill('2028-12-31');
    await letters.getByLabel('拍照或选择委托书').setInputFiles({ name: '委托书.png', mimeType: 'image/png', buffer: PNG });
    await isOpenToAll(filer);
    await letters.getByRole('button', { name: '确认委托' }).click();
    await letters.getByText('和解总额不低于 16,000 元').waitFor();
    await letters.getByText(/有效至 2028年12月31日/).waitFor();
    await shot(filer, 'group-card');

    await open(member, '/groups');
    await sees(member, `推举的代表：${nameOf(0)}、${nameOf(1)}和${nameOf(2)}`);
    await sees(member, '网格员小丁');
    await sees(member, /有效至 2028年12月31日/);
    expect(await member.getByText('16,000').count()).toBe(0);
    await isOpenToAll(member);
    await shot(member, 'groups-joined');
    await member.getByRole('link', { name: '打开案件' }).click();
    await sees(member, '一起维权的劳动者');
  }, 90_000);

  it('the delegate finds the case on the desk, and settles within the letter, worker by worker', async () => {
    const { filer, employer, operator, delegate, mediator } = people;
    await operator.getByRole('button', { name: /约调解会|安排/ }).first().click();
    await fillTime(operator, '开始时间', Date.now() + 3_600_000);
    await operator.getByLabel(/^调解员/).selectOption({ label: '陈调解' });
    await press(operator, '安排');
    await operator.getByRole('link', { name: '进入调解会' }).waitFor();
    for (const who of [filer, employer]) {
      await open(who, `/cases/${caseId}`);
      await who.getByRole('link', { name: '进入调解会' }).click();
      await press(who, '我已阅读并同意');
      await sees(who, '等候区');
    }
    await open(mediator, `/desk/cases/${caseId}`);
    await mediator.getByRole('link', { name: '进入调解会' }).click();
    await press(mediator, '开始调解会');

    // the employer offers less: named by surname and row, each gets a part of it by what is due
    await employer.getByLabel('项目').selectOption('overtime_pay');
    await employer.getByText('陈某').first().waitFor();
    for (let n = 3; n < WORKERS; n++) expect(await employer.getByText(nameOf(n)).count()).toBe(0);
    await employer.getByLabel(/^金额/).fill('15000');
    await sees(employer, '每人合计 16,200 元，比总额多 1,200 元');
    await press(employer, '把 15,000 元按应付比例分到每人');
    await sees(employer, '每人合计 15,000 元，与总额一致');
    await employer.getByLabel('第一期付款日期').last().fill('2027-01-15');
    await shot(employer, 'shares-form');
    await press(employer, '提交方案');

    await open(delegate, '/desk/cases');
    await delegate.getByRole('link', { name: /和调/ }).first().click();
    await card(delegate, '授权委托书').getByText('还有').waitFor();
    await delegate.getByRole('link', { name: '进入调解会' }).click();
    await sees(delegate, '您不在会场里');
    await press(delegate, '接受');
    await sees(delegate, '这超出了授权委托书写明的权限');
    await press(delegate, '提反方案');
    await delegate.getByLabel('项目').selectOption('overtime_pay');
    await delegate.getByLabel(/^第 1 位/).fill('1600');
    await sees(delegate, '比总额少 20 元');
    expect(await delegate.getByRole('button', { name: '提交方案' }).isEnabled()).toBe(false);
    await delegate.getByLabel(/^第 1 位/).fill('1620');
    await delegate.getByLabel('第一期付款日期').last().fill('2027-01-15');
    await isOpenToAll(delegate);
    await press(delegate, '提交方案');
    await employer.getByRole('listitem').filter({ hasText: '网格员小丁' }).getByText('16,200 元').first().waitFor();
    await shot(employer, 'shares-proposal');
    await press(employer, '接受');
    await sees(mediator, '方案已被接受。');
    await press(mediator, '达成一致，结束');
    await sees(filer, /调解会结束：达成一致/);
  }, 120_000);

  it('is signed for the workers when each has agreed to the own amount, and sealed with everybody in it', async () => {
    const { filer, member, employer, operator, delegate, mediator } = people;
    await delegate.reload();
    await delegate.getByRole('link', { name: '打开协议书' }).first().click();
    await press(delegate, '我已完整阅读');
    await sees(delegate, '还有 10 人没有同意本人金额');
    for (const [n, who] of [filer, member].entries()) {
      await open(who, '/groups');
      await confirms(who, phoneOf(n), '同意这个金额', /属于您本人的金额，确认码 (\d{6})/, '确认同意');
      await sees(who, /您已于 .* 同意/);
    }
    await open(operator, `/desk/cases/${caseId}`);
    await operator.getByRole('link', { name: '打开协议书' }).first().click();
    const table = card(operator, '10 人各自的金额');
    await table.getByText('10 人中已有 2 人同意本人金额').waitFor();
    await table.getByLabel('同意时怎么说的').fill('本人到场，听读后同意本人金额');
    await operator.locator('#shares-title').evaluate((title) => title.scrollIntoView());
    await shot(operator, 'shares-signing');
    await isOpenToAll(operator);
    for (let n = 2; n < WORKERS; n++) {
      await table.getByRole('button', { name: '记录同意' }).click();
      await table.getByText(`10 人中已有 ${n + 1} 人同意本人金额`).waitFor();
    }
    await press(delegate, /^签名$/);
    await sees(delegate, /已签/);
    await open(employer, '/cases');
    await employer.getByRole('link', { name: /滨海县某酒店/ }).click();
    await employer.getByRole('link', { name: '打开协议书' }).click();
    await card(employer, '10 人各自的金额').getByText('陈某').first().waitFor();
    await press(employer, '我已完整阅读');
    await press(employer, '获取签名确认码');
    const [, code] = await smsTo(product.urls[0]!, EMPLOYER, /签署调解协议书，确认码 (\d{6})/);
    await employer.getByLabel(/^确认码/).fill(code!);
    await press(employer, /^签名$/);
    await open(mediator, `/desk/cases/${caseId}`);
    await mediator.getByRole('link', { name: '打开协议书' }).first().click();
    await press(mediator, '我已完整阅读');
    await press(mediator, /^签名$/);
    await press(mediator, '加盖公章');
    await sees(delegate, '协议已生效');
    const href = await delegate.getByRole('link', { name: '下载协议书（PDF）' }).getAttribute('href');
    const text = (await pdfText(await (await delegate.request.get(href!)).body())).replace(/\s/g, '');
    for (let n = 0; n < WORKERS; n++) expect(text).toContain(nameOf(n));
    expect(text).toContain(`网格员小丁（受托人，代${nameOf(0)}签名）`);
  }, 120_000);

  it('is paid worker by worker, and each sees that the own money came', async () => {
    const { filer, member, operator } = people;
    const [{ id: agreementId }] = ok(await filerClient.get(`/api/cases/${caseId}/agreements`)).items;
    await open(member, '/groups');
    await member.getByText('我收到钱了').click();
    await member.getByLabel(/^多少钱/).fill('1000');
    await member.getByRole('button', { name: '登记' }).click();
    await sees(member, '620 元');
    await isOpenToAll(member);
    await shot(member, 'groups-paid');
    const table = card(operator, '10 人各自的金额');
    await table.getByText('已付 1,000 元，还差 15,200 元').waitFor();
    await isOpenToAll(operator);
    await open(filer, `/agreements/${agreementId}`);
    await sees(filer, '已付 1,000 元，还差 15,200 元');
    await isOpenToAll(filer);
    await shot(filer, 'shares-paying');
    await table.getByRole('button', { name: '登记付款' }).click();
    await table.getByText('已付 16,200 元，还差 0 元').waitFor();
    await member.reload();
    await sees(member, '您的钱已经付清');
    expect(ok(await filerClient.get(`/api/cases/${caseId}`))).toMatchObject({ status: 'closed', outcome: 'settled', amountSettledFen: 1_620_000 });
    expect(errors).toEqual([]);
  }, 90_000);
});
