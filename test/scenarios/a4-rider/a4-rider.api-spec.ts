import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, MODES, pdfText, type Product, signInByPhone, startProduct } from '@hejie/test-kit';
import { addDays } from '@hejie/law';
import { civilDate } from '@hejie/platform';
import { demoStaff, id, ok, PNG } from '../people.js';

const today = civilDate(new Date());
const SECRET = '律师，我其实愿意只要三万';

/** A rider 外卖骑手 (北京): fell while delivering, the company denies the relationship; to arbitration and the award coming back. */
describe.each(MODES)('scenario A4 (%s)', (mode) => {
  let product: Product;
  let rider: Client;
  let lawyer: Client;
  let commission: Client;
  let caseId: string;
  let escalationId: string;

  beforeAll(async () => {
    product = await startProduct(mode);
    rider = await signInByPhone(product.urls[0]!, '13800138044', '马骑手');
    lawyer = await demoStaff(product, 'lawyer5', 1);
    commission = await demoStaff(product, 'commission', 0);
  }, 90_000);
  afterAll(() => product?.close());

  it('is filed without a contract, with what a rider has to show', async () => {
    const facts = {
      disputeTypes: ['RIDER_INJURY', 'EMPLOYMENT_RELATION'],
      region: '市北区',
      employer: { name: '某外卖配送服务站' },
      employment: { contract: 'no', insured: 'no', platformWork: true, startDate: '2026-03-01', position: '外卖骑手', monthlyWageFen: 720_000 },
      claims: [{ kind: 'employment_relation' }, { kind: 'injury_medical', amountFen: 4_600_000 }],
      story: '2026年9月2日送餐途中摔倒骨折，站点说我不是他们的员工。',
    };
    const receipt = ok(await rider.post('/api/cases/quick', { requestId: id(), claimant: { name: '马骑手', idNumber: '110105199501011234' }, facts }));
    expect(receipt.number).toMatch(/^和调〔\d{4}〕\d{6}号$/);
    caseId = receipt.caseId;
    for (const title of ['事故时的订单', '派单记录截图']) {
      ok(await rider.upload(`/api/cases/${caseId}/evidence`, { name: `${title}.png`, type: 'image/png', bytes: PNG }, { title, proves: '受站点管理', visibility: 'private' }));
    }
  });

  it('gets a lawyer for platform work at once', async () => {
    const { items } = ok(await rider.get(`/api/lawyers?caseId=${caseId}`));
    expect(items[0].name).toBe('赵立新');
    ok(await rider.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: lawyer.accountId }));
    const [request] = ok(await lawyer.get('/api/lawyer-requests')).items;
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false }));
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/accept`));
    const [room] = ok(await rider.get(`/api/rooms?caseId=${caseId}`)).items;
    ok(await rider.post(`/api/rooms/${room.id}/messages`, { clientId: id(), kind: 'text', body: { text: SECRET } }));
  });

  it('is handed to the commission as one packet, once, however often it is asked', async () => {
    const request = { requestId: id(), track: 'arbitration' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => lawyer.post(`/api/cases/${caseId}/escalations`, request)));
    expect(new Set(answers.map((a) => ok(a).id)).size).toBe(1);
    escalationId = answers[0]!.body.id;
    const [sent] = await eventually(async () => {
      const { items } = ok(await commission.get('/api/partner/inbox'));
      return items.length > 0 && items;
    }, 'the packet is in the inbox');
    expect(sent).toMatchObject({ id: escalationId, status: 'sent', claimantName: '马骑手', employerName: '某外卖配送服务站' });
    expect(ok(await commission.get('/api/partner/inbox')).items).toHaveLength(1);
    expect(ok(await rider.get(`/api/cases/${caseId}`)).status).toBe('escalated');
  });

  it('holds application, evidence with hashes and chronology, and nothing said in private', async () => {
    const pdf = (await commission.get(`/api/partner/inbox/${escalationId}/packet`)).body as Buffer;
    const manifest = ok(await commission.get(`/api/partner/inbox/${escalationId}/manifest`));
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(manifest.packetSha256);
    const text = await pdfText(pdf);
    for (const said of ['仲裁申请书', '马骑手', '110105199501011234', '某外卖配送服务站', '46,000.00元', '事故时的订单', '平度市劳动人事争议仲裁委员会']) expect(text).toContain(said);
    expect(text + JSON.stringify(manifest)).not.toContain(SECRET);
    const hash = createHash('sha256').update(PNG).digest('hex');
    expect(manifest.evidence.map((e: { sha256: string }) => e.sha256)).toEqual([hash, hash]);
    const file = await commission.get(`/api/partner/inbox/${escalationId}/evidence/${manifest.evidence[0].id}`);
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(manifest.evidence[0].shownSha256);
  });

  it('shows the commission nothing else of the case', async () => {
    for (const path of ['', '/timeline', '/evidence', '/receipt']) expect((await commission.get(`/api/cases/${caseId}${path}`)).status).toBe(404);
    expect((await commission.get('/api/rooms')).status).toBe(404);
    const stranger = await signInByPhone(product.urls[0]!, '13800138045');
    expect((await stranger.get(`/api/escalations/${escalationId}/packet`)).status).toBe(404);
    expect((await stranger.get('/api/partner/inbox')).status).toBe(404);
  });

  it('brings receipt, statuses in their order and the award back to the timeline, and closes the case', async () => {
    const report = (status: string, text: string, requestId = id(), amountFen?: number) =>
      commission.post(`/api/partner/inbox/${escalationId}/status`, { requestId, status, text, date: today, ...(amountFen === undefined ? {} : { amountFen }) });
    expect(await report('awarded', '太早')).toMatchObject({ status: 409, body: { code: 'ESCALATION_STATUS_ORDER', allowed: ['received'] } });
    ok(await commission.post(`/api/partner/inbox/${escalationId}/receipt`, { requestId: id(), reference: '平劳人仲案〔2026〕第88号' }));
    ok(await report('accepted', '予以受理'));
    ok(await report('hearing', '定于12月15日开庭'));
    const award = id();
    for (let i = 0; i < 3; i++) ok(await report('awarded', '支持申请人的请求', award, 4_600_000));
    expect((await report('hearing', '再开一次')).status).toBe(409);
    expect(ok(await rider.get(`/api/cases/${caseId}`))).toMatchObject({ status: 'closed', outcome: 'awarded' });
    const kinds = ok(await rider.get(`/api/cases/${caseId}/timeline`)).items.map((i: { kind: string }) => i.kind);
    expect(kinds.filter((k: string) => k.startsWith('escalation.'))).toEqual(['escalation.awarded', 'escalation.hearing', 'escalation.accepted', 'escalation.received', 'escalation.sent']);
    const suit = async () => ok(await rider.get(`/api/cases/${caseId}/clocks`)).clocks.filter((c: { rule: string }) => ['SUE_AFTER_AWARD_15D', 'EMPLOYER_SET_ASIDE_30D'].includes(c.rule));
    expect(await suit()).toMatchObject([{ rule: 'SUE_AFTER_AWARD_15D', who: 'either', triggerDate: today, rawDate: addDays(today, 15), state: 'running' }]);
    const kept = { status: 'closed', next: { kind: 'statutory', safeDate: addDays(today, 15) } };
    expect(ok(await lawyer.get('/api/desk/caseload')).items.find((c: { caseId: string }) => c.caseId === caseId)).toMatchObject(kept);
    expect(ok(await rider.get('/api/cases')).items.find((c: { id: string }) => c.id === caseId)).toMatchObject(kept);
    for (const [question, answer] of [['platformControl', 'managed'], ['awardFinal', 'yes']]) {
      const { version } = ok(await rider.get(`/api/cases/${caseId}/legal-answers`));
      expect(ok(await rider.put(`/api/cases/${caseId}/legal-answers`, { question, answer, expectedVersion: version })).answers).toMatchObject({ stage: 'awarded', awardOn: today });
    }
    expect(await suit()).toMatchObject([{ rule: 'SUE_AFTER_AWARD_15D', who: 'worker' }, { rule: 'EMPLOYER_SET_ASIDE_30D', who: 'employer', rawDate: addDays(today, 30) }]);
    const [view] = ok(await lawyer.get(`/api/cases/${caseId}/escalations`)).items;
    expect(view).toMatchObject({ status: 'awarded', reference: '平劳人仲案〔2026〕第88号', partner: '平度市劳动人事争议仲裁委员会' });
  });
});
