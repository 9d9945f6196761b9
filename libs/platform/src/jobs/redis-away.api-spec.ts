import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { Rooms } from '@hejie/rooms';
import { eventually, RedisServer, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobQueue } from './queue.js';

describe('a process that does jobs', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis?.stop());

  it('stops although Redis is away, whose return its queue would wait for', async () => {
    const app = await startTestApp({ env: { REDIS_URL: redis.url } });
    await redis.kill();
    await app.close();
    await expect(fetch(`${app.url}/health/live`)).rejects.toThrow();
    await redis.startAgain(); // what still waits inside this process finds it and ends
  }, 60_000);

  it('starts, signs people in and takes what they say while Redis stands still, and queues again once it goes on', async () => {
    const first = await startTestApp({ env: { REDIS_URL: redis.url } });
    let second: TestApp | undefined;
    let hanging = true;
    redis.hang();
    try {
      const { databaseUrl, fieldKey, dataDir } = first.config;
      second = await startTestApp({ env: { REDIS_URL: redis.url, DATABASE_URL: databaseUrl, FIELD_KEY: fieldKey.toString('base64'), DATA_DIR: dataDir } });
      const [one, other] = [await signInByPhone(first.url, '13800000001', '姜小明'), await signInByPhone(second.url, '13800000002', '李小红')];
      const { caseId } = (await one.post('/api/cases/quick', aQuickCase())).body;
      const roomId = await first.app.get(UnitOfWork).run((tx) => first.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: [one, other].map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
      const [here, there] = [await one.socket(), await other.socket()];
      await there.emitWithAck('room.join', { roomId, afterSeq: 0 });
      const heard = new Promise((resolve) => there.once('room.head', resolve));
      const sent = await here.emitWithAck('room.send', { roomId, message: { clientId: crypto.randomUUID(), kind: 'text', body: { text: '在吗' } } });
      expect(sent).toMatchObject({ ok: true, data: { seq: 1 } });
      expect(await heard).toEqual({ roomId, lastSeq: 1 });
      redis.goOn();
      hanging = false;
      const queue = first.app.get(JobQueue);
      await eventually(() => queue.addRaw([{ name: 'nobody.does-this', data: {}, id: 'probe', attempts: 1 }]), 'the queue takes jobs again');
      await signInByPhone(second.url, '13800000003', '王小刚');
      for (const person of [one, other]) person.close();
    } finally {
      if (hanging) redis.goOn();
      await second?.close();
      await first.close();
    }
  }, 120_000);
});
