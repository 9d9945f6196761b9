import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { AdmitRepresentatives } from './admit-representatives.js';

describe('the consultation of a group', () => {
  let t: TestApp;
  let worker: Client;
  let counsel: Client;
  let former: Client;
  let elected: Client;
  beforeAll(async () => {
    t = await startTestApp();
    [worker, former, elected] = (await Promise.all(['13800000001', '13800000002', '13800000003'].map((p, i) => signInByPhone(t.url, p, `人${i}`)))) as [Client, Client, Client];
    counsel = await createStaff(t, 'lawyer', '王律师');
  });
  afterAll(() => t?.close());

  it('keeps out who was replaced, although the answer to the earlier election is slow and comes to its end last', async () => {
    const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => t.app.get(UnitOfWork).run(work);
    const [members, rooms, admit] = [t.app.get(CaseMembers), t.app.get(Rooms), t.app.get(AdmitRepresentatives)];
    const { caseId } = await aFiledCase(worker);
    const roomId = await inTransaction((tx) => rooms.open(tx, { caseId, kind: 'consult', members: [{ accountId: worker.accountId, relation: 'claimant' }, { accountId: counsel.accountId, relation: 'counsel' }] }));
    await inTransaction((tx) => members.add(tx, caseId, former.accountId, 'representative'));
    let goOn!: () => void;
    const [asked, of] = [new Promise<void>((r) => (goOn = r)), members.of.bind(members)];
    const slow = jest.spyOn(members, 'of').mockImplementationOnce(async (...what) => {
      const found = await of(...what);
      await asked;
      return found;
    });
    const first = admit.onElected({ caseId });
    await eventually(async () => slow.mock.calls.length > 0, 'the first answer has asked who is elected');
    await inTransaction(async (tx) => {
      await members.remove(tx, caseId, former.accountId, 'representative');
      await members.add(tx, caseId, elected.accountId, 'representative');
    });
    let done = false;
    const second = admit.onElected({ caseId }).then(() => (done = true));
    const waits = () => t.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'select 1 from room where%'`);
    await eventually(async () => done || (await waits()).length > 0, 'the second is through, or waits for the first');
    goOn();
    await Promise.all([first, second]);
    slow.mockRestore();
    expect((await rooms.members(roomId)).map((m) => m.accountId).sort()).toEqual([worker, counsel, elected].map((c) => c.accountId).sort());
    expect([(await former.get(`/api/rooms/${roomId}/messages`)).status, (await elected.get(`/api/rooms/${roomId}/messages`)).status]).toEqual([404, 200]);
  });
});
