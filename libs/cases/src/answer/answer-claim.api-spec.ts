import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe("the employer's answer, claim by claim", () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let caseId: string;
  let proof: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
  });
  beforeEach(async () => {
    const claims = [{ kind: 'injury_disability' as const, amountFen: 5_500_000 }, { kind: 'double_wage' as const, amountFen: 5_500_000 }, { kind: 'employment_relation' as const }];
    ({ caseId } = await aFiledCase(worker, { facts: injuryFacts({ claims }) }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, employer.accountId, 'respondent'));
    proof = await add(employer, 'shared');
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const add = async (who: Client, visibility: string) => (await who.upload(`/api/cases/${caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '考勤表', visibility })).body.id as string;
  const answer = (claims: object[], body: object = {}, who = employer) => who.post(`/api/cases/${caseId}/answer`, { requestId: id(), claims, ...body });
  const standing = async (who: Client) => (await who.get(`/api/cases/${caseId}`)).body.answer;
  const seen = async () => [await standing(worker), (await worker.get(`/api/cases/${caseId}/answers`)).body, (await worker.get(`/api/cases/${caseId}/timeline`)).body];

  it('says of each claim what is admitted, with reason and evidence, and both sides read the same', async () => {
    const given = [
      { claim: 0, position: 'partly', amountFen: 3_000_000, reason: '工资基数有误', evidenceIds: [proof] },
      { claim: 1, position: 'deny', reason: '已签订书面合同' },
      { claim: 2, position: 'admit' },
    ];
    expect((await answer(given)).status).toBe(200);
    expect(await standing(worker)).toEqual({
      version: 1,
      text: '',
      at: expect.any(String),
      claims: [
        { claim: 0, kind: 'injury_disability', claimedFen: 5_500_000, position: 'partly', admittedFen: 3_000_000, reason: '工资基数有误', evidence: [{ id: proof, title: '考勤表' }] },
        { claim: 1, kind: 'double_wage', claimedFen: 5_500_000, position: 'deny', admittedFen: 0, reason: '已签订书面合同', evidence: [] },
        { claim: 2, kind: 'employment_relation', claimedFen: null, position: 'admit', admittedFen: null, reason: '', evidence: [] },
      ],
    });
    expect(await standing(employer)).toEqual(await standing(worker));
  });

  it('keeps every version; the newest stands, and a request repeated makes none', async () => {
    await answer([{ claim: 0, position: 'deny', reason: '不是本单位职工' }]);
    const again = { requestId: id(), text: '核对后认可受伤事实。' };
    await Promise.all([1, 2, 3].map(() => answer([{ claim: 0, position: 'admit' }], again)));
    const { items } = (await worker.get(`/api/cases/${caseId}/answers`)).body;
    expect(items.map((v: { version: number; claims: { position: string }[] }) => [v.version, v.claims[0]!.position])).toEqual([[2, 'admit'], [1, 'deny']]);
    expect((await employer.get(`/api/cases/${caseId}/answers`)).body.items).toEqual(items);
    expect({ ...(await standing(worker)), number: 1 }).toEqual(items[0]);
    const stranger = await createStaff(t, 'lawyer', '李律师');
    expect((await stranger.get(`/api/cases/${caseId}/answers`)).status).toBe(404);
  });

  it.each([
    ['a claim the case does not have', () => [{ claim: 3, position: 'admit' }], 422, 'ANSWER_CLAIM_UNKNOWN'],
    ['the whole amount as "in part"', () => [{ claim: 0, position: 'partly', amountFen: 5_500_000, reason: '认可' }], 422, 'ANSWER_AMOUNT_TOO_HIGH'],
    ['"in part" without an amount', () => [{ claim: 0, position: 'partly', reason: '认可一部分' }], 400, 'VALIDATION_FAILED'],
    ['an amount with "no"', () => [{ claim: 0, position: 'deny', amountFen: 1, reason: '不认可' }], 400, 'VALIDATION_FAILED'],
    ['a "no" without a reason', () => [{ claim: 0, position: 'deny' }], 400, 'VALIDATION_FAILED'],
    ['one claim twice', () => [{ claim: 0, position: 'admit' }, { claim: 0, position: 'deny', reason: '不认可' }], 400, 'VALIDATION_FAILED'],
    ['nothing at all', () => [], 400, 'VALIDATION_FAILED'],
    ['evidence that is not there', () => [{ claim: 0, position: 'admit', evidenceIds: [id()] }], 422, 'ANSWER_EVIDENCE_NOT_SHARED'],
  ])('refuses %s, and nothing changes', async (_what, claims, status, code) => {
    const before = await seen();
    expect(await answer(claims())).toMatchObject({ status, body: { code } });
    expect(await seen()).toEqual(before);
  });

  it("refuses what the other side cannot see or what is the worker's own, and anybody else's answer; nothing changes", async () => {
    const hidden = await add(employer, 'private');
    const theirs = await add(worker, 'shared');
    const before = await seen();
    for (const evidenceId of [hidden, theirs]) expect((await answer([{ claim: 0, position: 'admit', evidenceIds: [evidenceId] }])).body.code).toBe('ANSWER_EVIDENCE_NOT_SHARED');
    expect((await answer([{ claim: 0, position: 'admit' }], {}, worker)).status).toBe(404);
    expect(await seen()).toEqual(before);
    await worker.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'withdraw', expectedStatus: 'filed' });
    const over = await seen();
    expect((await answer([{ claim: 0, position: 'admit' }])).body.code).toBe('CASE_MOVE_ILLEGAL');
    expect(await seen()).toEqual(over);
  });
});
