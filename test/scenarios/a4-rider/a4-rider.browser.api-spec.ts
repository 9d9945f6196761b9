import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoStaffSignsIn, DESKTOP, eventually, keepPicture, launchBrowser, openWindow, pdfText, PHONE, press, type Product, sees, smsTo, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { answer, type Told } from '../../browser/answering.js';
import { appScreen } from './app-screen.js';

const RIDER = '13800138044';
const STATION = '13900139044';
const SECRET = '律师，我其实愿意只要三万';
const REFERENCE = '平劳人仲案〔2026〕第88号';

/** The rider, in his own words. */
const TOLD: Told = {
  '您是怎么干活的': '在平台接单', 管您管得严吗: '很严', 谁给您发钱: '站点', 多大年纪: '满18岁', 有多少人: '只有我', 遇到了什么事: ['干活或者上下班路上受伤', '说我不是它的人'], 营业执照: '是',
  哪天开始上班: '2026-03-01', 现在还在那里干吗: '是', 每个月工资平均多少: '7,200', 签过书面劳动合同吗: '没签', 工伤保险了吗: '否', '在哪儿、怎么受伤的': '上班时间', 哪天出的事: '2026-09-02',
  工伤认定走到哪一步: '还没申请', 停工了几个月: '2', 垫了多少医疗费: '46,000', 已经给过多少: '0', 哪天知道: '2026-09-10', '走到哪一步了': '还没去仲裁',
};

/** Two screens of his app, and what each of them is on the list of what a platform worker has to show. */
const KIT = [
  { file: '事故时的订单.png', is: '出事时的订单、App轨迹和在线记录', screen: { title: '订单 8830 4417', lines: ['2026-09-02 11:52 站点派单', '12:06 已取餐 海泊路店', '12:19 骑手上报：路滑摔倒', '12:21 站长：先送完再说'] } },
  { file: '派单和罚款.png', is: '排班、考勤、罚款、派单的规则和截图', screen: { title: '本周排班与扣款', lines: ['早班 09:30 到站打卡', '拒单 1 次，扣 20 元', '迟到 6 分钟，扣 50 元', '请假须站长同意'] } },
] as const;

