import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import type { OrganisationKind } from '@hejie/identity/contract';
import { addDays } from '@hejie/law';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Inbox, InboxItem } from '../contract/index.js';

const id = () => crypto.randomUUID();

describe("a partner's inbox", () => {
  let t: TestApp;
  let worker: Client;
  let commission: Client;
  let court: Client;

  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800001301', '姜小明');
    await createStaff(t, 'operator', '坐席周'); // and with them the city
    commission = await partner('commission', '仲裁委');
    court = await partner('court', '法院');
  });
  afterAll(() => t?.close());

  const partner = async (kind: OrganisationKind, name: string, parentId?: string) => {
    const organisations = t.app.get(Organisations);
    const root = (await organisations.root())!;
    const made = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name, kind, parentId: parentId ?? root.id }));
    return createStaff(t, 'partner', name, { organisationId: made.id });
  };
  const inbox = async (who: Client, query = ''): Promise<Inbox> => (await who.get(`/api/partner/inbox${query}`)).body;
  const one = async (who: Client, item: string): Promise<InboxItem> => (await who.get(`/api/partner/inbox/${item}`)).body;
  /** Files a case and hands it on; answers the partner's item of it. */
  const handOn = async (track: string, who: Client, partnerId?: string): Promise<InboxItem> => {
    const { caseId, number } = await aFiledCase(worker);
    expect((await worker.post(`/api/cases/${caseId}/escalations`, { requestId: id(), track, partnerId })).status).toBe(202);
    return eventually(async () => (await inbox(who)).items.find((i) => i.caseNumber === number), 'the packet is in the inbox');
  };
  const receive = (who: Client, item: string, requestId = id(), reference = '第1号') => who.post(`/api/partner/inbox/${item}/receipt`, { requestId, reference });
  const report = (who: Client, item: string, status: string, requestId = id(), date = civilDate(new Date())) => who.post(`/api/partner/inbox/${item}/status`, { requestId, status, text: '说明', date });

  it('hands litigation to the court and to nobody else', async () => {
    const item = await handOn('litigation', court);
    expect(item).toMatchObject({ track: 'litigation', status: 'sent', claimantName: '姜小明', next: ['received'] });
    expect((await commission.get(`/api/partner/inbox/${item.id}`)).status).toBe(404);
    expect((await commission.get(`/api/partner/inbox/${item.id}/packet`)).status).toBe(404);
    expect((await receive(commission, item.id)).status).toBe(404);
    expect(await one(court, item.id)).toMatchObject({ status: 'sent', reference: null });
  });

  it('counts what waits, is under way and is over, and lists each by page', async () => {
    const [first, second] = [await handOn('arbitration', commission), await handOn('arbitration', commission)];
    const third = await handOn('arbitration', commission);
    expect((await receive(commission, first.id)).status).toBe(200);
    await receive(commission, second.id);
    await report(commission, second.id, 'rejected');
    const all = await inbox(commission);
    expect(all.items.map((i) => i.id)).toEqual([third.id, second.id, first.id]);
    expect([all.total, all.counts]).toEqual([3, { waiting: 1, underway: 1, over: 1 }]);
    for (const [show, item] of [['waiting', third], ['underway', first], ['over', second]] as const) {
      const { items, total } = await inbox(commission, `?show=${show}`);
      expect([show, items.map((i) => i.id), total]).toEqual([show, [item.id], 1]);
    }
    expect((await inbox(commission, '?limit=1&page=2')).items.map((i) => i.id)).toEqual([second.id]);
    expect((await commission.get('/api/partner/inbox?show=lost')).status).toBe(400);
    expect((await inbox(court)).counts).toEqual({ waiting: 1, underway: 0, over: 0 });
  });

  it('takes an answer that is sent again after a lost reply once', async () => {
    const { id: item } = await handOn('arbitration', commission);
    const [receipt, acceptance] = [id(), id()];
    const answers = await Promise.all([1, 2, 3].map(() => receive(commission, item, receipt)));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
    for (let i = 0; i < 2; i++) expect((await report(commission, item, 'accepted', acceptance)).body).toMatchObject({ status: 'accepted', next: ['hearing', 'awarded', 'closed'] });
    expect((await one(commission, item)).history.map((h) => h.status)).toEqual(['sent', 'received', 'accepted']);
  });

  it('refuses a status out of order, and nothing changed', async () => {
    const { id: item } = await handOn('arbitration', commission);
    const before = await one(commission, item);
    expect(await report(commission, item, 'awarded')).toMatchObject({ status: 409, body: { code: 'ESCALATION_STATUS_ORDER', allowed: ['received'] } });
    expect(await one(commission, item)).toEqual(before);
  });

  it('refuses an award of a day to come, and nothing changed; tells of a hearing before it', async () => {
    const { id: item, caseNumber } = await handOn('arbitration', commission);
    await receive(commission, item);
    expect(await one(commission, item)).toMatchObject({ due: { title: { zh: '仲裁受理期' }, lastDate: expect.any(String) } });
    expect((await report(commission, item, 'accepted')).body.due).toMatchObject({ title: { zh: '仲裁裁决期限' }, safeDate: addDays(civilDate(new Date()), 45) });
    const tomorrow = civilDate(new Date(Date.now() + 86_400_000));
    const { id: caseId } = (await worker.get('/api/cases')).body.items.find((c: { number: string }) => c.number === caseNumber);
    const seen = async () => [await one(commission, item), (await worker.get(`/api/cases/${caseId}`)).body, (await worker.get(`/api/cases/${caseId}/timeline`)).body];
    const before = await seen();
    for (const status of ['awarded', 'closed']) expect(await report(commission, item, status, id(), tomorrow)).toMatchObject({ status: 422, body: { code: 'ESCALATION_DATE_AHEAD' } });
    expect(await seen()).toEqual(before);
    expect((await report(commission, item, 'hearing', id(), tomorrow)).status).toBe(200);
    expect(await report(commission, item, 'awarded')).toMatchObject({ status: 200, body: { due: null } });
    // one award, one line; who does not read the partner's word reads that it was decided
    const kinds = (await worker.get(`/api/cases/${caseId}/timeline`)).body.items.map((e: { kind: string }) => e.kind);
    expect(kinds.slice(0, 2)).toEqual(['escalation.awarded', 'escalation.hearing']);
    expect(kinds).not.toContain('cases.decide');
    const mediator = await createStaff(t, 'mediator', '陈调解');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, mediator.accountId, 'mediator'));
    expect((await mediator.get(`/api/cases/${caseId}/timeline`)).body.items[0].kind).toBe('cases.decide');
  });

  it('keeps its organisation open until everything is decided; a closed one is handed nothing, and nothing changes', async () => {
    const admin = await createStaff(t, 'admin', '管理员');
    const other = await partner('commission', '新区仲裁委');
    const commissionId = (await commission.get('/api/auth/me')).body.organisations[0].id;
    const close = () => admin.put(`/api/organisations/${commissionId}/closed`, {});
    const openCases = async () => (await admin.get('/api/organisations')).body.items.find((o: { name: string }) => o.name === '仲裁委').openCases;
    await handOn('arbitration', commission, commissionId);
    const { waiting, underway } = (await inbox(commission)).counts;
    expect(await openCases()).toBe(waiting + underway);
    await admin.put(`/api/staff/${commission.accountId}/disabled`, {});
    const before = await t.db.query('select * from organisation order by id');
    expect(await close()).toMatchObject({ status: 409, body: { code: 'ORGANISATION_HAS_CASES' } });
    expect(await t.db.query('select * from organisation order by id')).toEqual(before);
    await t.db.query(`update escalation set status = 'closed' where partner_id = $1`, [commissionId]);
    expect(await openCases()).toBe(0);
    expect((await close()).status).toBe(204);
    // what comes now goes to the one that is open
    await handOn('arbitration', other);
  });

  it('is that of the organisation one is a partner of, whatever else one is elsewhere', async () => {
    const item = await handOn('litigation', court);
    const [two, mixed] = [await partner('court', '二院'), await partner('commission', '兼职仲裁委')];
    await t.db.query(`insert into account_role (account_id, role, organisation_id) select $1, 'lawyer', organisation_id from account_role where account_id = $2`, [court.accountId, two.accountId]);
    await t.db.query(`insert into account_role (account_id, role, organisation_id) select $1, 'lawyer', organisation_id from account_role where account_id = $2 and role = 'partner'`, [mixed.accountId, court.accountId]);
    expect((await one(court, item.id)).id).toBe(item.id);
    expect((await inbox(mixed)).items).toEqual([]);
    expect((await mixed.get(`/api/partner/inbox/${item.id}/packet`)).status).toBe(404);
  });

  it('is chosen by whoever hands a case on where its place leaves more than one; refused without or with another, and nothing changes', async () => {
    const organisations = t.app.get(Organisations);
    const root = (await organisations.root())!;
    const [east, west] = await t.app.get(UnitOfWork).run(async (tx) => [
      await organisations.create(tx, { name: '东区总工会', kind: 'county', parentId: root.id }),
      await organisations.create(tx, { name: '西区总工会', kind: 'county', parentId: root.id }),
    ]);
    const station = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: '东区工作站', kind: 'station', parentId: east!.id }));
    await partner('commission', '东区仲裁委', east!.id);
    const mixed = await partner('commission', '二仲');
    await partner('commission', '三仲');
    const options = (await organisations.serving('commission', root.path)).map((o) => ({ id: o.id, name: o.name }));
    expect(options.length).toBeGreaterThan(1);
    const aCourt = (await organisations.openOf('court'))[0]!;
    // of the city itself: any of its commissions, not those of a county
    const { caseId, number } = await aFiledCase(worker);
    const hand = (partnerId?: string) => worker.post(`/api/cases/${caseId}/escalations`, { requestId: id(), track: 'arbitration', partnerId });
    const seen = async () => [(await worker.get(`/api/cases/${caseId}`)).body, (await worker.get(`/api/cases/${caseId}/timeline`)).body, await t.db.query('select * from escalation where case_id = $1', [caseId])];
    const before = await seen();
    expect(await hand()).toMatchObject({ status: 409, body: { code: 'ESCALATION_PARTNER_OPEN', partners: options } });
    for (const wrong of [aCourt.id, west!.id, id()]) expect((await hand(wrong)).status).toBe(404);
    expect(await seen()).toEqual(before);
    const chosen = options.find((o) => o.name === '二仲')!;
    expect((await hand(chosen.id)).body).toMatchObject({ partner: '二仲' });
    await eventually(async () => (await inbox(mixed)).items.find((i) => i.caseNumber === number), 'the packet is in the inbox of whom was chosen');
    // of a station in the east: the one there is in the east; of one in the west, where there is none, the city's again
    const names = async (path: string) => (await organisations.serving('commission', path)).map((o) => o.name);
    expect([await names(station.path), await names(west!.path)]).toEqual([['东区仲裁委'], options.map((o) => o.name)]);
    const there = await aFiledCase(worker);
    await t.db.query('update dispute_case set organisation_path = $2 where id = $1', [there.caseId, station.path]);
    expect((await worker.post(`/api/cases/${there.caseId}/escalations`, { requestId: id(), track: 'arbitration' })).body).toMatchObject({ partner: '东区仲裁委' });
  });

  it('is no place for people and lawyers', async () => {
    for (const who of [worker, await createStaff(t, 'lawyer', '王律师')]) expect((await who.get('/api/partner/inbox')).status).toBe(404);
  });
});
