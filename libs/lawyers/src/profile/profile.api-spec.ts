import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { TestClock } from '@hejie/platform/testing';
import { Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

const PROFILE = { kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY', 'WAGES'], region: '平度市', languages: ['普通话', '青岛话'], capacity: 5, weeklyTimes: [{ weekday: 1, fromHour: 9, toHour: 17 }] };

describe("a lawyer's profile", () => {
  let t: TestApp;
  let admin: Client;
  let worker: Client;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());
  let n = 0;
  let lawyer: Client;
  let name: string;
  beforeEach(async () => {
    clock.advance(60_000);
    name = `王律师${++n}`;
    lawyer = await createStaff(t, 'lawyer', name);
  });

  const own = (who: Client) => who.get('/api/lawyers/me/profile');
  const save = (who: Client, more: object = {}) => who.put('/api/lawyers/me/profile', { ...PROFILE, ...more });
  const listed = async () => (await worker.get('/api/lawyers')).body.items.map((l: { name: string }) => l.name) as string[];
  const kept = async () => JSON.stringify(await Promise.all(['select * from lawyer_profile order by 1', 'select * from lawyer_request order by id', `select count(*) from audit_entry where action = 'lawyers.profile_saved'`].map((q) => t.db.query(q))));
  const ask = async (lawyerId: string) => {
    const { caseId } = (await worker.post('/api/cases/quick', aQuickCase({ requestId: crypto.randomUUID() }))).body;
    return () => worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: crypto.randomUUID(), lawyerId });
  };

  it('of somebody who was invited is empty: workers cannot choose them until they have filled it in themselves', async () => {
    const places = [{ role: 'lawyer', organisationId: (await admin.get('/api/organisations')).body.items[0].id }];
    const { token } = (await admin.post('/api/staff', { name: '新来的律师', username: 'new.lawyer', places })).body;
    const newcomer = new Client(t.url);
    const { secret } = (await newcomer.post('/api/auth/staff/set-ups/look', { token })).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
    const me = (await newcomer.post('/api/auth/staff/set-ups', { token, password: 'river stone lantern', code })).body;
    newcomer.csrf = me.csrfToken;
    expect(await own(newcomer)).toMatchObject({ status: 200, body: { listed: false, profile: null } });
    expect(await listed()).not.toContain('新来的律师');
    const asking = await ask(me.accountId);
    const before = await kept();
    expect((await asking()).status).toBe(404);
    expect(await kept()).toBe(before);
    expect(await save(newcomer, { licenceNumber: ' 13702202010000001 ' })).toMatchObject({ status: 200, body: { listed: true, profile: PROFILE } });
    const { items } = (await worker.get('/api/lawyers')).body;
    expect(items.find((l: { name: string }) => l.name === '新来的律师')).toMatchObject({ licenceNumber: '13702202010000001', region: '平度市', languages: ['普通话', '青岛话'], capacity: 5 });
    expect((await asking()).status).toBe(201);
  });

  it('is changed by its lawyer, and audited once without what it says', async () => {
    await save(lawyer);
    expect(await save(lawyer, { region: '市南区', weeklyTimes: [] })).toMatchObject({ status: 200, body: { listed: true, profile: { region: '市南区', weeklyTimes: [] } } });
    const after = await kept();
    await save(lawyer, { region: '市南区', weeklyTimes: [] });
    expect(await kept()).toBe(after);
    expect((await own(lawyer)).body.profile).toEqual({ ...PROFILE, region: '市南区', weeklyTimes: [] });
    const trail = await t.db.query(`select actor_id, detail from audit_entry where action = 'lawyers.profile_saved' and subject = $1 order by seq`, [`account:${lawyer.accountId}`]);
    expect(trail).toEqual([
      { actor_id: lawyer.accountId, detail: { changed: ['kind', 'licenceNumber', 'specialties', 'region', 'languages', 'capacity', 'weeklyTimes'] } },
      { actor_id: lawyer.accountId, detail: { changed: ['region', 'weeklyTimes'] } },
    ]);
  });

  it('is taken whole or not at all; nothing changes', async () => {
    await save(lawyer);
    const before = await kept();
    const wrong = [
      { licenceNumber: '1370220201000000' }, { licenceNumber: '律师执业证第一号' }, { licenceNumber: undefined }, { specialties: [] }, { specialties: ['INJURY', 'INJURY'] }, { specialties: ['LAW'] },
      { region: ' ' }, { languages: [] }, { languages: ['普通话', '普通话'] }, { capacity: 0 }, { weeklyTimes: [{ weekday: 1, fromHour: 17, toHour: 9 }] }, { weeklyTimes: [{ weekday: 8, fromHour: 9, toHour: 17 }] }, { accountId: admin.accountId },
    ];
    for (const part of wrong) expect([part, await save(lawyer, part)]).toEqual([part, expect.objectContaining({ status: 400, body: expect.objectContaining({ code: 'VALIDATION_FAILED' }) })]);
    expect(await kept()).toBe(before);
  });

  it('lists nobody who does not serve as a lawyer now, or whose licence number is not there; they cannot be asked, and nothing changes', async () => {
    await save(lawyer);
    expect(await listed()).toContain(name);
    const asking = await ask(lawyer.accountId);
    const organisationId = (await admin.get('/api/organisations')).body.items[0].id;
    const roles = (role: string) => admin.put(`/api/staff/${lawyer.accountId}/roles`, { places: [{ role, organisationId }] });
    const ways: [() => Promise<unknown>, () => Promise<unknown>][] = [
      [() => admin.put(`/api/staff/${lawyer.accountId}/disabled`, {}), () => admin.delete(`/api/staff/${lawyer.accountId}/disabled`)],
      [() => roles('mediator'), () => roles('lawyer')],
      [() => t.db.query('update lawyer_profile set licence_number = null where account_id = $1', [lawyer.accountId]), () => t.db.query(`update lawyer_profile set licence_number = '13702202010000001' where account_id = $1`, [lawyer.accountId])],
    ];
    for (const [away, back] of ways) {
      await away();
      expect(await listed()).not.toContain(name);
      const before = await kept();
      expect(await asking()).toMatchObject({ status: 409, body: { code: 'LAWYER_UNAVAILABLE' } });
      expect(await kept()).toBe(before);
      await back();
      expect(await listed()).toContain(name);
    }
  });

  it('kept from before without a licence number is there to be completed', async () => {
    await save(lawyer);
    await t.db.query('update lawyer_profile set licence_number = null where account_id = $1', [lawyer.accountId]);
    expect((await own(lawyer)).body).toEqual({ listed: false, profile: { ...PROFILE, licenceNumber: null } });
  });

  it('is for lawyers, each their own: others find nothing there, and nothing changes', async () => {
    const before = await kept();
    for (const who of [admin, worker, await createStaff(t, 'mediator', '陈调解')]) {
      expect(await own(who)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect(await save(who)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    expect((await new Client(t.url).get('/api/lawyers/me/profile')).status).toBe(401);
    expect(await kept()).toBe(before);
  });
});
