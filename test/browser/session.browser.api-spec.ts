import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMeeting, schedule, type Meeting } from '@hejie/mediation/testing';
import { type Client, DESKTOP, launchBrowser, openWindow, PHONE, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';

/** With SCREENSHOTS=<folder> the pages are kept as pictures, at both widths. */
const SHOTS = process.env['SCREENSHOTS'];

describe('a mediation session in browsers', () => {
  let t: TestApp;
  let browser: Browser;
  let m: Meeting;
  const errors: string[] = [];
  const pages: Record<'worker' | 'employer' | 'mediator', Page> = {} as never;
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser();
    m = await aMeeting(t);
    await schedule(t, m);
    // ten minutes to the start: the waiting room is open
    await t.db.query(`update mediation_session set starts_at = now() + interval '10 minutes' where id = $1`, [m.sessionId]);
    for (const who of ['worker', 'employer', 'mediator'] as const) {
      const window = await openWindow(browser, t.url, who === 'worker' ? PHONE : DESKTOP, m[who]);
      pages[who] = window.page;
      window.page.on('pageerror', (e) => errors.push(`${who}: ${String(e)}`));
      await window.page.goto(`/sessions/${m.sessionId}`);
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const see = async (who: Client = m.mediator) => (await who.get(`/api/sessions/${m.sessionId}`)).body;
  const shot = async (page: Page, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    const own = page.viewportSize()!;
    for (const [label, size] of [['phone', PHONE], ['desktop', DESKTOP]] as const) {
      await page.setViewportSize(size);
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${SHOTS}/${name}-${label}.png`, fullPage: true });
    }
    await page.setViewportSize(own);
  };

  it('lets parties wait after they have agreed to the rules, and the mediator sees who has come', async () => {
    const { worker, employer, mediator } = pages;
    await sees(worker, '调解员保持中立');
    await shot(worker, 'session-rules');
    expect((await see()).participants.filter((p: { arrived: boolean; side: string }) => p.arrived && p.side !== 'mediator')).toEqual([]);
    for (const who of [worker, employer]) {
      await press(who, '我已阅读并同意');
      await sees(who, '已经登记您到了');
    }
    await sees(worker, '调解员陈调解已经到了。');
    await shot(worker, 'session-waiting');
    await mediator.getByText('已到', { exact: true }).nth(1).waitFor();
    await shot(mediator, 'session-mediator-before');
  });

  it('shows the mediator that a side has not come, with another day at hand', async () => {
    const { mediator, worker } = pages;
    await t.db.query(`insert into session_no_show (session_id, sides, recorded_at) values ($1, '{respondent}', now())`, [m.sessionId]);
    await mediator.getByRole('alert').getByText('用人单位').waitFor();
    await shot(mediator, 'session-absent-mediator');
    await sees(worker, '您可以再等一等');
    await shot(worker, 'session-absent-worker');
    await t.db.query('delete from session_no_show where session_id = $1', [m.sessionId]);
  });

  it('gives the mediator the floor: a room is paused, one person is, and both may speak again', async () => {
    const { worker, employer, mediator } = pages;
    await press(mediator, '开始调解会');
    await sees(worker, '调解会开始。');
    const joint = (await see()).rooms[0].id;
    await m.worker.post(`/api/rooms/${joint}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text: '我在车间受的伤。' } });
    await press(mediator, '暂停本房间发言');
    for (const who of [worker, employer]) await sees(who, '调解员暂停了本房间发言。您可以看，暂时不能发。');
    await shot(worker, 'session-locked-worker');
    await press(mediator, '恢复本房间发言');
    await press(mediator, '请孙经理暂停发言');
    await sees(employer, '调解员请您暂停发言。您可以看，暂时不能发。');
    await shot(mediator, 'session-floor-mediator');
    await shot(employer, 'session-muted-employer');
    await press(mediator, '恢复孙经理发言');
    await employer.getByText('调解员请您暂停发言').waitFor({ state: 'detached' });
    // a room one is moved out of while it is open on its own page is not to be read there any more
    const alone = await worker.context().newPage();
    await alone.goto(`/rooms/${joint}`);
    await sees(alone, '我在车间受的伤。');
    await press(mediator, '请姜小明到等候区');
    await sees(worker, '请稍候，调解员会请您进入房间。');
    await sees(alone, '没有找到，或者您无权查看');
    expect(await alone.getByText('我在车间受的伤。').count()).toBe(0);
    await alone.close();
  });

  it('ends with a sealed log that a party takes home', async () => {
    const { worker, mediator } = pages;
    await press(mediator, '请姜小明到共同会商');
    await sees(worker, '调解会开始。');
    await mediator.getByRole('button', { name: '调解未成，结束' }).click();
    const link = worker.getByRole('link', { name: '下载记录' });
    await link.waitFor();
    await shot(worker, 'session-sealed');
    const [download] = await Promise.all([worker.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
  });

  it('has minutes that the mediator writes from the room, and that a party confirms and another objects to', async () => {
    const { worker, employer, mediator } = pages;
    await mediator.getByRole('link', { name: '调解笔录' }).click();
    await mediator.getByText('我在车间受的伤。').click();
    await mediator.getByLabel('申请人一方陈述').fill('请求支付一次性伤残补助金。');
    await mediator.getByLabel('用人单位一方陈述').fill('对金额有异议。');
    await mediator.getByLabel('双方无争议的事实').fill('双方认可2019年6月入职。');
    await mediator.getByLabel('调解结果').fill('没有达成一致。');
    await press(mediator, '保存草稿');
    await shot(mediator, 'minutes-draft');
    await press(mediator, '交双方阅读');
    await sees(mediator, '双方阅读中');
    for (const who of [worker, employer]) {
      await who.getByRole('link', { name: '调解笔录' }).click();
      await sees(who, '我在车间受的伤。');
    }
    await shot(worker, 'minutes-read');
    await press(worker, '内容属实，获取确认码');
    const [, code] = await smsTo(t.url, m.phones.worker, /确认调解笔录，确认码 (\d{6})/);
    await worker.getByLabel('短信里的确认码').fill(code!);
    await press(worker, '确认笔录');
    await sees(worker, '已确认');
    await press(employer, '有不对的地方');
    await employer.getByLabel(/哪里不对/).fill('入职时间是7月。');
    await shot(employer, 'minutes-object');
    await press(employer, '提出异议');
    await sees(mediator, '入职时间是7月。');
    await shot(mediator, 'minutes-objected');
    await press(mediator, '就此定稿');
    await sees(worker, '已定稿');
    expect(errors).toEqual([]);
  });
});
