import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { aMeeting, open, someTerms, type Meeting } from '../testing/index.js';

describe('whose hand an agreement waits for', () => {
  let t: TestApp;
  let m: Meeting;
  let agreementId: string;
  beforeAll(async () => {
    t = await startTestApp();
    m = await aMeeting(t);
    await open(t, m);
    await m.worker.post(`/api/sessions/${m.sessionId}/proposals`, { requestId: crypto.randomUUID(), terms: someTerms() });
    const [offer] = (await m.employer.get(`/api/sessions/${m.sessionId}`)).body.proposals;
    agreementId = (await m.employer.post(`/api/proposals/${offer.id}/accept`)).body.agreementId;
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'agreed' });
  });
  afterAll(() => t?.close());

  const waitsFor = async (who: Client = m.mediator) => (await who.get('/api/desk/caseload')).body.items.find((c: { caseId: string }) => c.caseId === m.caseId).waitsFor;
  const signed = (role: string) => t.db.query('update agreement_signature set signed_at = now() where agreement_id = $1 and role = $2', [agreementId, role]);

  it('is the mediator\'s until signed, nobody\'s on the desk while a party has to, then the mediator\'s seal', async () => {
    expect(await waitsFor()).toBe('sign_agreement');
    await signed('mediator');
    expect(await waitsFor()).toBeNull();
    await signed('claimant');
    await signed('respondent');
    expect(await waitsFor()).toBe('seal_agreement');
    expect((await m.mediator.post(`/api/agreements/${agreementId}/seal`)).status).toBeLessThan(300);
    expect(await waitsFor()).toBeNull();
  });
});
