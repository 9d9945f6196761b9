import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { aMeeting, open, someTerms, type Meeting } from '../testing/index.js';

const RACES = 50;

describe('proposals', () => {
  let t: TestApp;
  let m: Meeting;
  beforeAll(async () => {
    t = await startTestApp();
    m = await aMeeting(t);
  });
  beforeEach(() => open(t, m));
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const see = async (who: Client = m.mediator) => (await who.get(`/api/sessions/${m.sessionId}`)).body.proposals as { id: string; state: string; bySide: string; acceptedSides: string[]; audience: string }[];
  const make = (who: Client, extra: object = {}) => who.post(`/api/sessions/${m.sessionId}/proposals`, { requestId: id(), terms: someTerms(), ...extra });
  const act = (who: Client, verb: string, of: string, body: object = {}) => who.post(`/api/proposals/${of}/${verb}`, body);
  const latest = async () => (await see()).at(-1)!.id;

  it('is put on the table once for one request, and one at a time', async () => {
    const requestId = id();
    await Promise.all([make(m.worker, { requestId }), make(m.worker, { requestId })]);
    expect((await make(m.employer)).body.code).toBe('PROPOSAL_PENDING');
    expect(await see()).toHaveLength(1);
  });

  it.each([
    ['items that do not add up', { ...someTerms(), totalFen: 1 }],
    ['instalments that do not add up', { ...someTerms(), instalments: [{ dueDate: '2030-12-15', amountFen: 1 }] }],
    ['a negative amount', { ...someTerms(), items: [{ kind: 'double_wage', amountFen: -1 }] }],
    ['part of a fen', { ...someTerms(), totalFen: 5_280_000.5 }],
    ['instalments out of order', { ...someTerms(), instalments: [...someTerms().instalments].reverse() }],
  ])('refuses %s, and nothing changes', async (_what, terms) => {
    expect(await make(m.worker, { terms })).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await see()).toEqual([]);
  });

  it('is answered by the other side only, and once', async () => {
    await make(m.worker);
    const offer = await latest();
    for (const [who, verb] of [[m.worker, 'accept'], [m.worker, 'refuse'], [m.mediator, 'accept']] as const) {
      expect((await act(who, verb, offer)).body.code).toBe('PROPOSAL_OWN');
    }
    expect((await act(m.employer, 'withdraw', offer)).status).toBe(404);
    expect(await see()).toMatchObject([{ state: 'open' }]);
    expect((await act(m.employer, 'refuse', offer)).status).toBe(200);
    for (const [who, verb] of [[m.employer, 'accept'], [m.worker, 'withdraw']] as const) {
      expect((await act(who, verb, offer)).body).toMatchObject({ code: 'PROPOSAL_DECIDED', state: 'refused' });
    }
    expect(await see()).toMatchObject([{ state: 'refused' }]);
  });

  it('of a mediator needs both sides; that one has agreed is kept from the other until both have', async () => {
    await make(m.mediator);
    const offer = await latest();
    await act(m.worker, 'accept', offer);
    expect((await see(m.employer))[0]).toMatchObject({ state: 'open', acceptedSides: [] });
    expect((await see(m.worker))[0]).toMatchObject({ state: 'open', acceptedSides: ['claimant'] });
    await act(m.employer, 'accept', offer);
    expect((await see(m.employer))[0]).toMatchObject({ state: 'accepted', acceptedSides: ['claimant', 'respondent'] });
  });

  it('stays with one side and the mediator until it is forwarded', async () => {
    await make(m.worker, { audience: 'claimant' });
    const offer = await latest();
    const answers = (who: Client) => Promise.all(['accept', 'refuse', 'withdraw'].map((verb) => act(who, verb, offer)));
    expect(await see(m.employer)).toEqual([]);
    expect((await answers(m.employer)).map((a) => a.status)).toEqual([404, 404, 404]);
    expect((await act(m.employer, 'forward', offer)).status).toBe(404);
    expect((await make(m.employer, { audience: 'claimant' })).status).toBe(404);
    const rooms = (await m.employer.get('/api/rooms')).body.items as { id: string }[];
    expect(JSON.stringify(await Promise.all(rooms.map((r) => m.employer.get(`/api/rooms/${r.id}/messages`))))).not.toContain(offer);
    // the table is still free: that the other side has something up its sleeve does not show
    expect((await make(m.employer)).status).toBe(201);
    expect((await act(m.mediator, 'forward', offer)).body.code).toBe('PROPOSAL_PENDING');
    await act(m.employer, 'withdraw', (await see(m.employer))[0]!.id);

    for (let i = 0; i < 2; i++) expect((await act(m.mediator, 'forward', offer)).status).toBe(200);
    expect(await see(m.employer)).toContainEqual(expect.objectContaining({ id: offer, audience: 'all', state: 'open' }));
    expect((await act(m.employer, 'accept', offer)).status).toBe(200);
    expect((await see()).find((p) => p.id === offer)).toMatchObject({ state: 'accepted' });
  });

  it('expires with the session when nobody answered', async () => {
    await make(m.worker);
    await make(m.employer, { audience: 'respondent' });
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed' });
    expect((await see()).map((p) => p.state)).toEqual(['expired', 'expired']);
    expect((await make(m.worker)).body.code).toBe('SESSION_STATE');
  });

  it('ends in exactly one state however many acts meet', async () => {
    const ends = new Set<string>();
    for (let i = 0; i < RACES; i++) {
      await make(m.worker);
      const offer = await latest();
      // the acts take turns at being sent first
      const acts = [
        () => act(m.employer, 'refuse', offer),
        () => act(m.worker, 'withdraw', offer),
        () => act(m.employer, 'counter', offer, { requestId: id(), terms: someTerms(3_000_000) }),
        ...(i === RACES - 1 ? [() => act(m.employer, 'accept', offer)] : []),
      ];
      const answers = await Promise.all([...acts.slice(i % acts.length), ...acts.slice(0, i % acts.length)].map((a) => a()));
      expect(answers.map((a) => a.status).sort()).toEqual([200, ...acts.slice(1).map(() => 409)]);
      const all = await see();
      ends.add(all.find((p) => p.id === offer)!.state);
      const left = all.filter((p) => p.state === 'open');
      expect(left.length).toBeLessThanOrEqual(1);
      for (const counter of left) await act(m.employer, 'withdraw', counter.id);
    }
    expect(ends.size).toBeGreaterThan(1);
  }, 60_000);

  it('gives one agreement when accepting meets withdrawing and countering, and none when it loses', async () => {
    for (let i = 0; i < RACES / 5; i++) {
      await open(t, m);
      await make(m.worker);
      const offer = await latest();
      const acts = [
        () => act(m.employer, 'accept', offer),
        () => act(m.worker, 'withdraw', offer),
        () => act(m.employer, 'counter', offer, { requestId: id(), terms: someTerms(3_000_000) }),
      ];
      await Promise.all([...acts.slice(i % 3), ...acts.slice(0, i % 3)].map((a) => a()));
      const accepted = (await see()).some((p) => p.state === 'accepted');
      const { items } = (await m.worker.get(`/api/cases/${m.caseId}/agreements`)).body;
      expect(items).toHaveLength(accepted ? 1 : 0);
    }
  }, 60_000);
});
