import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aMeeting, open, type Meeting } from '@hejie/mediation/testing';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, DESKTOP, keepPicture, launchBrowser, openWindow, PHONE, press, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { WayBetween } from './way-between.js';

// few pictures a second: four windows code theirs for three others each
const FAKE_DEVICES = ['--use-fake-device-for-media-stream=fps=5', '--allow-loopback-in-peer-connection'];
const ALLOWED = [...FAKE_DEVICES, '--use-fake-ui-for-media-stream'];
const DENIED = [...FAKE_DEVICES, '--use-fake-ui-for-media-stream=deny'];
/** A computer with neither camera nor microphone. */
const WITHOUT = ['--allow-loopback-in-peer-connection', '--use-fake-ui-for-media-stream'];

/** Keeps what the page got from the microphone, to ask whether anything of it goes out. */
function keepMicrophone() {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    (globalThis as { microphone?: MediaStreamTrack | undefined }).microphone = stream.getAudioTracks()[0];
    return stream;
  };
}

/** Keeps until when the credentials were good with which a connection was begun or begun anew, and when that was, in seconds. */
function keepCredentials() {
  const kept: { until: number; at: number }[] = ((globalThis as { credentials?: unknown }).credentials = []);
  const describe = RTCPeerConnection.prototype.setLocalDescription;
  RTCPeerConnection.prototype.setLocalDescription = function (this: RTCPeerConnection, ...given: Parameters<typeof describe>) {
    const relay = this.getConfiguration().iceServers?.find((s) => s.username);
    kept.push({ until: Number(relay?.username?.split(':')[0]), at: Date.now() / 1000 });
    return describe.apply(this, given);
  } as typeof describe;
}

