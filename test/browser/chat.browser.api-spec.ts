import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, DESKTOP, eventually, launchBrowser, openWindow, type Product, startProduct } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { casesUnderWay, type CasesUnderWay } from '../scenarios/cases-under-way.js';
import { id, ok, PNG } from '../scenarios/people.js';

/** A dead line is given up after 12 s, a handshake on it after 8 s more. */
const BACK_MS = 40_000;
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Talking from a phone with a bad line: nothing written is lost, nothing comes twice, and one knows where one stands. */
describe('a room in browsers', () => {
  let product: Product;
  let browser: Browser;
  let story: CasesUnderWay;
  let worker: Page;
  let lawyer: Page;
  const errors: string[] = [];
  /** The worker's socket passes through here; cut off, nothing arrives either way and neither end is told. */
  const line = { up: true };
  /** How many more sends the server answers with "later", as it does while the database is away. */
  let later = 0;

  beforeAll(async () => {
    product = await startProduct('embedded');
    story = await casesUnderWay(product, PNG);
    browser = await launchBrowser(FAKE_MICROPHONE);
    worker = await window(story.worker);
    await worker.context().grantPermissions(['microphone']);
    await worker.routeWebSocket(/\/socket\//, (client) => {
      const server = client.connectToServer();
      client.onMessage((m) => {
        const ack = later > 0 && /^42(\d+)\["room\.send"/.exec(String(m))?.[1];
        if (!ack) return void (line.up && server.send(m));
        later--;
        client.send(`43${ack}[${JSON.stringify({ ok: false, problem: { status: 503, code: 'ROOM_UNAVAILABLE', title: '稍后再试' } })}]`);
      });
      server.onMessage((m) => line.up && client.send(m));
    });
    lawyer = await window(story.lawyer, DESKTOP);
    for (const page of [worker, lawyer]) await page.goto(`/rooms/${story.consultId}`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const window = async (person: { cookie: string; url: string }, size?: typeof DESKTOP) => {
    const { page } = await openWindow(browser, product.urls[0]!, size, person);
    page.on('pageerror', (e) => errors.push(String(e)));
    return page;
  };
  const sees = (page: Page, text: string | RegExp, timeout?: number) => page.getByText(text).first().waitFor(timeout === undefined ? {} : { timeout });
  const toEnd = (page: Page) => page.getByRole('region', { name: '聊天记录' }).evaluate((s) => s.scrollHeight - s.scrollTop - s.clientHeight);
  const write = async (page: Page, text: string) => {
    await page.getByLabel('写点什么').fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const stored = async (): Promise<{ seq: number; kind: string; body: { text?: string; name?: string; mediaType?: string; bytes?: number; fileId?: string } }[]> =>
    ok(await story.worker.get(`/api/rooms/${story.consultId}/messages?limit=200`)).items;
  const texts = async () => (await stored()).flatMap((m) => m.body.text ?? []);
  /** As a phone does with a page that is not looked at: nothing of it runs. @returns how to wake it */
  const asleep = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Debugger.enable');
    const stopped = new Promise((resolve) => session.once('Debugger.paused', resolve));
    await session.send('Debugger.pause');
    await stopped;
    return () => session.detach();
  };
  const waiting = (page: Page) => page.locator('.bubble.unsent').allTextContents();

  it('says in words who can read, shows others by name and role, and opens at the end', async () => {
    await sees(worker, '只有您和王守正（律师）能看到');
    await sees(worker, '很好，这些都有用。我们先走线上调解。');
    const bubble = worker.locator('.said', { hasText: '很好，这些都有用' });
    expect(await bubble.locator('.who').innerText()).toMatch(/王守正\s*律师/);
    await write(worker, '第一句');
    await sees(lawyer, '第一句');
    const [mine, theirs] = await Promise.all([worker, lawyer].map((p) => p.locator('.said', { hasText: '第一句' }).boundingBox()));
    expect(mine!.x + mine!.width).toBeGreaterThan(360);
    expect(theirs!.x).toBeLessThan(DESKTOP.width / 2);
  });

  it('shows to whoever is named that they are, and to nobody else', async () => {
    const line = worker.getByLabel('写点什么');
    await line.fill('@');
    await worker.getByRole('list', { name: '提到谁' }).getByRole('button', { name: '王守正' }).click();
    await line.pressSequentially('这份材料可以吗');
    await worker.getByRole('button', { name: '发送', exact: true }).click();
    const said = { hasText: '@王守正 这份材料可以吗' };
    await lawyer.locator('.said.named', said).getByText('@ 提到了您').waitFor();
    await worker.locator('.said.mine', said).waitFor();
    expect([await worker.locator('.said.named').count(), await lawyer.locator('.said.named').count()]).toEqual([0, 1]);
  });

  it('notices within 10 s a line that died without a word, keeps what is written, and sends it once it is back', async () => {
    line.up = false;
    const since = Date.now();
    await sees(worker, '连接断开了，正在重新连接');
    expect(Date.now() - since).toBeLessThan(10_000);
    await write(worker, '断线时写的');
    await write(lawyer, '律师在断线时说的一');
    await write(lawyer, '律师在断线时说的二');
    await sees(lawyer, '律师在断线时说的二');
    expect(await waiting(worker)).toEqual(['断线时写的']);
    expect(await texts()).not.toContain('断线时写的');
    line.up = true;
    await sees(lawyer, '断线时写的', BACK_MS);
    await worker.waitForFunction(() => !document.querySelector('.unsent, .offline'));
    // exactly what was missed: each once, in the order of the log
    const shown = await worker.locator('.said .bubble').allTextContents();
    const written = await texts();
    expect(shown.filter((s) => written.includes(s))).toEqual(written.filter((w) => shown.includes(w)));
    for (const text of ['断线时写的', '律师在断线时说的一', '律师在断线时说的二']) {
      expect(shown.filter((s) => s === text)).toHaveLength(1);
      expect(written.filter((w) => w === text)).toHaveLength(1);
    }
  }, 90_000);

  it('sends by itself what the server could not take for a while, in order, though the line was up all the time', async () => {
    later = 2;
    await write(worker, '数据库忙时的第一句');
    await worker.getByRole('button', { name: '没发出去，点这里重发' }).first().waitFor();
    await write(worker, '数据库忙时的第二句');
    await sees(lawyer, '数据库忙时的第二句');
    expect((await texts()).slice(-2)).toEqual(['数据库忙时的第一句', '数据库忙时的第二句']);
    await worker.waitForFunction(() => !document.querySelector('.unsent'));
  });

  it('counts as read what was in sight, on every device, and not what came while the page was hidden or scrolled up', async () => {
    const unread = async () => (ok(await story.worker.get(`/api/rooms/${story.consultId}`)) as { unread: number }).unread;
    const shown = (state: 'visible' | 'hidden') => worker.evaluate((s) => {
      Object.defineProperty(document, 'visibilityState', { value: s, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
    await eventually(async () => (await unread()) === 0, 'all is read');
    const second = await window(story.worker);
    await second.goto(`/cases/${story.caseId}`);
    const link = (label: string) => second.getByRole('link', { name: label, exact: true }).waitFor();
    await link('和律师聊');
    await shown('hidden');
    await write(lawyer, '手机睡着时说的');
    await sees(worker, '手机睡着时说的');
    await write(lawyer, '再说一句');
    await sees(worker, '再说一句');
    expect(await unread()).toBe(2);
    await write(lawyer, '@姜小明 请看');
    await link('和律师聊（3，提到了您）');
    await shown('visible');
    await eventually(async () => (await unread()) === 0, 'waking reads it');
    await link('和律师聊');
    await second.context().close();
  });

  it('shows who is here, who is typing, what everybody has, and what was quoted, found or taken back', async () => {
    await sees(worker, '在线：王守正');
    await sees(lawyer, /在线：.*（手机）/);
    await worker.getByLabel('写点什么').pressSequentially('正');
    await sees(lawyer, '正在输入……');
    await write(worker, '被引用的一句');
    await sees(worker, '大家都已收到');
    const row = (page: Page, text: string) => page.locator('.said', { hasText: text }).last();
    await row(lawyer, '被引用的一句').getByLabel('对这条消息：引用或者撤回').click();
    await lawyer.getByRole('button', { name: '引用', exact: true }).click();
    await write(lawyer, '针对这一句的回答');
    await worker.getByRole('button', { name: '引用：被引用的一句' }).waitFor();
    // quoted by the other side: it stays
    await worker.locator('.said.mine', { hasText: '被引用的一句' }).getByLabel('对这条消息：引用或者撤回').click();
    await worker.getByRole('button', { name: '撤回', exact: true }).click();
    await sees(worker, '这句话已被别人引用，不能再撤回。');
    await write(worker, '说错了的一句');
    await sees(lawyer, '说错了的一句');
    await row(worker, '说错了的一句').getByLabel('对这条消息：引用或者撤回').click();
    await worker.getByRole('button', { name: '撤回', exact: true }).click();
    await sees(lawyer, '这条消息已撤回');
    await lawyer.getByText('说错了的一句').waitFor({ state: 'detached' });
    await worker.getByRole('button', { name: '查找' }).click();
    await worker.getByLabel('查找聊天内容').fill('都有用');
    await worker.getByRole('button', { name: '查找', exact: true }).last().click();
    await sees(worker, '找到 1 条');
    await worker.locator('.hit').click();
    await worker.locator('.said.found', { hasText: '很好，这些都有用' }).waitFor();
  });

  it('resends in order, after a reload, what was written without a line', async () => {
    line.up = false; // a routed socket does not know that its page is offline
    await worker.context().setOffline(true);
    await sees(worker, '连接断开了，正在重新连接');
    const said = ['没网第一句', '没网第二句', '没网第三句'];
    for (const text of said) await write(worker, text);
    await worker.getByRole('button', { name: '没发出去，点这里重发' }).first().waitFor();
    expect(await waiting(worker)).toEqual(said);
    await worker.context().setOffline(false); // the page comes back, its socket does not yet
    await worker.reload();
    await worker.waitForFunction((n) => document.querySelectorAll('.unsent').length === n, said.length);
    expect(await waiting(worker)).toEqual(said);
    line.up = true;
    await sees(lawyer, '没网第三句', BACK_MS);
    expect((await texts()).slice(-3)).toEqual(said);
    await worker.waitForFunction(() => !document.querySelector('.unsent'));
    expect(await worker.evaluate(() => indexedDB.databases().then((d) => d.map((x) => x.name)))).toContain('hejie');
  }, 90_000);

  it('shrinks a photo on the phone, sends the original when asked to', async () => {
    const photo = Buffer.from(
      await worker.evaluate(async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
        const c = canvas.getContext('2d')!;
        for (let i = 0; i < 60_000; i++) {
          c.fillStyle = `hsl(${(i * 37) % 360} 60% 50%)`;
          c.fillRect(Math.random() * 3000, Math.random() * 2000, 12, 9);
        }
        return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!;
      }),
      'base64',
    );
    expect(photo.length).toBeGreaterThan(1_000_000);
    for (const original of [false, true]) {
      await worker.getByRole('button', { name: '更多：照片、文件、证据' }).click();
      await worker.getByLabel('照片', { exact: true }).setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo });
      if (original) await worker.getByLabel(/发原图/).check();
      await worker.getByRole('button', { name: '发送', exact: true }).click();
      await worker.waitForFunction((n) => document.querySelectorAll('img[alt="图片：现场.jpg"]').length === n && !document.querySelector('.unsent'), original ? 2 : 1);
    }
    const [small, whole] = (await stored()).slice(-2).map((m) => m.body);
    expect(whole!.bytes).toBe(photo.length);
    expect(small!.bytes).toBeLessThan(photo.length / 2);
    const read = async (who: Client) => (await who.get(`/api/rooms/${story.consultId}/files/${whole!.fileId}`)).body as Buffer;
    expect((await read(story.worker)).equals(photo)).toBe(true);
    // drawn anew for others, without what tells where it was taken, and as large
    expect(await sharp(await read(story.lawyer)).metadata()).toMatchObject({ width: 3000, height: 2000 });
  });

  it('refuses a file that is not what it says, tells why, and lets it be thrown away', async () => {
    const before = await stored();
    await worker.getByRole('button', { name: '更多：照片、文件、证据' }).click();
    await worker.getByLabel('文件', { exact: true }).setInputFiles({ name: '程序.png', mimeType: 'image/png', buffer: Buffer.from('MZ\x90\x00 this program', 'latin1') });
    await worker.getByRole('button', { name: '发送', exact: true }).click();
    await worker.getByRole('button', { name: '删除' }).click();
    await worker.waitForFunction(() => !document.querySelector('.unsent'));
    expect(await stored()).toEqual(before);
  });

  it('sends what was said while the button was held, and plays it in place', async () => {
    const { length } = await stored();
    await worker.getByRole('button', { name: '改用语音' }).click();
    const hold = worker.getByRole('button', { name: '按住说话' });
    await hold.hover();
    await worker.mouse.down();
    await sees(worker, /松开发送 2″/);
    await worker.mouse.up();
    const note = await eventually(async () => (await stored()).slice(length).find((m) => m.kind === 'file')?.body, 'the voice note is stored');
    expect([note.name, note.mediaType]).toEqual([expect.stringMatching(/^voice-[23]s\./), expect.stringMatching(/^(audio|video)\//)]);
    await lawyer.locator(`.bubble.voice:has(audio[src$="${note.fileId}"])`).click();
    await lawyer.getByRole('button', { name: /停止播放/ }).waitFor();
    // slid off, nothing goes
    const before = (await stored()).length;
    await hold.hover();
    await worker.mouse.down();
    await sees(worker, /松开发送 1″/);
    await worker.mouse.move(180, 300);
    await sees(worker, '松开取消');
    await worker.mouse.up();
    await hold.waitFor();
    expect(await stored()).toHaveLength(before);
    // without holding: one press starts, the next sends
    await hold.focus();
    await worker.keyboard.press('Enter');
    await sees(worker, /松开发送 1″/);
    await worker.keyboard.press('Enter');
    await eventually(async () => (await stored()).length === before + 1, 'the second note is stored');
    await worker.getByRole('button', { name: '改用文字' }).click();
  });

  it('keeps its end in sight while something opens below it, and while that closes', async () => {
    const more = worker.getByRole('button', { name: '更多：照片、文件、证据' });
    expect(await toEnd(worker)).toBeLessThan(40);
    const height = () => worker.getByRole('region', { name: '聊天记录' }).evaluate((s) => s.clientHeight);
    const before = await height();
    await more.click();
    await worker.getByRole('button', { name: '证据', exact: true }).waitFor();
    expect(await height()).toBeLessThan(before); // else there is nothing to see here
    await eventually(async () => (await toEnd(worker)) < 40, 'the end is in sight above the open menu');
    await more.click();
    await eventually(async () => (await height()) === before && (await toEnd(worker)) < 40, 'and below it again');
  });

  it('shows a copy of a piece of evidence, after saying who will see it', async () => {
    await worker.getByRole('button', { name: '更多：照片、文件、证据' }).click();
    await worker.getByRole('button', { name: '证据', exact: true }).click();
    await worker.getByRole('button', { name: '选它 三月工资条' }).click();
    await worker.getByRole('region', { name: '准备发送' }).getByText('只有您和王守正（律师）能看到').waitFor();
    await worker.getByRole('button', { name: '发送', exact: true }).click();
    await lawyer.getByAltText('图片：工资条.png').waitFor();
  });

  it('draws only what is in sight of a long talk, and stays in place while older pages come', async () => {
    for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 20 }, (_, k) => story.lawyer.post(`/api/rooms/${story.consultId}/messages`, { clientId: id(), kind: 'text', body: { text: `旧话 ${i * 20 + k}` } })));
    const all = ok(await story.worker.get(`/api/rooms/${story.consultId}`)).lastSeq as number;
    await worker.reload();
    await worker.locator('.said').first().waitFor();
    const scroller = worker.getByRole('region', { name: '聊天记录' });
    const inSight = () =>
      scroller.evaluate((s) => {
        const top = s.getBoundingClientRect().top;
        const rows = [...s.querySelectorAll('li')].map((li) => ({ text: li.textContent!, y: li.getBoundingClientRect().top - top })).filter((r) => r.y >= 0);
        return { first: rows.sort((a, b) => a.y - b.y)[0]!, drawn: s.querySelectorAll('li').length, size: Number(s.querySelector('li')!.getAttribute('aria-setsize')) };
      });
    const opened = await inSight();
    expect(opened.size).toBe(50); // one page, not the whole talk
    expect(await toEnd(worker)).toBeLessThan(40);
    for (let now = opened; now.size < all; now = await inSight()) {
      expect(now.drawn).toBeLessThan(60);
      await scroller.evaluate((s) => s.scrollBy(0, -600));
      await worker.waitForTimeout(120);
    }
    await worker.waitForTimeout(400);
    await scroller.evaluate((s) => s.scrollTo(0, 0));
    await sees(worker, '律师您好，我的手在机器上压伤了');
    // somebody reading back is not thrown to the end by a new message, only told
    await write(lawyer, '新的一句');
    await worker.getByRole('button', { name: '1 条新消息' }).click();
    await sees(worker, '新的一句');
    expect(await toEnd(worker)).toBeLessThan(40);
  });

  it('of a phone that slept long fills exactly the gap when it wakes, and sends in order what waited', async () => {
    line.up = false;
    await sees(worker, '连接断开了，正在重新连接');
    for (const text of ['睡前没发出的一', '睡前没发出的二']) await write(worker, text);
    const wake = await asleep(worker);
    const said = Array.from({ length: 120 }, (_, i) => `睡着时的第 ${i + 1} 句`);
    for (const text of said) ok(await story.lawyer.post(`/api/rooms/${story.consultId}/messages`, { clientId: id(), kind: 'text', body: { text } }));
    line.up = true;
    expect(await texts()).not.toContain('睡前没发出的一');
    await wake();
    await sees(lawyer, '睡前没发出的二', BACK_MS);
    expect((await texts()).slice(-3)).toEqual([said.at(-1), '睡前没发出的一', '睡前没发出的二']);
    await worker.waitForFunction(() => !document.querySelector('.unsent, .offline'));
    // up from the end, each once and in order
    const scroller = worker.getByRole('region', { name: '聊天记录' });
    await eventually(async () => {
      await scroller.evaluate((s) => s.scrollTo(0, s.scrollHeight));
      return (await worker.locator('.said.mine', { hasText: '睡前没发出的二' }).count()) === 1;
    }, 'the end is in sight');
    const shown = new Map<number, string>();
    await eventually(async () => {
      const rows = await scroller.evaluate((s) => {
        const found = [...s.querySelectorAll('li')].map((li) => ({ at: Number(li.getAttribute('aria-posinset')), text: li.querySelector('.bubble')?.textContent ?? '' }));
        s.scrollBy(0, -400);
        return found;
      });
      for (const { at, text } of rows) shown.set(at, text);
      return rows.some((r) => r.text === said[0]);
    }, 'the first of what was missed');
    const inOrder = [...shown].sort(([a], [b]) => a - b).map(([, text]) => text);
    expect(inOrder.slice(inOrder.indexOf(said[0]!))).toEqual([...said, '睡前没发出的一', '睡前没发出的二']);
    await scroller.evaluate((s) => s.scrollTo(0, s.scrollHeight));
  }, 120_000);

  it('leaves nothing unsent on the phone after signing out', async () => {
    line.up = false;
    await worker.context().setOffline(true);
    await sees(worker, '连接断开了，正在重新连接');
    await write(worker, '不该留下的话');
    await worker.context().setOffline(false);
    // told what goes with it, one may stay
    const asked: string[] = [];
    worker.on('dialog', (dialog) => void (asked.push(dialog.message()), asked.length === 1 ? dialog.dismiss() : dialog.accept()));
    await worker.getByRole('button', { name: '退出' }).click();
    await eventually(async () => asked.length > 0, 'it is asked');
    expect(asked).toEqual([expect.stringContaining('还有 1 条消息没有发出去')]);
    expect(await waiting(worker)).toEqual(['不该留下的话']);
    await worker.getByRole('button', { name: '退出' }).click();
    await worker.getByRole('heading', { name: '工作上受了委屈，工会帮您' }).waitFor();
    const kept = await worker.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('hejie');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('unsent').objectStore('unsent').count();
            counting.onsuccess = () => done(counting.result);
          };
        }),
    );
    expect(kept).toBe(0);
    expect(errors).toEqual([]);
  });
});
