import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { RoomLog, type Message } from '@hejie/rooms/contract';
import { type Client, DESKTOP, launchBrowser, openWindow, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';

const MESSAGES = 100_000;
const DAYS = 100;
/** How many rows are read on from the day that was looked for. */
const READ_ON = 400;

describe('a room of 100,000 messages', () => {
  let t: TestApp;
  let browser: Browser;
  let page: Page;
  let person: Client;
  let roomId: string;
  /** The day sixty days ago, and its first message. */
  let day: string;
  let first: number;
  const errors: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    person = await signInByPhone(t.url, '13800000001', '姜小明');
    const other = await signInByPhone(t.url, '13800000002', '王守正');
    const { caseId } = (await person.post('/api/cases/quick', aQuickCase())).body;
    const members = [person, other].map((p) => ({ accountId: p.accountId, relation: 'claimant' }));
    roomId = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId, kind: 'consult', members }));
    await t.db.query(
      `insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
       select $1, i, case i % 3 when 0 then $2::uuid else $3::uuid end, gen_random_uuid(), 'text', jsonb_build_object('text', format('第 %s 句', i)), now() - make_interval(days => $4) + i * make_interval(days => $4) / $5
       from generate_series(1, $5::int) i`,
      [roomId, person.accountId, other.accountId, DAYS, MESSAGES],
    );
    await t.db.query('update room set last_seq = $2 where id = $1', [roomId, MESSAGES]);
    day = civilDate(new Date(Date.now() - 60 * 86_400_000));
    [{ first }] = (await t.db.query('select min(seq)::int as first from room_message where room_id = $1 and at >= $2', [roomId, `${day}T00:00:00+08:00`])) as [{ first: number }];
    browser = await launchBrowser();
    ({ page } = await openWindow(browser, t.url, DESKTOP, person));
    page.on('pageerror', (e) => errors.push(String(e)));
    await page.goto(`/rooms/${roomId}`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const sees = (seq: number) => page.getByText(`第 ${seq} 句`, { exact: true }).waitFor();
  const scroller = () => page.getByRole('region', { name: '聊天记录' });
  /** The messages that are drawn, by their numbers. */
  const drawn = () => scroller().evaluate((s) => [...s.querySelectorAll('.said .bubble')].map((b) => Number(/\d+/.exec(b.textContent!)![0])).sort((a, b) => a - b));

  it('opens at its end, goes to a day, and scrolls down from there without a hole, drawing only what is in sight', async () => {
    await sees(MESSAGES);
    await page.getByRole('button', { name: '查找' }).click();
    await page.locator('input[type=date]').fill(day);
    await page.locator('.said.found', { hasText: `第 ${first} 句` }).waitFor();
    const seen = new Set<number>();
    for (let last = first; last < first + READ_ON; ) {
      const now = await drawn();
      expect(now.length).toBeLessThan(60);
      for (const seq of now) seen.add(seq);
      last = now.at(-1)!;
      await scroller().evaluate((s) => s.scrollBy(0, 300));
      await page.waitForFunction((from) => [...document.querySelectorAll('.said .bubble')].some((b) => Number(/\d+/.exec(b.textContent!)![0]) > from), last);
    }
    expect(Array.from({ length: READ_ON }, (_, i) => first + i).filter((seq) => !seen.has(seq))).toEqual([]);
    await page.getByRole('button', { name: '回到最新' }).click();
    await sees(MESSAGES);
    expect((await drawn()).length).toBeLessThan(60);
    expect(errors).toEqual([]);
  }, 120_000);

  it('is read on from that day to its end by pages that leave nothing out', async () => {
    const page = async (query: string) => (await person.get(`/api/rooms/${roomId}/messages?limit=200&${query}`)).body.items as Message[];
    const items = await page(`at=${encodeURIComponent(`${day}T00:00:00+08:00`)}`);
    const log = new RoomLog(items[0]!.seq - 1);
    for (let next = items; next.length > 0; next = await page(`after=${log.lastSeq}`)) log.receive(next);
    expect([log.messages[0]!.seq, log.lastSeq, log.messages.length, log.gapAfter]).toEqual([first, MESSAGES, MESSAGES - first + 1, null]);
  }, 120_000);
});