describe('a call in a session, in browsers with fake cameras', () => {
  let t: TestApp;
  let browser: Browser;
  /** Of the mediator, who does not let the page use camera and microphone. */
  let denying: Browser;
  let m: Meeting;
  let lawyer: Client;
  const errors: string[] = [];
  const pages: Record<'worker' | 'employer' | 'mediator' | 'lawyer', Page> = {} as never;
  /** By which the worker's window reaches the others and is reached. */
  const way = new WayBetween();
  /** The worker's side of their socket. */
  let line: WebSocketRoute;
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web'), TURN_URLS: 'turn:127.0.0.1:9', TURN_SECRET: 'a shared secret of both', TURN_CREDENTIAL_SECONDS: '6' } });
    [browser, denying] = [await launchBrowser(ALLOWED), await launchBrowser(DENIED)];
    m = await aMeeting(t);
    await open(t, m);
    for (const who of ['worker', 'employer', 'mediator'] as const) await comes(who, m[who]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await denying?.close();
    await t?.close();
  });

  const comes = async (who: keyof typeof pages, person: { cookie: string; url: string }, by = who === 'mediator' ? denying : browser) => {
    const { page } = await openWindow(by, t.url, who === 'worker' ? PHONE : DESKTOP, person);
    pages[who] = page;
    page.on('pageerror', (e) => errors.push(`${who}: ${String(e)}`));
    await page.addInitScript(keepMicrophone);
    await page.addInitScript(keepCredentials);
    if (who === 'worker') {
      await page.routeWebSocket(/\/socket\//, (client) => {
        line = client;
        const server = client.connectToServer();
        client.onMessage((frame) => way.pass(frame, (f) => server.send(f)));
        server.onMessage((frame) => way.pass(frame, (f) => client.send(f)));
      });
    }
    await page.goto(`/sessions/${m.sessionId}`);
    await page.getByText('调解会开始。').first().waitFor();
  };
  const face = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator('video'));
  /** The picture of somebody has a size and goes on. */
  const plays = (page: Page, name: string) =>
    page.waitForFunction(
      (label) => {
        const video = [...document.querySelectorAll('video')].find((v) => v.getAttribute('aria-label') === label);
        if (!video || video.videoWidth === 0) return false;
        // its pictures are counted: its time jumps back when sound joins it
        const seen = (video as HTMLVideoElement & { seen?: number });
        const { totalVideoFrames } = video.getVideoPlaybackQuality();
        seen.seen = Math.min(seen.seen ?? totalVideoFrames, totalVideoFrames);
        return totalVideoFrames > seen.seen + 2;
      },
      name,
      { timeout: 30_000 },
    );

  it('lets two see each other’s picture move, with the chat beside it', async () => {
    const { worker, employer } = pages;
    await press(worker, '加入音视频通话');
    await worker.getByText('您已加入通话，其他人还没有加入。').waitFor();
    await press(employer, '加入音视频通话');
    await Promise.all([plays(worker, '孙经理'), plays(employer, '姜小明')]);
    await keepPicture(worker, 'call', { fullPage: false });
    await employer.getByLabel('写点什么').fill('看得到您。');
    await employer.getByLabel('写点什么').press('Enter');
    await worker.getByText('看得到您。', { exact: true }).waitFor();
  }, 90_000);

  /** From now on, `plays` looks for pictures that go on. */
  const lookAgain = (...them: Page[]) => Promise.all(them.map((p) => p.evaluate(() => document.querySelectorAll('video').forEach((v) => delete (v as HTMLVideoElement & { seen?: number }).seen))));

  type Kept = { credentials: { until: number; at: number }[] };
  const credentials = (page: Page) => page.evaluate(() => (globalThis as unknown as Kept).credentials);

  it('comes back by itself when the network under it changes, over the sockets that stayed, with credentials for a relay that are still good', async () => {
    const { worker, employer } = pages;
    const before = await Promise.all([worker, employer].map(async (page) => (await credentials(page)).length));
    // those of the beginning have run out
    for (const page of [worker, employer]) await page.waitForFunction(() => (globalThis as unknown as Kept).credentials.every((c) => c.until < Date.now() / 1000));
    way.changed();
    await Promise.all([worker.getByText('孙经理 · 连接中').waitFor(), employer.getByText('姜小明 · 连接中').waitFor()]);
    await Promise.all([worker.getByText('孙经理', { exact: true }).and(worker.locator('figcaption')).waitFor(), employer.getByText('姜小明', { exact: true }).and(employer.locator('figcaption')).waitFor()]);
    await lookAgain(worker, employer);
    await Promise.all([plays(worker, '孙经理'), plays(employer, '姜小明')]);
    for (const [i, page] of [worker, employer].entries()) {
      const since = (await credentials(page)).slice(before[i]);
      expect(since.length).toBeGreaterThan(0);
      expect(since.filter((c) => c.until <= c.at)).toEqual([]);
    }
  }, 120_000);

  it('is silent from whom the mediator mutes, who is told so and opens the microphone again alone', async () => {
    const { worker, mediator } = pages;
    const speaks = (wanted: boolean) => worker.waitForFunction((on) => (globalThis as { microphone?: MediaStreamTrack }).microphone?.enabled === on, wanted);
    await speaks(true);
    await press(mediator, '请姜小明暂停发言');
    await worker.getByText('您的麦克风已关闭，别人听不到您').waitFor();
    await speaks(false);
    expect(await worker.getByRole('button', { name: '打开麦克风' }).isDisabled()).toBe(true);
    await keepPicture(worker, 'call-muted', { fullPage: false });
    await press(mediator, '恢复姜小明发言');
    await worker.getByText('您的麦克风已关闭，别人听不到您').waitFor({ state: 'detached' });
    await speaks(false); // not opened behind anybody's back
    await press(worker, '打开麦克风');
    await speaks(true);
  }, 90_000);

  it('lets somebody without permission watch, says so in plain words, and tells how to allow it', async () => {
    const { mediator, worker } = pages;
    await press(mediator, '加入音视频通话');
    await mediator.getByText('没有得到使用摄像头和麦克风的许可').waitFor();
    await Promise.all([plays(mediator, '孙经理'), plays(mediator, '姜小明')]);
    await keepPicture(mediator, 'call-denied', { fullPage: false });
    await face(worker, '陈调解').waitFor();
  }, 90_000);

  it('lets somebody whose computer has neither camera nor microphone watch, says so, and has the chat all the same', async () => {
    lawyer = await createStaff(t, 'lawyer', '王律师');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, lawyer.accountId, 'counsel'));
    await lawyer.post(`/api/sessions/${m.sessionId}/consent`, { rulesVersion: RULES_VERSION });
    await m.mediator.post(`/api/sessions/${m.sessionId}/place`, { accountId: lawyer.accountId, to: 'joint' });
    const bare = await launchBrowser(WITHOUT);
    try {
      await comes('lawyer', lawyer, bare);
      const { lawyer: page, worker } = pages;
      await press(page, '加入音视频通话');
      await page.getByText('没有找到摄像头或麦克风').waitFor();
      await Promise.all([plays(page, '孙经理'), plays(page, '姜小明')]);
      await keepPicture(page, 'call-no-device', { fullPage: false });
      await page.getByLabel('写点什么').fill('我这边没有摄像头。');
      await page.getByLabel('写点什么').press('Enter');
      await worker.getByText('我这边没有摄像头。', { exact: true }).waitFor();
    } finally {
      await bare.close();
    }
    await face(pages.worker, '王律师').waitFor({ state: 'detached' });
  }, 90_000);

  it('holds four, each of whom sees the others, and takes back in their own place whose line broke without the server’s knowing', async () => {
    await comes('lawyer', lawyer);
    await press(pages.lawyer, '加入音视频通话');
    const { worker, employer, mediator } = pages;
    const everybody = async () => {
      await lookAgain(worker, employer, mediator, pages.lawyer);
      for (const [page, names] of [[worker, ['孙经理', '王律师']], [employer, ['姜小明', '王律师']], [mediator, ['姜小明', '孙经理', '王律师']], [pages.lawyer, ['姜小明', '孙经理']]] as const) {
        await Promise.all(names.map((name) => plays(page, name)));
      }
    };
    await everybody();
    const others = [employer, mediator, pages.lawyer];
    await Promise.all(others.map((p) => face(p, '姜小明').evaluate((video) => video.setAttribute('data-before', ''))));
    await line.close();
    await Promise.all(others.map((p) => p.locator('video[data-before]').waitFor({ state: 'detached' })));
    await everybody();
    for (const page of others) expect(await face(page, '姜小明').count()).toBe(1);
  }, 180_000);

  it('is lost at once by whom the mediator moves out: no picture either way, while the others go on', async () => {
    const { worker, employer, mediator } = pages;
    await press(mediator, '请姜小明到等候区');
    await face(employer, '姜小明').waitFor({ state: 'detached', timeout: 5000 });
    await worker.locator('video').first().waitFor({ state: 'detached', timeout: 5000 });
    await worker.getByText('请稍候，调解员会请您进入房间。').waitFor({ timeout: 3000 });
    await keepPicture(worker, 'call-moved-out', { fullPage: false });
    await employer.evaluate(() => document.querySelectorAll('video').forEach((v) => delete (v as HTMLVideoElement & { seen?: number }).seen));
    await plays(mediator, '孙经理');
    // back in the room one joins again by one's own hand
    await press(mediator, '请姜小明到共同会商');
    await press(worker, '加入音视频通话');
    await Promise.all([plays(worker, '孙经理'), plays(employer, '姜小明')]);
    expect(errors).toEqual([]);
  }, 90_000);
});
