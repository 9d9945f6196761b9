import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

const profile = (over: object = {}) => ({ kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY'], region: '平度市', languages: ['普通话'], capacity: 5, weeklyTimes: [{ weekday: 1, fromHour: 9, toHour: 17 }], ...over });

describe('asking a lawyer', () => {
  let t: TestApp;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  let worker: Client;
  let injury: Client;
  let wages: Client;
  let n = 0;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    injury = await createStaff(t, 'lawyer', '王律师');
    clock.advance(60_000);
    wages = await createStaff(t, 'lawyer', '李律师');
    await injury.put('/api/lawyers/me/profile', profile());
    await wages.put('/api/lawyers/me/profile', profile({ specialties: ['WAGES'], region: '市南区' }));
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());

  const newCase = async () => {
    const { body } = await worker.post('/api/cases/quick', aQuickCase({ claimant: { name: `姜小明${n++}` } }));
    return body.caseId as string;
  };
  const ask = (caseId: string, lawyer: Client, requestId = crypto.randomUUID()) => worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId, lawyerId: lawyer.accountId });
  const newest = async (lawyer: Client) => (await lawyer.get('/api/lawyer-requests')).body.items[0];

  it('shows the best match first with the reasons', async () => {
    const { items } = (await worker.get(`/api/lawyers?caseId=${await newCase()}`)).body;
    expect(items.map((l: { name: string }) => l.name)).toEqual(['王律师', '李律师']);
    expect(items[0].reasons.map((r: { code: string }) => r.code)).toEqual(expect.arrayContaining(['specialty', 'region', 'load', 'soon']));
  });

  it('shows the lawyer names first, facts after "no conflict", and makes counsel and room on yes', async () => {
    const caseId = await newCase();
    await ask(caseId, injury);
    const request = await newest(injury);
    expect(request).toMatchObject({ employerName: '平度市某机械厂', declared: false, facts: null });
    expect(JSON.stringify(request)).not.toContain(aQuickCase().facts.story);
    expect((await injury.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await injury.post(`/api/lawyer-requests/${request.id}/accept`)).body.code).toBe('LAWYER_NOT_DECLARED');
    expect((await worker.get(`/api/cases/${caseId}`)).body.status).toBe('filed');

    expect((await injury.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false })).body.facts.story).toBe(aQuickCase().facts.story);
    const twice = await Promise.all([1, 2, 3].map(() => injury.post(`/api/lawyer-requests/${request.id}/accept`)));
    expect(twice.map((a) => a.status)).toEqual([200, 200, 200]);
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'consulting', members: expect.arrayContaining([expect.objectContaining({ relation: 'counsel', name: '王律师' })]) });
    const rooms = (await worker.get(`/api/rooms?caseId=${caseId}`)).body.items;
    expect(rooms).toHaveLength(1);
    expect(rooms[0]).toMatchObject({ kind: 'consult', lastMessage: { kind: 'system', body: { code: 'consult.opened' } } });
    expect((await injury.get('/api/desk/caseload')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ caseId, status: 'consulting', dueDate: expect.any(String) })]));
    expect((await wages.get(`/api/rooms/${rooms[0].id}/messages`)).status).toBe(404);
  });

  it('asks one lawyer at a time, and the same request once', async () => {
    const caseId = await newCase();
    const requestId = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => ask(caseId, injury, requestId)));
    expect(answers.map((a) => [a.status, a.body.items.length])).toEqual(answers.map(() => [201, 1]));
    expect((await ask(caseId, wages)).body.code).toBe('LAWYER_ALREADY_ASKED');
    expect((await worker.get(`/api/cases/${caseId}/lawyer-requests`)).body.items).toHaveLength(1);
  });

  it('takes a lawyer with a conflict off the case for good', async () => {
    const caseId = await newCase();
    await ask(caseId, injury);
    const request = await newest(injury);
    const declared = await injury.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: true });
    expect(declared.body).toMatchObject({ status: 'conflict', facts: null });
    expect((await injury.post(`/api/lawyer-requests/${request.id}/accept`)).body.code).toBe('LAWYER_REQUEST_ENDED');
    expect((await worker.get(`/api/lawyers?caseId=${caseId}`)).body.items.map((l: { name: string }) => l.name)).toEqual(['李律师']);
    expect((await ask(caseId, injury)).body.code).toBe('LAWYER_UNAVAILABLE');
    expect((await ask(caseId, wages)).status).toBe(201);
  });

  it('gives an unanswered request back after a day, once, and the late lawyer cannot take it', async () => {
    const caseId = await newCase();
    await ask(caseId, injury);
    const request = await newest(injury);
    await injury.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false });
    clock.advance(24 * 3_600_000 + 1);
    expect((await injury.post(`/api/lawyer-requests/${request.id}/accept`)).body.code).toBe('LAWYER_REQUEST_ENDED');
    const { AnswerRequest } = await import('./answer-request.js');
    const answers = t.app.get(AnswerRequest);
    await Promise.all([answers.expireOverdue(), answers.expireOverdue(), answers.expireOverdue()]);
    const kinds = (await worker.get(`/api/cases/${caseId}/timeline`)).body.items.map((i: { kind: string }) => i.kind);
    expect(kinds.filter((k: string) => k === 'lawyers.expired')).toHaveLength(1);
    expect((await worker.get(`/api/cases/${caseId}`)).body.status).toBe('filed');
    expect((await worker.get(`/api/lawyers?caseId=${caseId}`)).body.items.map((l: { name: string }) => l.name)).toEqual(['李律师']);
  });

  it('is over when the case is withdrawn', async () => {
    const caseId = await newCase();
    await ask(caseId, injury);
    await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    await eventually(async () => (await worker.get(`/api/cases/${caseId}/lawyer-requests`)).body.items[0].status === 'cancelled', 'the request is cancelled');
  });

  it('answers a lawyer who was not asked, and strangers, as if there were no request', async () => {
    const caseId = await newCase();
    await ask(caseId, injury);
    const { id } = await newest(injury);
    for (const path of ['accept', 'decline', 'declare']) {
      const answer = await wages.post(`/api/lawyer-requests/${id}/${path}`, path === 'decline' ? { reason: '没有时间' } : path === 'declare' ? { conflict: false } : {});
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await newest(injury)).status).toBe('open');
    const stranger = await signInByPhone(t.url, '13800000077');
    expect((await stranger.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: crypto.randomUUID(), lawyerId: wages.accountId })).status).toBe(404);
    expect((await stranger.get(`/api/lawyers?caseId=${caseId}`)).status).toBe(404);
  });

  it('asks nobody who has as many cases as they take, and nothing changes; again once one of them is over', async () => {
    const busy = await createStaff(t, 'lawyer', '忙律师');
    await busy.put('/api/lawyers/me/profile', profile({ capacity: 1 }));
    const [first, second] = [await newCase(), await newCase()];
    await ask(first, busy);
    const { id } = await newest(busy);
    await busy.post(`/api/lawyer-requests/${id}/declare`, { conflict: false });
    expect((await busy.post(`/api/lawyer-requests/${id}/accept`)).status).toBe(200);
    const seen = async () => [(await worker.get(`/api/cases/${second}`)).body, (await worker.get(`/api/cases/${second}/timeline`)).body, (await worker.get(`/api/cases/${second}/lawyer-requests`)).body, (await busy.get('/api/lawyer-requests')).body];
    const before = await seen();
    expect(await ask(second, busy)).toMatchObject({ status: 409, body: { code: 'LAWYER_FULL' } });
    expect(await seen()).toEqual(before);
    await worker.post(`/api/cases/${first}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'consulting' });
    await eventually(async () => (await ask(second, busy)).status === 201, 'the lawyer can be asked again');
  });
});
