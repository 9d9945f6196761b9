import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, startTestApp, type TestApp } from '@hejie/test-kit';
import { TestClock } from '@hejie/platform/testing';
import { newId } from '../ids/ids.js';

describe('the outbox while versions differ, as in an upgrade', () => {
  let t: TestApp;
  const clock = new TestClock(new Date());
  beforeAll(async () => {
    t = await startTestApp({ clock });
  });
  afterAll(() => t?.close());

  const announce = (topic: string, payload: object) =>
    t.db.query(`insert into outbox_event (id, topic, payload, created_at) values ($1, $2, $3, $4)`, [newId(), topic, payload, clock.now()]).then(() => t.db.query(`select pg_notify('hejie_outbox', '')`));
  const waiting = async () => (await t.db.query<{ topic: string }[]>('select topic from outbox_event where relayed_at is null')).map((e) => e.topic);

  it('leaves what nobody here reacts to to a worker of the next version, and after a while holds it for nobody’s', async () => {
    await announce('cases.case_renamed.v1', { caseId: newId() });
    await announce('rooms.member_mentioned.v1', { roomId: newId(), seq: 1 });
    await eventually(async () => !(await waiting()).includes('rooms.member_mentioned.v1'), 'the known one is relayed');
    expect(await waiting()).toEqual(['cases.case_renamed.v1']);
    clock.advance(601_000);
    await eventually(async () => (await waiting()).length === 0, 'nothing piles up');
  });

  it('takes the payload of a newer version without what it does not know', async () => {
    await announce('rooms.member_mentioned.v1', { roomId: newId(), seq: 1, urgent: true });
    await eventually(async () => (await t.db.query(`select 1 from outbox_delivery d join outbox_event e on e.id = d.event_id where e.payload ? 'urgent' and d.done_at is not null`)).length > 0, 'it is delivered');
  });
});
