import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import type { Message } from '@hejie/rooms/contract';
import { type Client, eventually, launchBrowser, openWindow, PHONE, press, sees, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';

const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const BACK_MS = 40_000;
const PIECE = 256 * 1024;

/** What goes wrong at a phone: its memory, its owner, its storage, its calls, and the others who change their minds meanwhile. */
describe('a room on a phone in trouble', () => {
  let t: TestApp;
  let browser: Browser;
  let worker: Client;
  let lawyer: Client;
  let roomId: string;
  const errors: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    [worker, lawyer] = [await signInByPhone(t.url, '13800000031', '姜小明'), await signInByPhone(t.url, '13800000032', '王守正')];
    const { caseId } = (await worker.post('/api/cases/quick', aQuickCase())).body;
    const members = [worker, lawyer].map((who) => ({ accountId: who.accountId, relation: who === worker ? 'claimant' : 'counsel' }));
    roomId = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId, kind: 'consult', members }));
    browser = await launchBrowser(FAKE_MICROPHONE);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  /** A window in the room, with a line that can die without a word. */
  const opened = async (who: Client, before?: (page: Page) => Promise<unknown>) => {
    const { page } = await openWindow(browser, t.url, PHONE, who);
    page.on('pageerror', (e) => errors.push(String(e)));
    const line = { up: true };
    await page.routeWebSocket(/\/socket\//, (client) => {
      const server = client.connectToServer();
      client.onMessage((m) => void (line.up && server.send(m)));
      server.onMessage((m) => void (line.up && client.send(m)));
    });
    await before?.(page);
    await page.goto(`/rooms/${roomId}`);
    await page.getByLabel('写点什么').waitFor();
    const dies = async () => {
      line.up = false;
      await page.locator('.room .offline').waitFor();
    };
    return { page, dies, revives: () => void (line.up = true), close: () => page.context().close() };
  };
  /** Without waiting until another code may be sent. */
  const again = async (phone: string) => {
    await t.db.query('delete from one_time_code');
    await t.db.query('delete from sent_message');
    return signInByPhone(t.url, phone);
  };
  const area = (page: Page) => page.getByLabel('写点什么');
  const write = async (page: Page, text: string) => {
    await area(page).fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const says = async (who: Client, text: string): Promise<number> => (await who.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text } })).body.seq;
  const stored = async () => (await worker.get(`/api/rooms/${roomId}/messages?limit=200`)).body.items as Message[];
  const last = async () => (await stored()).at(-1)!;
  const unsent = (page: Page) => page.locator('.said', { has: page.locator('.unsent') });
  const allSent = (page: Page) => page.waitForFunction(() => !document.querySelector('.unsent'));
  const said = (page: Page, text: string) => page.locator('.said', { hasText: text }).last();
  const quotes = async (page: Page, text: string) => {
    await said(page, text).getByLabel('对这条消息：引用或者撤回').click();
    await page.getByRole('button', { name: '引用', exact: true }).click();
  };
  const attach = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await press(page, '更多：照片、文件、证据');
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const keptMessages = (page: Page) =>
    page.evaluate(() => new Promise<number>((done) => {
      const opening = indexedDB.open('hejie');
      opening.onsuccess = () => {
        const counting = opening.result.transaction('unsent').objectStore('unsent').count();
        counting.onsuccess = () => done(counting.result);
      };
    }));

  it('finds what one was writing after the phone threw the page away, and forgets it once it is sent', async () => {
    const { page, close } = await opened(worker);
    await area(page).fill('写到一半');
    await page.reload();
    await area(page).waitFor();
    expect(await area(page).inputValue()).toBe('写到一半');
    await press(page, '发送');
    await said(page, '写到一半').waitFor();
    await page.reload();
    await said(page, '写到一半').waitFor();
    expect(await area(page).inputValue()).toBe('');
    await close();
  });

  it('says what of a long text is too much instead of cutting it off, and cuts no sign in half', async () => {
    const { page, close } = await opened(worker);
    const most = `${'长'.repeat(59)}😀${'长'.repeat(3939)}`; // 4,000 as browsers count
    await area(page).fill(`${most}多出来`);
    await sees(page, '一条最多 4000 字，现在多出 3 字。');
    expect(await page.getByRole('button', { name: '发送', exact: true }).isDisabled()).toBe(true);
    expect(await area(page).inputValue()).toBe(`${most}多出来`);
    await write(page, most);
    await eventually(async () => ((await last()).body as { text?: string }).text === most, 'the whole text is stored');
    await quotes(page, '长长长');
    expect(await page.locator('.quoting span').innerText()).toBe(`引用：${'长'.repeat(59)}😀…`);
    await close();
  });

  it('shows no words that are taken back while somebody is answering them', async () => {
    const { page, close } = await opened(worker);
    const seq = await says(lawyer, '说漏嘴的一句');
    await quotes(page, '说漏嘴的一句');
    await area(page).fill('我的回答');
    expect((await lawyer.delete(`/api/rooms/${roomId}/messages/${seq}`)).status).toBe(204);
    await page.locator('.quoting').waitFor({ state: 'detached' });
    expect(await page.getByText('说漏嘴的一句').count()).toBe(0);
    await press(page, '发送');
    await eventually(async () => (await last()).kind === 'text', 'the answer is stored');
    expect((await last()).body).toEqual({ text: '我的回答' });
    await close();
  });

  it('gives back what cannot be sent as it is, to be changed, and lets go of what nobody wants sent any more', async () => {
    const { page, dies, revives, close } = await opened(worker);
    const seq = await says(lawyer, '后来撤回的一句');
    await said(page, '后来撤回的一句').waitFor();
    await dies();
    await quotes(page, '后来撤回的一句');
    await write(page, '对这一句的回答');
    await write(page, '不想发了');
    await write(page, '照样要发的');
    await lawyer.delete(`/api/rooms/${roomId}/messages/${seq}`);
    await unsent(page).filter({ hasText: '不想发了' }).getByRole('button', { name: '删除' }).click();
    await unsent(page).filter({ hasText: '不想发了' }).waitFor({ state: 'detached' });
    revives();
    const refused = unsent(page).filter({ hasText: '对这一句的回答' });
    await refused.getByText('您引用的那句话找不到或者已经撤回').waitFor({ timeout: BACK_MS });
    await eventually(async () => ((await last()).body as { text?: string }).text === '照样要发的', 'what came after it is stored');
    await refused.getByRole('button', { name: '改了再发' }).click();
    await allSent(page);
    expect(await area(page).inputValue()).toBe('对这一句的回答');
    await press(page, '发送');
    await eventually(async () => ((await last()).body as { text?: string }).text === '对这一句的回答', 'and then it is');
    expect(JSON.stringify(await stored())).not.toContain('不想发了');
    await close();
  }, 90_000);

  it.each([5, -5])('lets one take back for two minutes by the server\'s clock, on a phone whose own is %i minutes ahead', async (minutes) => {
    const [old, fresh] = [await says(worker, `三分钟前的一句${minutes}`), await says(worker, `刚说的一句${minutes}`)];
    await t.db.query(`update room_message set at = at - interval '3 minutes' where room_id = $1 and seq = $2`, [roomId, old]);
    const { page, close } = await opened(worker, (p) => p.addInitScript((ahead) => {
      const Right = Date;
      globalThis.Date = class extends Right {
        constructor(...parts: unknown[]) {
          super(...((parts.length ? parts : [Right.now() + ahead]) as [number]));
        }
        static override now = () => Right.now() + ahead;
      } as DateConstructor;
    }, minutes * 60_000));
    const acts = async (text: string) => {
      await said(page, text).getByLabel('对这条消息：引用或者撤回').click();
      return said(page, text).locator('.row-menu .btn').allTextContents();
    };
    expect(await acts(`三分钟前的一句${minutes}`)).toEqual(['引用']);
    expect(await acts(`刚说的一句${minutes}`)).toEqual(['引用', '撤回']);
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await eventually(async () => (await stored()).find((m) => m.seq === fresh)?.kind === 'withdrawn', 'it is taken back');
    await close();
  });

  it('does not tell somebody that they themselves are typing, in their other window', async () => {
    const [first, second, other] = [await opened(worker), await opened(worker), await opened(lawyer)];
    await eventually(async () => {
      await area(first.page).pressSequentially('写');
      return (await other.page.getByText('姜小明正在输入……').count()) > 0;
    }, 'the other one is told');
    expect(await second.page.locator('.typing').textContent()).toBe('');
    await area(first.page).fill('');
    for (const w of [first, second, other]) await w.close();
  });

  it('works where the browser keeps nothing: says so, and sends what was written when the line is back', async () => {
    const { page, dies, revives, close } = await opened(worker, (p) => p.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    }));
    await said(page, '照样要发的').waitFor();
    await dies();
    await sees(page, '请先不要关掉这一页');
    await write(page, '没有存处的一句');
    revives();
    await allSent(page);
    await eventually(async () => ((await last()).body as { text?: string }).text === '没有存处的一句', 'it is stored');
    await press(page, '退出');
    await page.getByRole('heading', { name: '工作上受了委屈，工会帮您' }).waitFor();
    worker = await again('13800000031');
    await close();
  }, 90_000);

  it('goes on with a large file where it was when the page was lost, and does not bring it twice', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_500_000, '%')]);
    const before = (await stored()).length;
    const offsets: number[] = [];
    let line: 'whole' | 'broken' | 'mended' = 'whole';
    const { page, close } = await opened(worker, (p) => p.route('**/api/uploads/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      if (line === 'whole' && offsets.length === 2) line = 'broken';
      if (line === 'broken') return route.abort();
      offsets.push(Number(route.request().headers()['upload-offset']));
      return route.continue();
    }));
    await attach(page, { name: '工资流水.pdf', mimeType: 'application/pdf', buffer: bytes });
    await unsent(page).locator('progress').waitFor();
    await eventually(async () => line === 'broken', 'two pieces are up and no more');
    await page.reload({ waitUntil: 'commit' });
    line = 'mended'; // not before: the page that is lost tries again as well
    await page.locator('.bubble.file', { hasText: '工资流水.pdf' }).waitFor({ timeout: BACK_MS });
    await allSent(page);
    expect(offsets).toEqual(Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => i * PIECE));
    const [file, ...more] = (await stored()).slice(before);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ kind: 'file', body: { name: '工资流水.pdf', bytes: bytes.length } });
    await close();
  }, 90_000);

  it('says why a file waits for another day, and lets words pass it', async () => {
    const { page, close } = await opened(worker, (p) => p.route('**/api/rooms/*/files', (route) => route.fulfill({ status: 429, json: { code: 'UPLOADS_PER_DAY', title: '您今天上传的文件已达上限，请明天再传' } })));
    await attach(page, { name: '第三百零一份.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
    await unsent(page).getByText('您今天上传的文件已达上限，请明天再传').waitFor();
    await write(page, '话还能说');
    await eventually(async () => ((await last()).body as { text?: string }).text === '话还能说', 'the words are stored');
    await unsent(page).getByRole('button', { name: '删除' }).click();
    await allSent(page);
    await close();
  });

  it('sends what was said when something else took the microphone away', async () => {
    const { page, close } = await opened(worker, (p) => p.addInitScript(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => ((globalThis as { microphone?: MediaStream }).microphone = await ask(wanted));
    }));
    const { length } = await stored();
    await press(page, '改用语音');
    const hold = page.getByRole('button', { name: '按住说话' });
    await hold.focus();
    await page.keyboard.press('Enter');
    await sees(page, /松开发送 2″/);
    await page.evaluate(() => (globalThis as unknown as { microphone: MediaStream }).microphone.getTracks().forEach((track) => track.stop()));
    await sees(page, /松开发送 3″/);
    await page.keyboard.press('Enter');
    const note = await eventually(async () => (await stored()).slice(length).find((m) => m.kind === 'file'), 'the note is stored');
    expect((note.body as { name: string }).name).toMatch(/^voice-\ds\./);
    await close();
  });

  const signsIn = async (page: Page, phone: string) => {
    await t.db.query('delete from one_time_code');
    await t.db.query('delete from sent_message');
    await page.goto(`/sign-in?next=/rooms/${roomId}`);
    await page.getByLabel('手机号').fill(phone);
    await press(page, '获取验证码');
    await page.getByLabel('验证码').fill((await smsTo(t.url, phone, /验证码 (\d{6})/))[1]!);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/rooms/*');
  };

  it('keeps for somebody whose session ran out what they wrote, and leaves nothing of it to who signs in after them', async () => {
    const { page } = await openWindow(browser, t.url, PHONE);
    page.on('pageerror', (e) => errors.push(String(e)));
    await signsIn(page, '13800000031');
    await area(page).waitFor();
    /** Written while nothing goes out, and then the session is over. */
    const leavesBehind = async () => {
      await page.route('**/api/rooms/*/files', (route) => route.abort());
      await attach(page, { name: '私密.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
      await write(page, '排在后面的私密话');
      await area(page).fill('写到一半的私密话');
      await eventually(async () => (await keptMessages(page)) === 1, 'it is kept');
      await page.evaluate(() => {
        localStorage.setItem('hejie.draft.a-case', '{}');
        localStorage.setItem('tus::hejie/a-room/私密.pdf::1', '{}');
      });
      await t.db.query(`delete from session where account_id = $1`, [worker.accountId]);
    };
    const traces = async () => ({
      messages: await keptMessages(page),
      kept: await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((k) => /draft|tus|visit/.test(k)).length),
    });
    await leavesBehind();
    await signsIn(page, '13800000031');
    await unsent(page).filter({ hasText: '排在后面的私密话' }).waitFor();
    expect(await area(page).inputValue()).toBe('写到一半的私密话');
    expect(await traces()).toEqual({ messages: 1, kept: 3 });
    await t.db.query(`delete from session where account_id = $1`, [worker.accountId]);
    await signsIn(page, '13800000032');
    await area(page).waitFor();
    expect(await traces()).toEqual({ messages: 0, kept: 0 });
    expect([await unsent(page).count(), await area(page).inputValue()]).toEqual([0, '']);
    expect(JSON.stringify(await (async () => (await lawyer.get(`/api/rooms/${roomId}/messages?limit=200`)).body)())).not.toContain('私密');
    expect(errors).toEqual([]);
    await page.context().close();
  }, 120_000);
});
