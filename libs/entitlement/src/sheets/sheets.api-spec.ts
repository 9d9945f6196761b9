import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { FigureRow, LegalAnswersView, SheetView } from '../contract/index.js';

const REGION = '示例省/示例市';
// illustrative, not real standards
const figure = (name: FigureRow['figure'], value: number, validFrom = '2020-01-01'): FigureRow => ({ region: REGION, figure: name, value, validFrom, validTo: null, sourceTitle: '示例数据，非真实标准', sourceUrl: null, certainty: 'unverified' });

describe('the entitlement sheet of a case', () => {
  const clock = new TestClock(new Date('2025-02-03T02:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let lawyer: Client;
  let mediator: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    lawyer = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '陈调解');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    const facts = injuryFacts({ region: '示例市', employment: { contract: 'no', insured: 'no', platformWork: false, startDate: '2024-01-10', endDate: '2025-01-20', monthlyWageFen: 500_000 } });
    ({ caseId } = await aFiledCase(worker, { facts }));
    await t.app.get(UnitOfWork).run(async (tx) => {
      for (const [who, relation] of [[lawyer, 'counsel'], [mediator, 'mediator'], [employer, 'respondent']] as const) await t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation);
    });
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const questions = async () => (await worker.get(`/api/cases/${caseId}/legal-answers`)).body as LegalAnswersView;
  const answer = async (question: string, value: unknown, who = worker) => who.put(`/api/cases/${caseId}/legal-answers`, { question, answer: value, expectedVersion: (await questions()).version });
  const make = (who = worker) => who.post<SheetView>(`/api/cases/${caseId}/sheets`);
  const list = async (who: Client) => (await who.get(`/api/cases/${caseId}/sheets`)).body.items as SheetView[];
  const line = (sheet: SheetView, claim: string) => sheet.content!.lines.find((l) => l.claim === claim)!;
  const stored = async () => JSON.stringify([await t.db.query('select * from legal_answers'), await t.db.query('select * from entitlement_sheet order by id'), await t.db.query('select * from sheet_consent order by sheet_id, side'), await t.db.query('select count(*) from case_event')]);

  it('starts from what the case tells and asks only for the rest', async () => {
    const { answers, next, open } = await questions();
    expect(answers).toEqual({ work: 'employee', people: 'one', matters: ['injury', 'noContract'], hireDate: '2024-01-10', stillEmployed: 'no', endDate: '2025-01-20', monthlyWage: 5000, contract: 'no', insured: 'no' });
    expect(next).toMatchObject({ id: 'age' });
    expect(open).toBeGreaterThan(5);
  });

  it('says which facts and which local tables are missing, never nought for them', async () => {
    for (const [question, value] of Object.entries({ age: 'adult', licensed: 'yes', where: 'work', hurtOn: '2024-06-03', recognition: 'yes', grade: '8', conclusionOn: '2025-01-24', injuryEnds: 'yes', nursing: 'none', stayMonths: 3, medicalCosts: 4200 })) {
      expect([question, (await answer(question, value)).status]).toEqual([question, 200]);
    }
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, consents: { claimant: false, respondent: false }, content: { region: '示例市', figuresOn: '2025-01-20', total: { complete: false } } });
    expect(line(body, 'injury_disability')).toMatchObject({ lowFen: null, highFen: null, missingTables: [{ field: 'localAvgMonthlyWage' }] });
    expect(line(body, 'double_wage')).toMatchObject({ highFen: 5_500_000, missingTables: [] });
  });

  it('makes a version beside the old one when figures or facts change, and none when nothing did', async () => {
    const first = (await list(worker))[0]!;
    expect((await make(lawyer)).body.id).toBe(first.id);
    const [one, two] = [await createStaff(t, 'legal_officer', '法律部赵'), await createStaff(t, 'legal_officer', '法律部钱')];
    const rows = [figure('avg_monthly_wage', 800_000), figure('avg_monthly_wage', 1_000_000, '2025-01-01'), figure('min_monthly_wage', 200_000), figure('subsidy_base', 720_000), figure('medical_months_8', 10), figure('employment_months_8', 10)];
    const change = (await one.post('/api/local-figures/changes', { requestId: id(), reason: '录入示例数据', rows })).body;
    await two.post(`/api/local-figures/changes/${change.id}/decision`, { requestId: id(), approve: true });
    const second = (await make()).body;
    expect(second).toMatchObject({ version: 2 });
    // by the average of the year of the accident, not by that of the year work ended
    expect(line(second, 'injury_disability')).toMatchObject({ lowFen: 5_500_000, highFen: 5_500_000, figuresOn: '2024-06-03' });
    expect(second.content!.figures.filter((f) => f.figure === 'avg_monthly_wage').map((f) => [f.on, f.value])).toEqual([[undefined, 1_000_000], ['2024-06-03', 800_000]]);
    expect(line(second, 'injury_employment')).toMatchObject({ lowFen: 14_400_000 });
    await worker.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn: '2024-07-01', amountFen: 420_000, what: '住院押金' });
    const third = (await make()).body;
    expect(third.content!.total).toMatchObject({ alreadyPaidFen: 420_000, highFen: second.content!.total.highFen - 420_000 });
    expect((await list(lawyer)).map((s) => s.version)).toEqual([3, 2, 1]);
    expect((await list(worker)).find((s) => s.version === 1)).toEqual(first);
  });

  it('is shown to the other side and the mediator only when both sides agree, and until one takes it back', async () => {
    const [sheet] = await list(worker);
    const consent = (who: Client, agree: boolean) => who.post(`/api/sheets/${sheet!.id}/consent`, { agree });
    const sees = async (who: Client) => [(await list(who)).map((s) => s.content !== null), (await who.get(`/api/sheets/${sheet!.id}/pdf`)).status];
    const before = await stored();
    expect([await sees(employer), await sees(mediator)]).toEqual([[[], 404], [[], 404]]);
    expect((await consent(employer, true)).status).toBe(404);
    expect((await consent(lawyer, true)).status).toBe(404);
    expect(await stored()).toBe(before);
    expect((await consent(worker, true)).body).toMatchObject({ consents: { claimant: true, respondent: false } });
    expect([await sees(employer), await sees(mediator)]).toEqual([[[false], 404], [[false], 404]]);
    expect((await consent(employer, true)).body).toMatchObject({ consents: { claimant: true, respondent: true }, answers: null, content: { lines: sheet!.content!.lines } });
    expect([await sees(employer), await sees(mediator)]).toEqual([[[true], 200], [[true], 200]]);
    await consent(worker, false);
    expect([await sees(employer), await sees(mediator)]).toEqual([[[], 404], [[], 404]]);
    expect((await worker.get(`/api/sheets/${sheet!.id}/pdf`)).status).toBe(200);
  });

  it('is set as a paper with result, working, articles, tables and inputs, the same each time', async () => {
    const [sheet] = await list(worker);
    const pdf = async () => (await worker.get<Buffer>(`/api/sheets/${sheet!.id}/pdf`)).body;
    const [one, two] = [await pdf(), await pdf()];
    expect(one.equals(two)).toBe(true);
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], one);
    const text = await pdfText(one);
    for (const said of ['权益测算单', '测算第 3 版', '一次性伤残补助金', '55,000.00元', '工伤保险条例', '示例数据，非真实标准', '待核实', '4,200.00元', '哪天开始上班的？', '本项按 2024年6月3日 适用的地区标准', sheet!.digest.slice(0, 16)]) expect(text).toContain(said);
    expect(text.replaceAll(/\s/g, '')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('refuses answers that do not fit, stale ones and other people, and nothing changes', async () => {
    const stranger = await signInByPhone(t.url, '13800000009', '路人');
    const before = await stored();
    expect(await answer('grade', '11')).toMatchObject({ status: 422, body: { code: 'ANSWER_UNFIT' } });
    expect(await answer('nothing', 'x')).toMatchObject({ status: 422, body: { code: 'ANSWER_UNFIT' } });
    expect(await worker.put(`/api/cases/${caseId}/legal-answers`, { question: 'grade', answer: '7', expectedVersion: 0 })).toMatchObject({ status: 409, body: { code: 'ANSWER_STALE' } });
    for (const who of [employer, stranger]) expect([(await answer('grade', '7', who)).status, (await make(who)).status]).toEqual([404, 404]);
    expect([(await stranger.get(`/api/cases/${caseId}/sheets`)).status, (await mediator.post(`/api/cases/${caseId}/sheets`)).status]).toEqual([404, 404]);
    expect(await stored()).toBe(before);
  });
});
