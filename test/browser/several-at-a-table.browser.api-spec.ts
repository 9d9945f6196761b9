import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import type { SessionView } from '@hejie/mediation/contract';
import { aSchedule, attend, SOON } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, DESKTOP, eventually, keepPicture, launchBrowser, openWindow, PHONE, press, sees, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import type { Socket } from 'socket.io-client';

const FAKE_DEVICES = ['--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream'];
const BACK_MS = 40_000;
const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';

/** Five at one table: the worker with a lawyer, two respondents who are not one side, and the mediator. */
describe('a session with several respondents in browsers', () => {
  let t: TestApp;
  let browser: Browser;
  let people: Record<'worker' | 'lawyer' | 'agency' | 'user' | 'mediator', Client>;
  const pages: Record<'agency' | 'user', Page> = {} as never;
  const errors: string[] = [];
  /** The agency's line, which dies without a word when it is not up. */
  const line = { up: true };
  let sessionId: string;
  const rooms = { joint: '', agency: '', user: '' };
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser(FAKE_DEVICES);
    people = {
      worker: await signInByPhone(t.url, '13800780001', '姜小明'),
      lawyer: await createStaff(t, 'lawyer', '王律师'),
      agency: await signInByPhone(t.url, '13900780001', '钱经理'),
      user: await signInByPhone(t.url, '13900790001', '李厂长'),
      mediator: await createStaff(t, 'mediator', '陈调解'),
    };
    const { caseId } = await aFiledCase(people.worker, { facts: injuryFacts({ employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }] }) });
    const second = (await people.worker.get(`/api/cases/${caseId}`)).body.respondents[1].id as string;
    const joins = (who: Client, ...how: ['counsel'] | ['respondent'] | ['co_respondent', string]) => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, how[0], how[1] ?? null));
    await joins(people.lawyer, 'counsel');
    await joins(people.agency, 'respondent');
    await joins(people.user, 'co_respondent', second);
    sessionId = (await people.worker.post(`/api/cases/${caseId}/sessions`, aSchedule(t, people, SOON))).body.id;
    await attend(sessionId, people.worker, people.lawyer, people.agency, people.user);
    expect((await people.mediator.post(`/api/sessions/${sessionId}/open`)).status).toBe(200);
    const { rooms: all } = (await people.mediator.get(`/api/sessions/${sessionId}`)).body as SessionView;
    rooms.joint = all.find((r) => r.kind === 'joint')!.id;
    rooms.agency = all.find((r) => r.kind === 'caucus_respondent' && !r.respondent)!.id;
    rooms.user = all.find((r) => r.respondent === second)!.id;
    for (const who of ['agency', 'user'] as const) {
      const { page } = await openWindow(browser, t.url, who === 'user' ? PHONE : DESKTOP, people[who]);
      pages[who] = page;
      page.on('pageerror', (e) => errors.push(`${who}: ${String(e)}`));
      await page.addInitScript(() => {
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => ((globalThis as { mine?: MediaStream }).mine = await ask(wanted));
      });
      if (who === 'agency') {
        await page.routeWebSocket(/\/socket\//, (client) => {
          const server = client.connectToServer();
          client.onMessage((m) => void (line.up && server.send(m)));
          server.onMessage((m) => void (line.up && client.send(m)));
        });
      }
      await page.goto(`/sessions/${sessionId}`);
      await sees(page, '调解会开始。');
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const area = (page: Page) => page.getByLabel('写点什么');
  const write = async (page: Page, text: string) => {
    await area(page).fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const place = async (who: Client, to: string) => expect((await people.mediator.post(`/api/sessions/${sessionId}/place`, { accountId: who.accountId, to })).status).toBe(200);
  const log = async (roomId: string, who = people.mediator) => JSON.stringify((await who.get(`/api/rooms/${roomId}/messages?limit=200`)).body);
  const room = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  /** Whether camera and microphone of a page are given back. */
  const released = (page: Page) => page.waitForFunction(() => (globalThis as { mine?: MediaStream }).mine?.getTracks().every((track) => track.readyState === 'ended'));

  it('says at the table who all can read, and nobody is one of two', async () => {
    for (const page of [pages.agency, pages.user]) {
      await sees(page, /各方都能看到：/);
      for (const name of ['姜小明', '王律师', '陈调解']) expect(await page.locator('.band .readers').innerText()).toContain(name);
      expect(await page.locator('main').innerText()).not.toContain('双方');
    }
    await write(pages.user, '我是电子厂的。');
    await sees(pages.agency, '我是电子厂的。');
    await keepPicture(pages.user, 'several-at-a-table');
  });

  it('holds four in its call: the fifth is told so in plain words, goes on writing, and comes in when one leaves', async () => {
    const { user } = pages;
    const four: Socket[] = [];
    for (const who of [people.worker, people.lawyer, people.agency, people.mediator]) {
      const socket = await who.socket();
      await socket.emitWithAck('room.join', { roomId: rooms.joint, afterSeq: 0 });
      expect((await socket.emitWithAck('call.join', { roomId: rooms.joint })).ok).toBe(true);
      four.push(socket);
    }
    await press(user, '加入音视频通话');
    await sees(user, '通话已满 4 人，请等有人离开后再加入。文字发言不受影响。');
    await released(user);
    await keepPicture(user, 'call-full');
    await write(user, '我先用文字说。');
    await sees(pages.agency, '我先用文字说。');
    four[0]!.emit('call.leave', { roomId: rooms.joint });
    await eventually(async () => {
      await press(user, '加入音视频通话');
      return user.getByRole('button', { name: '离开通话' }).waitFor({ timeout: 3000 }).then(() => true, () => false);
    }, 'the fifth is in');
    for (const name of ['王律师', '钱经理', '陈调解']) await user.locator('.call-faces figcaption', { hasText: name }).waitFor();
    expect(await user.getByText('通话已满 4 人').count()).toBe(0);
    await press(user, '离开通话');
    await released(user);
    for (const socket of four) socket.disconnect();
  }, 90_000);

  it('takes nobody’s voice, words or half a sentence along into the caucus they are moved to', async () => {
    const { agency, user } = pages;
    const other = await people.user.socket();
    await other.emitWithAck('room.join', { roomId: rooms.joint, afterSeq: 0 });
    await other.emitWithAck('call.join', { roomId: rooms.joint });
    const left = new Promise((told) => other.on('call.left', told));
    await press(agency, '加入音视频通话');
    await agency.getByRole('button', { name: '离开通话' }).waitFor();
    await area(agency).fill('会场里写到一半');
    await place(people.agency, 'caucus');
    await room(agency, '被申请人一背对背').waitFor();
    await left;
    await released(agency);
    await agency.getByRole('button', { name: '加入音视频通话' }).waitFor();
    expect(await area(agency).inputValue()).toBe('');
    await write(agency, '只说给调解员听。');
    await agency.locator('.said', { hasText: '只说给调解员听。' }).waitFor();
    expect(await log(rooms.agency)).toContain('只说给调解员听。');
    for (const elsewhere of [rooms.joint, rooms.user]) expect(await log(elsewhere)).not.toContain('只说给调解员听。');
    expect(await user.getByText('只说给调解员听。').count()).toBe(0);
    await place(people.agency, 'joint');
    await room(agency, '共同会商').waitFor();
    expect(await area(agency).inputValue()).toBe('会场里写到一半');
    await area(agency).fill('');
    other.disconnect();
  }, 90_000);

  it('sends what was written without a line in the room it was written in and in no other, and says that it waits', async () => {
    const { agency, user } = pages;
    line.up = false;
    await sees(agency, '连接断开了，正在重新连接');
    await write(agency, '说给会场里所有人的。');
    await place(people.agency, 'caucus');
    line.up = true;
    await room(agency, '被申请人一背对背').waitFor({ timeout: BACK_MS });
    await sees(agency, '写在“共同会商”：说给会场里所有人的。');
    await write(agency, '连上以后在背对背说的。');
    await agency.locator('.said', { hasText: '连上以后在背对背说的。' }).waitFor();
    await agency.waitForFunction(() => !document.querySelector('.unsent'));
    await keepPicture(agency, 'left-behind');
    for (const id of Object.values(rooms)) expect(await log(id)).not.toContain('说给会场里所有人的。');
    await place(people.agency, 'joint');
    await sees(user, '说给会场里所有人的。');
    await agency.getByText('写在“共同会商”').waitFor({ state: 'detached' });
    expect(await log(rooms.agency)).not.toContain('说给会场里所有人的。');
  }, 120_000);

  it('takes an offer from the page of a respondent beside the employer, which the other one reads', async () => {
    const { agency, user } = pages;
    await user.getByLabel('项目').selectOption('injury_disability');
    await user.getByLabel(/^金额/).fill('30000');
    await user.getByLabel('第一期付款日期').fill('2030-12-15');
    await press(user, '提交方案');
    await sees(user, /提出新方案：30,000/);
    await sees(agency, /提出新方案：30,000/);
    for (const page of [agency, user]) expect(await page.getByText('没有找到，或者您无权查看').count()).toBe(0);
  });

  it('tells who wrote in private while it ended that it went to nobody, and lets them throw it away', async () => {
    const { agency } = pages;
    await place(people.agency, 'caucus');
    await room(agency, '被申请人一背对背').waitFor();
    line.up = false;
    await sees(agency, '连接断开了，正在重新连接');
    await write(agency, '最后一句私下的话。');
    expect((await people.mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'failed' })).status).toBe(200);
    line.up = true;
    await sees(agency, '调解会已经结束，下面的话没有发出去，也不会再发。');
    const row = agency.locator('li', { hasText: '写在“被申请人一背对背”：最后一句私下的话。' });
    await row.getByRole('button', { name: '删除' }).click();
    await row.waitFor({ state: 'detached' });
    for (const id of Object.values(rooms)) expect(await log(id)).not.toContain('最后一句私下的话。');
    expect(errors).toEqual([]);
  }, 90_000);
});
