import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, startTestApp, type TestApp } from '@hejie/test-kit';

describe('an organisation that is called or placed otherwise', () => {
  let t: TestApp;
  let admin: Client;
  let countyAdmin: Client;
  const at = {} as Record<'city' | 'county' | 'other' | 'foreign', string>;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    const organisations = t.app.get(Organisations);
    at.city = (await organisations.root())!.id;
    await t.app.get(UnitOfWork).run(async (tx) => {
      at.county = (await organisations.create(tx, { name: '东湖区总工会', kind: 'county', parentId: at.city })).id;
      at.other = (await organisations.create(tx, { name: '西山区总工会', kind: 'county', parentId: at.city })).id;
      at.foreign = (await organisations.create(tx, { name: '外市总工会', kind: 'city', parentId: null })).id;
    });
    countyAdmin = await createStaff(t, 'admin', '区管理员', { organisationId: at.county });
  });
  afterAll(() => t?.close());

  const rename = (who: Client, id: string, name: string) => who.put(`/api/organisations/${id}/name`, { name });
  const nameOf = async (id: string) => (await admin.get('/api/organisations')).body.items.find((o: { id: string }) => o.id === id)?.name;
  const kept = async () => JSON.stringify(await Promise.all(['select * from organisation order by id', `select count(*) from audit_entry where action <> 'identity.contact_read'`].map((q) => t.db.query(q))));

  it('holds at once for who serves there, and is audited once', async () => {
    expect((await rename(countyAdmin, at.county, ' 东湖新区总工会')).status).toBe(204);
    expect(await nameOf(at.county)).toBe('东湖新区总工会');
    expect((await countyAdmin.get('/api/auth/me')).body.organisations).toEqual([expect.objectContaining({ name: '东湖新区总工会' })]);
    const after = await kept();
    expect((await rename(admin, at.county, '东湖新区总工会')).status).toBe(204);
    expect(await kept()).toBe(after);
    expect(await t.db.query('select actor_id, action, detail from audit_entry where subject = $1', [`organisation:${at.county}`])).toEqual([
      { actor_id: countyAdmin.accountId, action: 'identity.organisation_renamed', detail: { from: '东湖区总工会', to: '东湖新区总工会' } },
    ]);
  });

  it('keeps names apart within one place, takes no empty one and none of a closed organisation; nothing changes', async () => {
    const { id } = (await admin.post('/api/organisations', { parentId: at.city, name: '旧服务站', kind: 'station' })).body;
    expect((await admin.put(`/api/organisations/${id}/closed`, {})).status).toBe(204);
    const before = await kept();
    expect(await rename(admin, at.other, '东湖新区总工会')).toMatchObject({ status: 409, body: { code: 'ORGANISATION_NAME_TAKEN' } });
    expect(await rename(admin, at.other, ' ')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await rename(admin, id, '新服务站')).toMatchObject({ status: 409, body: { code: 'ORGANISATION_CLOSED', title: expect.stringContaining('旧服务站') } });
    expect(await kept()).toBe(before);
    expect((await rename(admin, at.other, '旧服务站')).status).toBe(204); // a closed one keeps no name from others
    expect(await admin.delete(`/api/organisations/${id}/closed`)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_NAME_TAKEN' } });
  });

  it('is for administrators above it: others get the same answer as for nothing, and nothing changes', async () => {
    const operator = await createStaff(t, 'operator', '坐席');
    const before = await kept();
    const missing = await rename(admin, crypto.randomUUID(), '某站');
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of [await rename(countyAdmin, at.city, '某市总工会'), await rename(countyAdmin, at.other, '某区总工会'), await rename(admin, at.foreign, '某市总工会'), await rename(operator, at.city, '某市总工会')]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    expect(await kept()).toBe(before);
  });

  const move = (who: Client, id: string, parentId: string) => who.put(`/api/organisations/${id}/parent`, { parentId });
  const add = async (parentId: string, name: string, kind = 'station') => (await admin.post('/api/organisations', { parentId, name, kind })).body.id as string;

  it('is moved with all below it, who serves there and their cases; who answered for the old place no longer reads them', async () => {
    const [from, to] = [await add(at.city, '旧区总工会', 'county'), await add(at.city, '新区总工会', 'county')];
    const street = await add(from, '东街道总工会', 'street');
    const station = await add(street, '东街道工作站');
    const officer = await createStaff(t, 'operator', '坐席东', { organisationId: station });
    const [before, after] = [await createStaff(t, 'legal_officer', '旧区法律部', { organisationId: from }), await createStaff(t, 'legal_officer', '新区法律部', { organisationId: to })];
    const { caseId } = await aFiledCase(officer, { behalf: { name: '姜小明', phone: '13800009901', consent: '已告知并同意工会代为提交' } });
    const reads = async (who: Client) => (await who.get(`/api/cases/${caseId}`)).status === 200;
    expect([await reads(before), await reads(after), await reads(officer)]).toEqual([true, false, true]);
    const lists = async (who: Client) => ((await who.get('/api/cases')).body.items as { id: string }[]).some((c) => c.id === caseId);
    const counts = async (who: Client) => ((await who.get('/api/insight/cases?figure=cases')).body.total as number);
    await t.db.query(`insert into insight_case (case_id, organisation_path, type, filed_on, settled, agreed_fen, paid_fen, awarded, compiled_at)
      select id, organisation_path, primary_type, current_date, false, 0, 0, false, now() from dispute_case where id = $1 on conflict do nothing`, [caseId]);
    expect([await counts(before), await counts(after)]).toEqual([1, 0]);
    // a worker that does not get to it: what follows by an event is not waited for
    await t.db.query(`update outbox_event set relayed_at = now() where relayed_at is null`);
    await t.db.query(`create rule no_news as on insert to outbox_event where new.topic = 'identity.organisation_moved.v1' do instead nothing`);
    for (let i = 0; i < 2; i++) {
      expect((await move(admin, street, to)).status).toBe(204);
      for (const [who, theirs] of [[before, false], [after, true], [officer, true]] as const) expect([await reads(who), await lists(who)]).toEqual([theirs, theirs]);
      expect([await counts(before), await counts(after)]).toEqual([0, 1]);
    }
    await t.db.query('drop rule no_news on outbox_event');
    const tree = (await admin.get('/api/organisations')).body.items as { id: string; parentId: string; depth: number; openCases: number }[];
    expect(tree.filter((o) => [street, station].includes(o.id)).map(({ id, parentId, depth }) => ({ id, parentId, depth }))).toEqual([{ id: street, parentId: to, depth: 2 }, { id: station, parentId: street, depth: 3 }]);
    expect(tree.find((o) => o.id === station)!.openCases).toBe(1);
    expect(await t.db.query('select actor_id, detail from audit_entry where subject = $1 and action = $2', [`organisation:${street}`, 'identity.organisation_moved'])).toEqual([{ actor_id: admin.accountId, detail: { from, to } }]);
  });

  it('is not moved below itself or its parts, below a closed one, beside one of its name, nor while it is closed; nothing changes', async () => {
    const [county, other] = [await add(at.city, '甲区总工会', 'county'), await add(at.city, '乙区总工会', 'county')];
    const street = await add(county, '甲街道总工会', 'street');
    await add(other, '甲街道总工会', 'street');
    const gone = await add(at.city, '撤销的站');
    await admin.put(`/api/organisations/${gone}/closed`, {});
    const before = await kept();
    for (const into of [county, street]) expect(await move(admin, county, into)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_INTO_ITSELF', title: expect.stringContaining('甲区总工会') } });
    expect((await move(admin, at.city, county)).body.code).toBe('ORGANISATION_INTO_ITSELF');
    expect((await move(admin, street, gone)).body.code).toBe('ORGANISATION_CLOSED');
    expect((await move(admin, gone, county)).body.code).toBe('ORGANISATION_CLOSED');
    expect((await move(admin, street, other)).body.code).toBe('ORGANISATION_NAME_TAKEN');
    expect(await move(admin, street, 'nowhere')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await kept()).toBe(before);
  });

  it('is moved by administrators above both places: others get the same answer as for nothing, and nothing changes', async () => {
    const operator = await createStaff(t, 'operator', '坐席二');
    const own = await add(at.county, '本区工作站');
    const before = await kept();
    const missing = await move(admin, crypto.randomUUID(), at.city);
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    // out of one's reach, into it, the top of one's own reach, by somebody who administers nothing
    for (const [who, id, to] of [[countyAdmin, own, at.city], [countyAdmin, own, at.other], [countyAdmin, at.other, at.county], [countyAdmin, at.county, own], [admin, own, at.foreign], [admin, at.foreign, at.city], [operator, own, at.city]] as const) {
      const answer = await move(who, id, to);
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    expect(await kept()).toBe(before);
  });
});
