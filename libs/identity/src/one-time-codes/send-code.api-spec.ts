import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock } from '@hejie/platform/testing';
import { Client, eventually, startTestApp, type TestApp } from '@hejie/test-kit';

describe('sending a code', () => {
  let t: TestApp;
  let gateway: Server;
  let status = 503;
  const tries: string[] = [];
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    gateway = createServer((request, answer) => {
      request.resume().on('end', () => {
        tries.push(request.url!);
        answer.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    t = await startTestApp({ clock, env: { SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}` } });
  });
  afterAll(async () => {
    await t?.close();
    await new Promise((resolve) => gateway.close(resolve));
  });

  const settled = () =>
    eventually(async () => ((await t.db.query('select 1 from outbox_delivery where done_at is null')) as unknown[]).length === 0, 'nothing is owed any more');

  it('tries again while the gateway is down, and leaves a code that expired meanwhile unsent', async () => {
    await new Client(t.url).post('/api/auth/codes', { phone: '13800000001' });
    await eventually(async () => tries.length > 0, 'the gateway is asked');
    clock.advance(10 * 60_000 + 1);
    const before = tries.length;
    status = 200;
    await settled();
    expect(tries).toHaveLength(before);
    expect(await t.db.query('select code_sealed from one_time_code')).toEqual([{ code_sealed: null }]);
  });

  it('sends a code that is still good once the gateway is back', async () => {
    status = 503;
    const before = tries.length;
    await new Client(t.url).post('/api/auth/codes', { phone: '13800000002' });
    await eventually(async () => tries.length > before, 'the gateway is asked');
    clock.advance(5 * 60_000);
    status = 200;
    await settled();
    expect(tries.length).toBeGreaterThan(before + 1);
  });
});
