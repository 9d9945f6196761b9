import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@hejie/identity';
import { Client, createStaff, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import { aQuickCase, injuryFacts } from '@hejie/cases/testing';

describe('filing a case', () => {
  let t: TestApp;
  let worker: Client;
  let operator: Client;
  beforeAll(async () => {
    t = await startTestApp();
    operator = await createStaff(t, 'operator', '坐席李');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());

  const count = async (table: string) => ((await t.db.query(`select count(*)::int as n from ${table}`)) as [{ n: number }])[0].n;
  const newDraft = async () => (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body.id as string;

  it('keeps answers step by step and gives a numbered receipt at the end', async () => {
    const id = await newDraft();
    const { employer, employment, ...rest } = injuryFacts();
    await worker.patch(`/api/cases/${id}/draft`, { answers: { employer: { name: employer.name }, claimant: { name: '姜小明' } } });
    await worker.patch(`/api/cases/${id}/draft`, { answers: { employment: { contract: 'no' } } });
    await worker.patch(`/api/cases/${id}/draft`, { answers: { employment } });
    const draft = await worker.patch(`/api/cases/${id}/draft`, { answers: rest });
    expect(draft.body.answers).toMatchObject({ ...injuryFacts(), claimant: { name: '姜小明' } });
    expect((await worker.get(`/api/cases/${id}/draft`)).body.answers).toEqual(draft.body.answers);

    const receipt = await worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() });
    expect(receipt).toMatchObject({ status: 200, body: { claimantName: '姜小明', employerName: employer.name, hotline: '12351' } });
    expect(receipt.body.number).toMatch(/^和调〔\d{4}〕\d{6}号$/);
    const view = await worker.get(`/api/cases/${id}`);
    expect(view.body).toMatchObject({ status: 'filed', number: receipt.body.number, relations: ['claimant'], amountClaimedFen: 11_000_000 });
    expect(view.body.mediationDue).toMatchObject({ rule: 'MEDIATION_END_15D', source: expect.stringContaining('Art 14') });
    expect((await worker.get(`/api/cases/${id}/timeline`)).body.items.map((i: { kind: string }) => i.kind)).toEqual(['cases.file']);
    await smsTo(t.url, '13800000001', new RegExp(receipt.body.number));
  });

  it('names what is missing, in the language of the reader, and nothing changes', async () => {
    const id = await newDraft();
    const before = await count('case_event');
    const answer = await worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors.map((e: { path: string }) => e.path)).toEqual(expect.arrayContaining(['disputeTypes', 'employer', 'claims', 'story']));
    expect(answer.body.title).toMatch(/填/);
    expect((await worker.get(`/api/cases/${id}/draft`)).status).toBe(200);
    expect(await count('case_event')).toBe(before);
  });

  it('gives the same draft and the same receipt however often it is asked, also at once', async () => {
    const requestId = crypto.randomUUID();
    const before = await count('dispute_case');
    const drafts = await Promise.all(Array.from({ length: 20 }, () => worker.post('/api/cases', { requestId })));
    expect(new Set(drafts.map((d) => d.body.id)).size).toBe(1);
    expect(await count('dispute_case')).toBe(before + 1);
    const id = drafts[0]!.body.id;
    await worker.patch(`/api/cases/${id}/draft`, { answers: { ...injuryFacts(), claimant: { name: '姜小明' } } });
    const events = await count('case_event');
    const receipts = await Promise.all(Array.from({ length: 20 }, () => worker.post(`/api/cases/${id}/file`, { requestId })));
    expect(new Set(receipts.map((r) => r.body.number)).size).toBe(1);
    expect(await count('case_event')).toBe(events + 1);
    expect((await worker.patch(`/api/cases/${id}/draft`, { answers: { story: '改一改内容' } })).body).toMatchObject({ code: 'CASE_NOT_DRAFT' });
    expect((await worker.get(`/api/cases/${id}`)).body.facts.story).toBe(injuryFacts().story);
  });

  it('files the drafts of many at once, each under its own name, and only the whole ones', async () => {
    const people = await Promise.all(['赵一', '钱二', '孙三'].map((name, i) => signInByPhone(t.url, `1380000007${i}`).then((client) => ({ name, client }))));
    const drafts = await Promise.all(people.map(async ({ client, name }, i) => {
      const { id } = (await client.post('/api/cases', { requestId: crypto.randomUUID() })).body;
      await client.patch(`/api/cases/${id}/draft`, { answers: { ...injuryFacts(), ...(i === 1 ? {} : { claimant: { name } }) } });
      return { client, id };
    }));
    const [events, outbox] = [await count('case_event'), await count('outbox_event')];
    const answers = await Promise.all(drafts.map(({ client, id }) => client.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() })));
    expect(answers.map((a) => a.body.claimantName ?? a.body.code)).toEqual(['赵一', 'CASE_INCOMPLETE', '孙三']);
    expect([await count('case_event'), await count('outbox_event')]).toEqual([events + 2, outbox + 2]);
    expect((await drafts[1]!.client.get(`/api/cases/${drafts[1]!.id}/draft`)).status).toBe(200);
    const claimants = (await t.db.query('select id, claimant_id from dispute_case where id = any($1)', [drafts.map((d) => d.id)])) as { id: string; claimant_id: string }[];
    const names = await t.app.get(Accounts).names(claimants.map((c) => c.claimant_id));
    expect(drafts.map((d) => names.get(claimants.find((c) => c.id === d.id)!.claimant_id)?.name)).toEqual(['赵一', '', '孙三']);
  });

  it('does not file a draft that was changed while it was being filed; nothing changes', async () => {
    const id = await newDraft();
    await worker.patch(`/api/cases/${id}/draft`, { answers: { ...injuryFacts(), claimant: { name: '姜小明' } } });
    const events = await count('case_event');
    let filing!: ReturnType<Client['post']>;
    await t.db.transaction(async (other) => {
      await other.query(`update dispute_case set updated_at = updated_at + interval '1 second', employer_name = '别的厂' where id = $1`, [id]);
      filing = worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() });
      // until the filing waits for the row that is being changed
      while ((await t.db.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length === 0) await new Promise((r) => setTimeout(r, 10));
    });
    expect(await filing).toMatchObject({ status: 409, body: { code: 'CASE_STALE' } });
    expect(await count('case_event')).toBe(events);
    expect(await t.db.query('select status, number, employer_name from dispute_case where id = $1', [id])).toEqual([{ status: 'draft', number: null, employer_name: '别的厂' }]);
  });

  it('files a whole case at once: twenty tries, one case, one event, one outbox row', async () => {
    const quick = aQuickCase();
    const [cases, events, outbox] = await Promise.all([count('dispute_case'), count('case_event'), count('outbox_event')]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => worker.post('/api/cases/quick', quick)));
    expect(new Set(answers.map((a) => `${a.status} ${a.body.number}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect([await count('dispute_case'), await count('case_event'), await count('outbox_event')]).toEqual([cases + 1, events + 1, outbox + 1]);
  });

  it('lets an operator file for a caller, who finds the case when signing in with that phone', async () => {
    const quick = { requestId: crypto.randomUUID(), behalf: { name: '郭先生', phone: '13800000099', consent: '已告知并同意工会代为提交' }, facts: injuryFacts({ disputeTypes: ['SICK_LEAVE_PAY'], claims: [{ kind: 'sick_pay', amountFen: 80_200 }] }) };
    const receipt = await operator.post('/api/cases/quick', quick);
    expect(receipt).toMatchObject({ status: 201, body: { claimantName: '郭先生' } });
    await smsTo(t.url, '13800000099', /和调/);
    const caller = await signInByPhone(t.url, '13800000099');
    const [mine] = (await caller.get('/api/cases')).body.items;
    expect(mine).toMatchObject({ number: receipt.body.number, relation: 'claimant', claimantName: '郭先生' });
    expect((await operator.get(`/api/cases/${mine.id}`)).body.relations).toEqual(['officer']);
  });

  it('does not let an operator file without saying for whom, nor a person for somebody else; nothing changes', async () => {
    const before = await count('dispute_case');
    expect((await operator.post('/api/cases/quick', aQuickCase())).status).toBe(422);
    const behalf = { name: '某人', phone: '13800000098', consent: '同意代为提交' };
    expect((await worker.post('/api/cases/quick', { ...aQuickCase(), behalf })).status).toBe(422);
    expect(await count('dispute_case')).toBe(before);
  });

  it.each([
    ['an unknown dispute type', { disputeTypes: ['NONSENSE'] }],
    ['a wrong credit code', { employer: { name: '某某厂', uscc: '91370000000000000X' } }],
    ['a fraction of a fen', { claims: [{ kind: 'other', amountFen: 0.5 }] }],
    ['an extra field', { surprise: true }],
  ])('refuses %s and nothing changes', async (_what, part) => {
    const before = await count('dispute_case');
    const answer = await worker.post('/api/cases/quick', aQuickCase({ facts: { ...injuryFacts(), ...part } as never }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await count('dispute_case')).toBe(before);
  });

  it('refuses a character that cannot be stored, alone: what was sent at the same time is filed', async () => {
    const before = await count('dispute_case');
    const stories = ['平常的一段经过', '带有\u0000的经过', '另一段平常的经过', '半个\ud83d字符的经过'];
    const answers = await Promise.all(stories.map((story) => worker.post('/api/cases/quick', aQuickCase({ facts: injuryFacts({ story }) }))));
    expect(answers.map((a) => a.status)).toEqual([201, 400, 201, 400]);
    expect(answers[1]!.body.code).toBe('MALFORMED_REQUEST');
    expect(await count('dispute_case')).toBe(before + 2);
  });

  it('keeps particulars unreadable in the database', async () => {
    await worker.post('/api/cases/quick', aQuickCase({ claimant: { name: '欧阳不寻常', idNumber: '370283199001011234', address: '平度市某村' } }));
    const rows = await t.db.query('select * from dispute_case');
    expect(JSON.stringify(rows)).not.toMatch(/欧阳不寻常|370283199001011234/);
  });
});
