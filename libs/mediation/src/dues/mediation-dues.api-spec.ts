import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseDues } from '@hejie/cases';
import { isAppointment } from '@hejie/cases/contract';
import { TestClock } from '@hejie/platform/testing';
import { eventually, startTestApp, type TestApp } from '@hejie/test-kit';
import { aMeeting, open, schedule, someTerms, type Meeting } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what is due after an agreement', () => {
  const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
  let t: TestApp;
  let m: Meeting;
  let agreementId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    await schedule(t, m);
    const photo = (await m.mediator.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id;
    const instalments = [{ dueDate: '2026-12-19', amountFen: 3_280_000 }, { dueDate: '2027-06-01', amountFen: 2_000_000 }];
    const result = { requestId: crypto.randomUUID(), fairnessConfirmed: true, terms: { ...someTerms(), instalments }, signedOn: '2026-11-23', evidenceId: photo };
    agreementId = (await m.mediator.post(`/api/cases/${m.caseId}/onsite-results`, result)).body.id;
  });
  afterAll(() => t?.close());

  const next = async () => (await t.app.get(CaseDues).of([m.caseId])).get(m.caseId)?.[0];

  it('is the arbitral review first, then the instalment, then the court, each with its last legal day', async () => {
    await eventually(async () => (await next())?.kind !== 'session', 'the session has ended with mediation');
    expect(await next()).toMatchObject({ kind: 'arbitral_review', safeDate: '2026-12-08', lastDate: '2026-12-08', source: expect.stringContaining('Art 27') });
    clock.set('2026-12-09T02:00:00Z');
    // a Saturday: it may still be paid on Monday
    expect(await next()).toMatchObject({ kind: 'instalment', safeDate: '2026-12-19', lastDate: '2026-12-21' });
    await t.db.query('update instalment set paid_at = now() where agreement_id = $1 and n = 1', [agreementId]);
    expect(await next()).toMatchObject({ kind: 'judicial_confirmation', safeDate: '2026-12-23', lastDate: '2026-12-23', source: expect.stringContaining('Art 205') });
    clock.set('2027-07-01T02:00:00Z');
    expect(await next()).toMatchObject({ kind: 'instalment', safeDate: '2027-06-01' });
  });
});

describe('a session', () => {
  let t: TestApp;
  afterAll(() => t?.close());

  it('is an appointment until it opens, and then is under way', async () => {
    t = await startTestApp();
    const m = await aMeeting(t);
    await schedule(t, m);
    const session = async () => (await t.app.get(CaseDues).of([m.caseId])).get(m.caseId)?.find(isAppointment);
    expect((await session())?.kind).toBe('session');
    await open(t, m);
    expect((await session())?.kind).toBe('session_open');
  });
});
