import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { AuditLog, UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const ID_NUMBER = '370283199001011234';
const ADDRESS = '平度市某镇某村一号';

describe("the worker's particulars", () => {
  let t: TestApp;
  let worker: Client;
  let counsel: Client;
  let department: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    department = await createStaff(t, 'legal_officer', '法律部赵');
    counsel = await createStaff(t, 'lawyer', '王律师');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    ({ caseId } = await aFiledCase(worker, { claimant: { name: '姜小明', idNumber: ID_NUMBER, address: ADDRESS } }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, counsel.accountId, 'counsel'));
  });
  afterAll(() => t?.close());

  const reads = async () =>
    (await t.db.query(`select actor_id, action from audit_entry where subject = $1 or action = 'identity.contact_read' and actor_id is not null order by seq`, [`case:${caseId}`])) as { actor_id: string; action: string }[];

  it('are not in the case as its lawyer and the department see it, only in what the worker sees', async () => {
    expect((await worker.get(`/api/cases/${caseId}`)).body.facts.claimant).toEqual({ name: '姜小明', idNumber: ID_NUMBER, address: ADDRESS });
    for (const who of [counsel, department]) {
      const seen = [await who.get(`/api/cases/${caseId}`), await who.get('/api/cases'), await who.get(`/api/cases/${caseId}/timeline`)];
      expect(seen.map((s) => s.status)).toEqual([200, 200, 200]);
      expect(seen[0]!.body.facts.claimant).toEqual({ name: '姜小明' });
      expect(JSON.stringify(seen.map((s) => s.body))).not.toMatch(/370283199001011234|某镇某村|13800000001/);
    }
    expect(await reads()).toEqual([]);
  });

  it('are shown to who works for the worker, and each look is in the audit log without what was seen', async () => {
    for (const who of [counsel, department]) {
      expect((await who.get(`/api/cases/${caseId}/particulars`)).body).toEqual({ name: '姜小明', idNumber: ID_NUMBER, address: ADDRESS, phone: '+8613800000001' });
    }
    expect(await reads()).toEqual(
      [counsel, department].flatMap(({ accountId }) => [
        { actor_id: accountId, action: 'cases.particulars_read' },
        { actor_id: accountId, action: 'identity.contact_read' },
      ]),
    );
    expect(JSON.stringify(await t.db.query('select * from audit_entry'))).not.toMatch(/370283199001011234|某镇某村|13800000001/);
    expect(await t.app.get(UnitOfWork).run((tx) => t.app.get(AuditLog).firstBroken(tx))).toBeNull();
  });

  it('are for nobody else, and nothing is written', async () => {
    const before = await reads();
    const employer = await signInByPhone(t.url, '13900000001', '孙经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, employer.accountId, 'respondent'));
    const mediator = await createStaff(t, 'mediator', '周调解');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, mediator.accountId, 'mediator'));
    for (const who of [employer, mediator, await createStaff(t, 'lawyer', '李律师'), await signInByPhone(t.url, '13800000002')]) {
      expect((await who.get(`/api/cases/${caseId}/particulars`)).status).toBe(404);
    }
    expect(await reads()).toEqual(before);
  });
});