/** A rider's case in real browsers side by side: from the phone to the commission's inbox, and the award coming back. */
describe('scenario A4 in browsers', () => {
  let product: Product;
  let browser: Browser;
  const errors: string[] = [];
  const people: Record<'rider' | 'lawyer' | 'station' | 'commission', Page> = {} as never;
  beforeAll(async () => {
    product = await startProduct('embedded');
    browser = await launchBrowser();
    for (const who of ['rider', 'lawyer', 'station', 'commission'] as const) people[who] = await window(who === 'rider' ? PHONE : DESKTOP);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const window = async (size: typeof PHONE) => {
    const { page } = await openWindow(browser, product.urls[0]!, size);
    page.on('pageerror', (e) => errors.push(String(e)));
    return page;
  };
  const signIn = async (page: Page, phone: string) => {
    await page.getByLabel('手机号').fill(phone);
    await press(page, '获取验证码');
    const [, code] = await smsTo(product.urls[0]!, phone, /验证码 (\d{6})/);
    await page.getByLabel(/^验证码/).fill(code!);
    await press(page, '登录');
  };

  it('the rider tells on his phone what happened, and is told what the law says', async () => {
    const { rider } = people;
    await rider.goto('/sign-in?next=/');
    await signIn(rider, RIDER);
    await press(rider, '我要申请调解');
    await rider.getByRole('heading', { level: 1, name: '您是怎么干活的？' }).waitFor();
    await answer(rider, TOLD);
    await rider.getByLabel('单位名称').fill('某外卖配送服务站');
    await rider.getByLabel(/岗位/).fill('外卖骑手');
    await rider.getByLabel(/在哪里上班/).fill('市北区');
    await press(rider, '下一步');
    await sees(rider, '法律上怎么说');
  });

  it('he files without a contract, with the screens of his app', async () => {
    const { rider } = people;
    await press(rider, '下一步');
    await rider.getByLabel(/^事情经过/).fill('2026年9月2日送餐途中摔倒骨折，站点说我不是他们的员工。');
    await press(rider, '下一步');
    await rider.getByLabel('您的姓名').fill('马骑手');
    await rider.getByLabel(/身份证号/).fill('110105199501011234');
    await press(rider, '下一步');
    for (const [i, { file, is, screen }] of KIT.entries()) {
      await rider.getByLabel('选文件').setInputFiles({ name: file, mimeType: 'image/png', buffer: await appScreen(browser, screen) });
      const what = rider.getByLabel(/^这份是清单里的哪一项/);
      await what.nth(i).selectOption({ label: is });
      await rider.getByRole('link', { name: is }).waitFor();
    }
    await press(rider, '下一步');
    await sees(rider, '某外卖配送服务站 · 市北区');
    await rider.getByRole('listitem').filter({ hasText: '60,400 元' }).first().waitFor();
    await press(rider, '提交申请');
    await sees(rider, /和调〔\d{4}〕\d{6}号/);
  });

  it('a lawyer for platform work is suggested first, takes the case, and they talk', async () => {
    const { rider, lawyer } = people;
    await rider.getByRole('link', { name: '选一位律师' }).click();
    await rider.locator('ol.lawyers > li').first().getByRole('heading', { name: '赵立新' }).waitFor();
    await press(rider, '请赵立新律师接案');
    await sees(rider, /已请赵立新律师接案/);
    await demoStaffSignsIn(lawyer, 'lawyer5');
    await sees(lawyer, '马骑手');
    expect(await lawyer.getByText('摔倒骨折').count()).toBe(0);
    await press(lawyer, '没有利益冲突');
    await sees(lawyer, /摔倒骨折/);
    await press(lawyer, '接案');
    await rider.reload();
    await rider.getByRole('link', { name: /和律师聊/ }).click();
    await rider.getByLabel('写点什么').fill(SECRET);
    await press(rider, '发送');
    await lawyer.getByRole('link', { name: /和调/ }).first().click();
    await lawyer.getByRole('link', { name: '进入咨询室' }).click();
    await sees(lawyer, SECRET);
    await lawyer.getByLabel('写点什么').fill('先把订单和派单截图留好，我代理您。');
    await press(lawyer, '发送');
    await sees(rider, '先把订单和派单截图留好，我代理您。');
  });

  it('the station comes by SMS link and says he is not theirs; the lawyer represents him by legal aid', async () => {
    const { rider, lawyer, station } = people;
    await lawyer.getByRole('link', { name: /← 和调/ }).click();
    await lawyer.getByLabel('单位负责人手机号').fill(STATION);
    await press(lawyer, '发送短信邀请');
    const [, token] = await smsTo(product.urls[0]!, STATION, /\/i\/([\w-]{43})/);
    await station.goto(`/i/${token}`);
    await station.getByRole('link', { name: '用手机号登录并查看' }).click();
    await signIn(station, STATION);
    await station.getByLabel('您的姓名').fill('钱站长');
    await station.getByLabel('您的职务').fill('站长');
    await press(station, /我代表某外卖配送服务站参加/);
    const claim = station.getByRole('group', { name: /确认劳动关系/ });
    await claim.getByLabel('不认可').check();
    await station.getByLabel('理由').fill('他是自己接单的众包骑手');
    await station.getByLabel('贵单位的意见').fill('双方没有劳动关系，不同意调解。');
    await press(station, '提交答复');
    await sees(station, /已于 .* 提交/);
    expect(await station.getByText(SECRET).count()).toBe(0);
    expect(await station.getByText(KIT[0].is).count()).toBe(0); // his screens stay private
    await lawyer.reload();
    await sees(lawyer, /双方没有劳动关系/);
    await press(lawyer, '法律援助代理');
    await sees(lawyer, '当前选择：法律援助代理');
    await rider.getByRole('link', { name: /← 和调/ }).click();
    await sees(rider, /他是自己接单的众包骑手/);
    await sees(rider, '选择了解决办法：法律援助代理');
  });

  it('the rider hands it on; the commission receives one packet, with nothing said in private', async () => {
    const { rider, commission } = people;
    await press(rider, '整理材料并转交');
    await sees(rider, '已送达');
    await demoStaffSignsIn(commission, 'commission');
    await commission.getByRole('article').filter({ hasText: '马骑手' }).getByRole('link').click();
    for (const { is } of KIT) await commission.getByRole('link', { name: is }).waitFor();
    await keepPicture(commission, 'inbox');
    const packet = await commission.request.get((await commission.getByRole('link', { name: '打开材料' }).getAttribute('href'))!);
    const text = await pdfText(await packet.body());
    for (const said of ['仲裁申请书', '马骑手', '110105199501011234', '某外卖配送服务站', '60,400.00元', KIT[0].is]) expect(text).toContain(said);
    expect(text).not.toContain(SECRET);
    await commission.getByLabel('我方案号').fill(REFERENCE);
    await press(commission, '确认收件');
    await report(commission, '已受理', '予以受理');
    await rider.locator('.timeline').getByText(/^已受理：.*予以受理/).waitFor(); // by itself, while he looks
  });

  it('the award comes back, and with it the days that now count', async () => {
    const { rider, lawyer, commission } = people;
    await report(commission, '已裁决', '双方存在劳动关系，支持申请人的请求', '46000');
    await rider.reload();
    await sees(rider, /^裁决：.*双方存在劳动关系，支持申请人的请求.*46,000 元/);
    // what a right is lost by stands on the case itself, not on the page of dates alone
    await sees(rider, /^不服裁决起诉期：(建议最晚|最后一日)/);
    await keepPicture(rider, 'case-awarded');
    await sees(rider, /^裁决已经下来。不服的，要在期限内起诉/);
    await rider.getByRole('link', { name: '期限与权益' }).click();
    await rider.getByRole('heading', { level: 3, name: '裁决书上写的是终局裁决吗？' }).waitFor();
    await clock(rider, '不服裁决起诉期').getByText('由任何一方办理').waitFor();
    expect(await clock(rider, '用人单位申请撤销期').count()).toBe(0);
    await rider.getByLabel('是', { exact: true }).check();
    await press(rider, '下一步');
    // of a final award he may sue, and the station may only ask that it be set aside
    await clock(rider, '不服裁决起诉期').getByText('由劳动者办理').waitFor();
    await clock(rider, '不服裁决起诉期').getByText('还有 15 天').waitFor();
    await clock(rider, '用人单位申请撤销期').getByText('还有 30 天').waitFor();
    await clock(rider, '调解期限').getByText('已办理').waitFor();
    await keepPicture(rider, 'rights-awarded');
    await lawyer.reload();
    await lawyer.getByRole('listitem').filter({ hasText: '马骑手' }).getByText('还有 15 天').waitFor();
    await sees(lawyer, /^裁决已经下来/);
  });

  it('opens the numbers of the city to the cases behind them', async () => {
    const legal = await window(DESKTOP);
    await demoStaffSignsIn(legal, 'legal');
    await eventually(async () => {
      await legal.reload();
      await legal.locator('button.tile').first().waitFor();
      return parseInt((await legal.locator('button.tile strong').first().textContent()) ?? '', 10) >= 200;
    }, 'the numbers are compiled');
    await legal.getByRole('button', { name: /^已到账/ }).click();
    await sees(legal, '对应案件：已到账（元）');
    await legal.getByRole('link', { name: /和调〔/ }).first().waitFor();
    await keepPicture(legal, 'desk-legal');
  });

  it('fails on no page', () => expect(errors).toEqual([]));

  const clock = (page: Page, title: string) => page.locator('section.card.next li').filter({ has: page.getByText(title, { exact: true }) });
  /** What the commission writes of its case, dated the day it writes. */
  async function report(commission: Page, status: string, text: string, yuan?: string): Promise<void> {
    await commission.getByLabel('进展').selectOption({ label: status });
    await commission.getByLabel('说明').fill(text);
    if (yuan) await commission.getByLabel(/^裁决金额/).fill(yuan);
    await press(commission, '提交进展');
    await commission.locator('.timeline').getByText(status, { exact: true }).waitFor();
  }
});
