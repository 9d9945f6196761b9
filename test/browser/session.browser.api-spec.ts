import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMeeting, schedule, type Meeting } from '@hejie/mediation/testing';
import { type Client, DESKTOP, keepPicture, launchBrowser, openWindow, PHONE, press, sees, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';

describe('a mediation session in browsers', () => {
  let t: TestApp;
  let browser: Browser;
  let m: Meeting;
  const errors: string[] = [];
  /** The line of the employer's page, which dies without a word when it is not up. */
  const line = {
    up: true,
    carry(client: WebSocketRoute): void {
      const server = client.connectToServer();
      client.onMessage((message) => void (line.up && server.send(message)));
      server.onMessage((message) => void (line.up && client.send(message)));
    },
  };
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
      if (who === 'employer') await window.page.routeWebSocket(/\/socket\//, (client) => line.carry(client));
      await window.page.goto(`/sessions/${m.sessionId}`);
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const see = async (who: Client = m.mediator) => (await who.get(`/api/sessions/${m.sessionId}`)).body;

  it('lets parties wait after they have agreed to the rules, and the mediator sees who has come', async () => {
    const { worker } = pages;
    await sees(worker, '调解员保持中立');
    await keepPicture(worker, 'session-rules');
    expect((await see()).participants.filter((p: { arrived: boolean; side: string }) => p.arrived && p.side !== 'mediator')).toEqual([]);
    await press(worker, '我已阅读并同意');
    await sees(worker, '已经登记您到了');
    await sees(worker, '调解员陈调解已经到了。');
    await keepPicture(worker, 'session-waiting');
  });

  it('shows the mediator that a side has not come, with another day at hand, until it comes', async () => {
    const { worker, employer, mediator } = pages;
    await t.db.query(`insert into session_no_show (session_id, sides, recorded_at) values ($1, '{respondent}', now())`, [m.sessionId]);
    await mediator.getByRole('alert').getByText('用人单位').waitFor();
    await keepPicture(mediator, 'session-absent-mediator');
    await sees(worker, '您可以再等一等');
    await keepPicture(worker, 'session-absent-worker');
    await press(employer, '我已阅读并同意');
    await sees(employer, '已经登记您到了');
    await mediator.getByText('已到', { exact: true }).nth(2).waitFor();
    await mediator.getByRole('alert').waitFor({ state: 'detached' });
    await keepPicture(mediator, 'session-mediator-before');
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
    await keepPicture(worker, 'session-locked-worker');
    await press(mediator, '恢复本房间发言');
    await press(mediator, '请孙经理暂停发言');
    await sees(employer, '调解员请您暂停发言。您可以看，暂时不能发。');
    await keepPicture(mediator, 'session-floor-mediator');
    await keepPicture(employer, 'session-muted-employer');
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

  it('ends with rooms that are read and not written in: what was on its way is said to be refused, and nothing of it is stored', async () => {
    const { worker, employer, mediator } = pages;
    await press(mediator, '请姜小明到共同会商');
    await sees(worker, '调解会开始。');
    // written on a page whose line is down while the session ends
    line.up = false;
    await sees(employer, '连接断开了，正在重新连接');
    await employer.getByLabel('写点什么').fill('会后才到的一句');
    await press(employer, '发送');
    await mediator.getByRole('button', { name: '调解未成，结束' }).click();
    await sees(worker, '调解会已经结束，记录已封存。可以看，不能再发言。');
    await keepPicture(worker, 'session-sealed-room');
    line.up = true;
    const late = employer.locator('.said', { hasText: '会后才到的一句' });
    await late.getByText('调解会已经结束，记录已封存，可以看，不能再发言。').waitFor();
    await sees(employer, '调解会已经结束，记录已封存。可以看，不能再发言。');
    expect(await late.getByRole('button', { name: '没发出去，点这里重发' }).count()).toBe(0);
    await keepPicture(employer, 'session-sealed-refused');
    for (const page of [worker, employer, mediator]) {
      await sees(page, '我在车间受的伤。');
      for (const control of [page.getByLabel('写点什么'), page.getByLabel('对这条消息：引用或者撤回')]) expect(await control.count()).toBe(0);
    }
    const { rooms } = await see();
    for (const { id } of rooms) expect(JSON.stringify((await m.mediator.get(`/api/rooms/${id}/messages?limit=200`)).body)).not.toContain('会后才到的一句');
    await late.getByRole('button', { name: '删除' }).click();
    await late.waitFor({ state: 'detached' });
  }, 120_000);

  it('leaves a sealed log that a party takes home', async () => {
    const { worker } = pages;
    const link = worker.getByRole('link', { name: '下载记录' });
    await link.waitFor();
    await keepPicture(worker, 'session-sealed');
    const [download] = await Promise.all([worker.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
  });

  it('has minutes that the mediator writes from the room, and that a party confirms and another objects to', async () => {
    const { worker, employer, mediator } = pages;
    await mediator.getByRole('link', { name: '调解笔录' }).click();
    await mediator.getByText('我在车间受的伤。').click();
    await mediator.getByRole('group', { name: '申请人一方要求更换调解员吗？' }).getByLabel('不要求').check();
    await mediator.getByLabel('申请人一方陈述').fill('请求支付一次性伤残补助金。');
    await mediator.getByLabel('用人单位一方陈述').fill('对金额有异议。');
    await mediator.getByLabel('各方无争议的事实').fill('双方认可2019年6月入职。');
    await mediator.getByLabel('调解结果').fill('没有达成一致。');
    await press(mediator, '保存草稿');
    await keepPicture(mediator, 'minutes-draft');
    await press(mediator, '交各方阅读');
    await sees(mediator, '各方阅读中');
    for (const who of [worker, employer]) {
      await who.getByRole('link', { name: '调解笔录' }).click();
      await sees(who, '我在车间受的伤。');
      await sees(who, '申请人一方要求更换调解员吗？ 不要求');
    }
    await keepPicture(worker, 'minutes-read');
    await press(worker, '内容属实，获取确认码');
    const [, code] = await smsTo(t.url, m.phones.worker, /确认调解笔录，确认码 (\d{6})/);
    await worker.getByLabel('短信里的确认码').fill(code!);
    await press(worker, '确认笔录');
    await sees(worker, '已确认');
    await press(employer, '有不对的地方');
    await employer.getByLabel(/哪里不对/).fill('入职时间是7月。');
    await keepPicture(employer, 'minutes-object');
    await press(employer, '提出异议');
    await sees(mediator, '入职时间是7月。');
    await keepPicture(mediator, 'minutes-objected');
    await press(mediator, '就此定稿');
    await sees(worker, '已定稿');
    expect(errors).toEqual([]);
  });
});
