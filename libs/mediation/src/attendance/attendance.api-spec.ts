import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CaseTimeline } from '@hejie/cases';
import { TestClock } from '@hejie/platform/testing';
import { HandlerRegistry } from '@hejie/platform/worker';
import { eventually, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { RULES_VERSION, SESSION_CHANGED } from '../contract/index.js';
import { aMeeting, aSchedule, schedule, type Meeting } from '../testing/index.js';

const MINUTE = 60_000;

describe('the door of a session', () => {
  const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
  let a: TestApp;
  let b: TestApp; // a second worker on the same database
  let m: Meeting;
  let stranger: Meeting;
  beforeAll(async () => {
    a = await startTestApp({ clock });
    b = await startTestApp({ clock, env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64'), DATA_DIR: a.config.dataDir } });
    [m, stranger] = [await aMeeting(a), await aMeeting(a)];
  });
  afterAll(async () => {
    await b?.close();
    await a?.close();
  });
  beforeEach(() => schedule(a, m)); // in an hour

  const at = (path = '') => `/api/sessions/${m.sessionId}${path}`;
  const see = async () => (await m.mediator.get(at())).body;
  const consent = (who: Client) => who.post(at('/consent'), { rulesVersion: RULES_VERSION });
  const arrive = (who: Client) => who.post(at('/arrive'));
  const look = () => Promise.all([a, b].map((t) => t.app.get(HandlerRegistry).schedules.get('mediation.no-shows')!.run()));
  const noShows = () => a.db.query<{ sides: string[] }[]>('select sides from session_no_show where session_id = $1', [m.sessionId]);
  const inbox = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string }[]).filter((n) => n.link === `/sessions/${m.sessionId}`).map((n) => n.kind);

  it('writes down which wording was agreed to and when, once, and refuses another wording; nothing changes', async () => {
    const before = await see();
    expect((await m.worker.post(at('/consent'), { rulesVersion: '1999-01' })).body.code).toBe('SESSION_RULES_CHANGED');
    for (const nothing of [undefined, {}]) expect(await m.worker.post(at('/consent'), nothing)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await see()).toEqual(before);
    await consent(m.worker);
    const stored = () => a.db.query('select rules_version, consented_at from session_participant where session_id = $1 and account_id = $2', [m.sessionId, m.worker.accountId]);
    const first = await stored();
    expect(first).toEqual([{ rules_version: RULES_VERSION, consented_at: clock.now() }]);
    clock.advance(MINUTE);
    await consent(m.worker);
    expect(await stored()).toEqual(first);
  });

  it('lets nobody in who has not agreed, too early, after the end, or who has nothing to do with it; nothing changes', async () => {
    await consent(m.worker);
    const before = await see();
    expect((await arrive(m.worker)).body.code).toBe('SESSION_EARLY');
    clock.advance(40 * MINUTE);
    expect((await arrive(m.employer)).body.code).toBe('SESSION_NOT_CONSENTED');
    for (const who of [stranger.worker, stranger.mediator]) expect((await arrive(who)).status).toBe(404);
    expect(await see()).toEqual(before);
    await m.mediator.post(at('/close'), { outcome: 'adjourned' });
    const ended = await see();
    expect((await arrive(m.worker)).body.code).toBe('SESSION_STATE');
    expect((await consent(m.employer)).body.code).toBe('SESSION_STATE');
    expect(await see()).toEqual(ended);
  });

  it('keeps who came in the waiting room until the mediator admits them', async () => {
    clock.advance(40 * MINUTE);
    for (const who of [m.worker, m.employer]) {
      await consent(who);
      await arrive(who);
    }
    const { rooms, participants } = await see();
    expect(participants.map((p: { side: string; arrived: boolean; place: string }) => [p.side, p.arrived, p.place]).sort()).toEqual([['claimant', true, 'waiting'], ['mediator', false, 'waiting'], ['respondent', true, 'waiting']]);
    const joint = rooms.find((r: { kind: string }) => r.kind === 'joint').id;
    expect((await m.worker.get(`/api/rooms/${joint}/messages`)).status).toBe(404);
    await m.mediator.post(at('/open'));
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'waiting' });
    expect((await m.worker.get(`/api/rooms/${joint}/messages`)).status).toBe(404);
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'joint' });
    expect((await m.worker.get(`/api/rooms/${joint}/messages`)).status).toBe(200);
  });

  it('rings at the mediator when somebody comes, and at who is moved, and at nobody else', async () => {
    clock.advance(40 * MINUTE);
    for (const who of [m.worker, m.employer]) await consent(who);
    await arrive(m.employer);
    const [worker, employer, mediator] = await Promise.all([m.worker, m.employer, m.mediator].map(async (who) => {
      const heard = { times: 0 };
      (await who.socket(b.url)).on(SESSION_CHANGED, () => heard.times++);
      return heard;
    }));
    const rang = (...times: number[]) => eventually(async () => JSON.stringify([worker, employer, mediator].map((h) => h!.times)) === JSON.stringify(times), `worker, employer and mediator are rung ${times.join(', ')} times`);
    await arrive(m.worker);
    await rang(0, 0, 1);
    await arrive(m.worker); // again is no news
    await m.mediator.post(at('/open'));
    await rang(1, 1, 2);
    for (const to of ['caucus', 'waiting', 'joint']) await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to });
    await rang(4, 1, 2); // the other side does not learn of a caucus
    await m.mediator.post(at('/close'), { outcome: 'adjourned' });
    await rang(5, 2, 3);
  });

  it('records after ten minutes which side is absent, once for all workers, tells everybody and offers the mediator another day', async () => {
    clock.advance(50 * MINUTE);
    await consent(m.worker);
    await arrive(m.worker);
    await arrive(m.mediator);
    clock.advance(19 * MINUTE);
    await look();
    expect(await noShows()).toEqual([]);
    clock.advance(MINUTE);
    await look();
    await look();
    expect(await noShows()).toEqual([{ sides: ['respondent'] }]);
    expect((await see()).absent).toEqual(['respondent']);
    const line = (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body.items.filter((e: { kind: string }) => e.kind === 'mediation.no_show');
    expect(line).toEqual([expect.objectContaining({ data: { sessionId: m.sessionId, sides: ['respondent'] } })]);
    await eventually(async () => (await inbox(m.employer)).includes('session_no_show') && (await inbox(m.worker)).includes('session_no_show'), 'both sides are told');
    expect((await inbox(m.mediator)).filter((k) => k.startsWith('session_no_show'))).toEqual(['session_no_show_reschedule']);

    // coming late does not unwrite it; the mediator names another day
    await consent(m.employer);
    await arrive(m.employer);
    await look();
    expect(await noShows()).toEqual([{ sides: ['respondent'] }]);
    const nextStartsAt = new Date(clock.now().getTime() + 86_400_000).toISOString();
    expect((await m.mediator.post(at('/close'), { outcome: 'adjourned', nextStartsAt })).status).toBe(200);
    expect((await m.employer.get(`/api/cases/${m.caseId}/sessions`)).body.items.map((s: { status: string }) => s.status)).toEqual(['scheduled', 'closed']);
  });

  it('records the others although one cannot be recorded, that one in the next round, and a mediator who does not come like anybody else', async () => {
    const first = m.sessionId;
    await schedule(a, m);
    clock.advance(50 * MINUTE);
    for (const who of [m.worker, m.employer]) {
      await consent(who);
      await arrive(who);
    }
    clock.advance(20 * MINUTE);
    const all = async () => (await a.db.query<{ session_id: string; sides: string[] }[]>('select session_id, sides from session_no_show where session_id = any ($1::uuid[])', [[first, m.sessionId]])).map((r) => [r.session_id, r.sides]);
    const timelines = [a, b].map((t) => {
      const timeline = t.app.get(CaseTimeline);
      const record = timeline.record.bind(timeline);
      return jest.spyOn(timeline, 'record').mockImplementation((tx, event) => ((event.data as { sessionId?: string }).sessionId === first ? Promise.reject(new Error('cannot be written')) : record(tx, event)));
    });
    await look();
    expect(await all()).toEqual([[m.sessionId, ['mediator']]]);
    await eventually(async () => (await inbox(m.mediator)).includes('session_no_show_reschedule') && (await inbox(m.worker)).includes('session_no_show'), 'they are offered another day, and the sides told');
    for (const spy of timelines) spy.mockRestore();
    await look();
    expect(await all()).toEqual(expect.arrayContaining([[first, ['claimant', 'respondent', 'mediator']], [m.sessionId, ['mediator']]]));
  });

  it('leaves who agreed but has not come outside when it opens, records them, and lets them in by the mediator’s hand once they come', async () => {
    for (const who of [m.worker, m.employer]) await consent(who);
    clock.advance(55 * MINUTE);
    await arrive(m.worker);
    expect((await m.mediator.post(at('/open'))).status).toBe(200);
    const people = async () => Object.fromEntries((await see()).participants.map((p: { side: string; place: string; arrived: boolean }) => [p.side, [p.place, p.arrived]]));
    expect(await people()).toEqual({ claimant: ['joint', true], mediator: ['joint', true], respondent: ['waiting', false] });
    const joint = (await see()).rooms.find((r: { kind: string }) => r.kind === 'joint').id;
    await m.worker.post(`/api/rooms/${joint}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text: '我到了' } });
    expect((await m.employer.get(`/api/rooms/${joint}/messages`)).status).toBe(404);
    clock.advance(15 * MINUTE);
    await look();
    await look();
    expect(await noShows()).toEqual([{ sides: ['respondent'] }]);
    const minutes = { lines: [], claimantSaid: '', respondentSaid: '', undisputedFacts: '', result: '单位未到场' };
    const attendance = async () => {
      await m.mediator.put(at('/minutes'), minutes);
      const [{ content }] = (await m.mediator.get(at('/minutes'))).body.items;
      return [content.attendance.map((p: { side: string }) => p.side).sort(), content.absent];
    };
    expect(await attendance()).toEqual([['claimant', 'mediator'], ['respondent']]);

    await arrive(m.employer);
    expect(await people()).toMatchObject({ respondent: ['waiting', true] });
    await m.mediator.post(at('/place'), { accountId: m.employer.accountId, to: 'joint' });
    expect((await m.employer.get(`/api/rooms/${joint}/messages`)).status).toBe(200);
    expect(await attendance()).toEqual([['claimant', 'mediator', 'respondent'], []]);
  });

  it('lets in, when it opens before anybody could come, who stands at the door by then, and nobody who comes later', async () => {
    for (const who of [m.worker, m.employer]) await consent(who);
    await m.mediator.post(at('/open'));
    const places = async () => Object.fromEntries((await see()).participants.map((p: { side: string; place: string }) => [p.side, p.place]));
    expect(await places()).toEqual({ claimant: 'waiting', mediator: 'joint', respondent: 'waiting' });
    clock.advance(5000);
    await arrive(m.worker);
    clock.advance(2 * MINUTE);
    await arrive(m.employer);
    expect(await places()).toEqual({ claimant: 'joint', mediator: 'joint', respondent: 'waiting' });
    const joint = (await see()).rooms.find((r: { kind: string }) => r.kind === 'joint').id;
    const lines = (await m.worker.get(`/api/rooms/${joint}/messages`)).body.items.map((l: { body: { code: string; params: { name?: string } } }) => [l.body.code, l.body.params.name]);
    expect(lines).toEqual([['session.opened', undefined], ['session.joined', '姜小明']]);
    // moved out, one is not let in again by coming again
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'waiting' });
    await arrive(m.worker);
    expect(await places()).toMatchObject({ claimant: 'waiting' });
  });

  it('takes who agreed to have come where people meet on site', async () => {
    m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, { ...aSchedule(a, m), mode: 'onsite', place: '工会一楼' })).body.id;
    for (const who of [m.worker, m.employer]) await consent(who);
    expect((await m.mediator.post(at('/open'))).status).toBe(200);
    expect((await see()).participants.map((p: { place: string; arrived: boolean }) => [p.place, p.arrived])).toEqual([['joint', true], ['joint', true], ['joint', true]]);
  });

  it('records nobody where all came, where the session has opened, or of one long past', async () => {
    clock.advance(50 * MINUTE);
    for (const who of [m.worker, m.employer]) await consent(who);
    for (const who of [m.worker, m.employer, m.mediator]) await arrive(who);
    clock.advance(30 * MINUTE);
    await look();
    expect(await noShows()).toEqual([]);
    await schedule(a, m);
    for (const who of [m.worker, m.employer]) await consent(who);
    clock.advance(50 * MINUTE);
    for (const who of [m.worker, m.employer]) await arrive(who);
    await m.mediator.post(at('/open'));
    clock.advance(80 * MINUTE);
    await look();
    expect(await noShows()).toEqual([]);
    await schedule(a, m);
    clock.advance(26 * 60 * MINUTE);
    await look();
    expect(await noShows()).toEqual([]);
  });
});
