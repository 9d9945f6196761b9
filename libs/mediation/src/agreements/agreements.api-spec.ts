import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { addDays } from '@hejie/law';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { freePort, OidcProvider, pdfText, signInByOidc, smsTo, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { aMeeting, aSchedule, attend, open, SOON, someTerms, type Meeting } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const TERMS = { ...someTerms(), payment: 'bank_transfer', onDefault: '逾期支付的，按日万分之五支付违约金。', handOver: ['leaving_certificate'], employmentEndsOn: '2030-12-01' };

describe('an agreement', () => {
  let t: TestApp;
  let provider: OidcProvider;
  let m: Meeting;
  let stranger: Meeting;
  let agreementId: string;
  beforeAll(async () => {
    provider = await new OidcProvider().start();
    const port = String(await freePort());
    t = await startTestApp({
      env: { PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret, OIDC_ACR_VALUES: 'urn:two' },
    });
    stranger = await aMeeting(t);
  });
  afterAll(async () => {
    await t?.close();
    await provider?.stop();
  });

  const id = () => crypto.randomUUID();
  const act = (who: Client, verb: string, body: object = {}) => who.post(`/api/agreements/${agreementId}/${verb}`, body);
  const see = async (who: Client = m.mediator) => (await who.get(`/api/agreements/${agreementId}`)).body;
  const agree = async (terms: object = TERMS) => {
    await m.worker.post(`/api/sessions/${m.sessionId}/proposals`, { requestId: id(), terms });
    const offer = (await m.employer.get(`/api/sessions/${m.sessionId}`)).body.proposals.at(-1).id;
    const { body } = await m.employer.post(`/api/proposals/${offer}/accept`);
    agreementId = body.agreementId;
  };
  const code = async (who: Client, phone: string) => {
    expect((await who.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: agreementId })).status).toBe(202);
    return (await smsTo(t.url, phone, /确认码 (\d{6})/))[1]!;
  };
  const confirmed = async () => {
    for (const who of [m.mediator, m.worker]) expect((await act(who, 'fairness-confirmation')).status).toBe(200);
  };
  const signParty = async (who: Client, phone: string) => {
    await act(who, 'read');
    const answer = await act(who, 'sign', { code: await code(who, phone) });
    expect(answer.status).toBe(200);
  };

  describe('signed online', () => {
    beforeEach(async () => {
      m = await aMeeting(t);
      await open(t, m);
      await agree();
    });

    it('is read as a whole before it is signed, with nothing that may still change', async () => {
      const text = await pdfText((await m.employer.get(`/api/agreements/${agreementId}/text`)).body);
      for (const said of ['调解协议书', '伍万贰仟捌佰元整', '2030年12月15日前', '逾期支付的，按日万分之五支付违约金。', '解除或者终止劳动合同证明', '不发生效力']) expect(text).toContain(said);
      expect((await m.employer.get(`/api/agreements/${agreementId}/pdf`)).status).toBe(404);
      await m.employer.post(`/api/cases/${m.caseId}/answer`, { requestId: id(), text: '改口：一概不认。' });
      expect(await pdfText((await m.worker.get(`/api/agreements/${agreementId}/text`)).body)).not.toContain('改口');
    });

    it('is not signed unread, without code, by a wrong code or by somebody else, nor sealed early; nothing changes', async () => {
      const before = await see();
      expect((await act(m.worker, 'sign', { code: '000000' })).body.code).toBe('AGREEMENT_NOT_READ');
      for (const who of [stranger.worker, stranger.mediator]) for (const verb of ['read', 'sign']) expect((await act(who, verb)).status).toBe(404);
      expect((await stranger.mediator.post(`/api/agreements/${agreementId}/seal`)).status).toBe(404);
      expect((await stranger.worker.get(`/api/agreements/${agreementId}/text`)).status).toBe(404);
      expect((await act(m.mediator, 'seal')).body.code).toBe('AGREEMENT_UNSIGNED');
      expect((await act(m.worker, 'instalments/1/paid')).body.code).toBe('AGREEMENT_STATE');
      expect(await see()).toEqual(before);
      await act(m.worker, 'read');
      await confirmed();
      expect((await act(m.worker, 'sign')).body.code).toBe('AGREEMENT_CODE_MISSING');
      await code(m.worker, m.phones.worker);
      expect((await act(m.worker, 'sign', { code: '000000' })).body.code).toBe('CODE_INVALID');
      // the employer's own code does not sign for the worker
      const theirs = await code(m.employer, m.phones.employer);
      expect((await act(m.worker, 'sign', { code: theirs })).body.code).toBe('CODE_INVALID');
      expect((await see()).signatures.filter((s: { signedAt: string | null }) => s.signedAt)).toEqual([]);
    });

    it('is signed by all, sealed once, keeps its bytes, verifies by number and hash, and is performed', async () => {
      await confirmed();
      await signParty(m.worker, m.phones.worker);
      await signParty(m.employer, m.phones.employer);
      await act(m.mediator, 'read');
      await act(m.mediator, 'sign');
      const sealed = await Promise.all([act(m.mediator, 'seal'), act(m.mediator, 'seal'), act(m.mediator, 'seal')]);
      expect(new Set(sealed.map((s) => `${s.status} ${s.body.sha256}`)).size).toBe(1);
      const { sha256, number } = await see();

      await m.employer.post(`/api/cases/${m.caseId}/answer`, { requestId: id(), text: '改口：一概不认。' });
      await act(m.mediator, 'seal');
      const pdf = (await m.employer.get(`/api/agreements/${agreementId}/pdf`)).body as Buffer;
      if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
      expect(pdf.length).toBeLessThan(300_000);
      const text = await pdfText(pdf);
      for (const said of [number, '姜小明', '平度市某机械厂', '孙经理', '陈调解', '52,800.00元', '伍万贰仟捌佰元整', '手机验证码签名', '实名双因素登录签名', '双方劳动关系于2030年12月1日协商一致解除']) expect(text).toContain(said);
      expect(JSON.stringify((await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body)).toContain(sha256);
      expect((await stranger.worker.get(`/api/agreements/${agreementId}/pdf`)).status).toBe(404);
      expect(await t.db.query('select actor_id, action from audit_entry where subject = $1', [`agreement:${agreementId}`])).toEqual([{ actor_id: m.employer.accountId, action: 'mediation.agreement_read' }]);

      const verify = async (n: string, hash: string) => (await (await fetch(`${t.url}/api/public/agreements/verify?number=${encodeURIComponent(n)}&hash=${hash}`)).json()) as object;
      expect(await verify(number, sha256)).toEqual({ valid: true, number, sealedOn: expect.any(String), organisation: '和解市总工会' });
      expect(await verify(number.replace('〔', '(').replace('〕', ')'), sha256)).toMatchObject({ valid: true, number });
      const unknown = { valid: false, number: null, sealedOn: null, organisation: null };
      expect(await verify(number, '0'.repeat(64))).toEqual(unknown);
      expect(await verify('和协〔1999〕000001号', sha256)).toEqual(unknown);

      expect((await act(m.employer, 'instalments/1/paid')).status).toBe(404);
      expect((await act(m.worker, 'instalments/3/paid')).status).toBe(404);
      expect((await act(m.worker, 'instalments/1/paid', { evidenceId: id() })).status).toBe(404);
      await Promise.all([act(m.worker, 'instalments/1/paid'), act(m.worker, 'instalments/1/paid')]);
      expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('agreed');
      await act(m.worker, 'instalments/2/paid');
      expect((await m.worker.get(`/api/cases/${m.caseId}`)).body).toMatchObject({ status: 'closed', outcome: 'settled', amountSettledFen: 5_280_000 });
    });

    it.each([
      ['with methods of two factors', { amr: ['pwd', 'otp'] }, '单位统一身份认证双因素登录签名'],
      ['with the class that means two factors here', { acr: 'urn:two' }, '单位统一身份认证双因素登录签名'],
      ['with a password only', { acr: 'urn:one', amr: ['pwd'] }, '单位统一身份认证登录签名'],
      ['with nothing said', {}, '单位统一身份认证登录签名'],
    ])('says of a mediator who came by the OpenID provider %s no more than that', async (_what, said, method) => {
      const sub = m.mediator.accountId;
      await t.db.query('insert into staff_oidc (account_id, issuer, subject, bound_at) values ($1, $2, $3, now())', [m.mediator.accountId, provider.issuer, sub]);
      provider.person = { sub, ...said };
      const mediator = await signInByOidc(t.url);
      await confirmed();
      await act(mediator, 'read');
      expect((await act(mediator, 'sign')).status).toBe(200);
      const text = await pdfText((await m.worker.get(`/api/agreements/${agreementId}/text`)).body);
      expect(text).toContain(method);
      expect(text.match(/\S*登录签名/g)).toEqual([expect.stringContaining(method)]);
    });

    it('far under what could be asked for, is signed only after mediator and worker have confirmed the warning, on record', async () => {
      const warning = { referenceFen: 11_000_000, percent: 48, lines: [{ kind: 'injury_disability', basis: 'claimed', amountFen: 5_500_000 }, { kind: 'double_wage', basis: 'law', amountFen: 5_500_000 }] };
      for (const who of [m.worker, m.mediator]) expect((await see(who)).fairness).toMatchObject({ ...warning, confirmed: { claimant: null, mediator: null }, mineToConfirm: true });
      expect((await see(m.employer)).fairness).toBeNull();
      for (const who of [m.worker, m.mediator, m.employer]) await act(who, 'read');
      const all = async () => [await see(), (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body];
      const before = await all();
      const workersCode = await code(m.worker, m.phones.worker);
      expect((await act(m.worker, 'sign', { code: workersCode })).body.code).toBe('AGREEMENT_FAIRNESS_UNCONFIRMED');
      expect((await act(m.mediator, 'sign')).body.code).toBe('AGREEMENT_FAIRNESS_UNCONFIRMED');
      for (const who of [m.employer, stranger.worker, stranger.mediator]) expect((await act(who, 'fairness-confirmation')).status).toBe(404);
      expect(await all()).toEqual(before);

      await signParty(m.employer, m.phones.employer);
      await act(m.mediator, 'fairness-confirmation');
      expect((await act(m.mediator, 'sign')).body.code).toBe('AGREEMENT_FAIRNESS_UNCONFIRMED');
      for (let i = 0; i < 2; i++) expect((await act(m.worker, 'fairness-confirmation')).body.fairness).toMatchObject({ confirmed: { claimant: expect.any(String), mediator: expect.any(String) }, mineToConfirm: false });
      // the code was not used up by the refusal
      expect((await act(m.worker, 'sign', { code: workersCode })).status).toBe(200);
      expect((await act(m.mediator, 'sign')).status).toBe(200);
      await act(m.mediator, 'seal');
      expect(await pdfText((await m.worker.get(`/api/agreements/${agreementId}/pdf`)).body)).toContain('申请人知悉该差距');
      const kinds = async (who: Client) => (await who.get(`/api/cases/${m.caseId}/timeline`)).body.items.map((i: { kind: string }) => i.kind).filter((k: string) => k.includes('fairness'));
      expect(await kinds(m.worker)).toEqual(['mediation.fairness_confirmed_claimant', 'mediation.fairness_confirmed_mediator']);
      expect(await kinds(m.employer)).toEqual([]);
    });

    it('carries no warning at half or more', async () => {
      await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'agreed' });
      m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, SOON))).body.id;
      await attend(m.sessionId, m.worker, m.employer);
      await m.mediator.post(`/api/sessions/${m.sessionId}/open`);
      await agree(someTerms(5_500_000));
      expect((await see(m.worker)).fairness).toBeNull();
      expect((await act(m.worker, 'fairness-confirmation')).body.code).toBe('AGREEMENT_STATE');
      expect(await pdfText((await m.worker.get(`/api/agreements/${agreementId}/text`)).body)).not.toContain('申请人知悉该差距');
    });

    it('is void once a later session agrees on something else, and cannot be signed or sealed any more', async () => {
      const first = agreementId;
      await act(m.worker, 'read');
      await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'agreed' });
      m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, SOON))).body.id;
      await attend(m.sessionId, m.worker, m.employer);
      await m.mediator.post(`/api/sessions/${m.sessionId}/open`);
      await agree(someTerms(6_000_000));
      expect(await see()).toMatchObject({ status: 'signing', terms: { totalFen: 6_000_000 } });
      agreementId = first;
      for (const answer of [await act(m.worker, 'sign', { code: '123456' }), await act(m.mediator, 'sign')]) expect(answer.status).toBe(409);
      expect(await see()).toMatchObject({ status: 'void', sha256: null });
    });
  });

  describe('signed on site', () => {
    let photo: string;
    beforeEach(async () => {
      m = await aMeeting(t);
      ({ caseId: m.caseId } = await aFiledCase(m.worker));
      await m.worker.post(`/api/cases/${m.caseId}/path`, { requestId: id(), path: 'mediate_onsite', expectedStatus: 'filed' });
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, m.mediator.accountId, 'mediator'));
      photo = (await m.mediator.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '纸质协议照片', visibility: 'shared' })).body.id;
    });
    const result = (extra: object = {}) => ({ requestId: id(), terms: TERMS, signedOn: civilDate(t.now()), evidenceId: photo, respondentRepresentative: '孙厂长', fairnessConfirmed: true, ...extra });
    const record = (body: object, who = m.mediator) => who.post(`/api/cases/${m.caseId}/onsite-results`, body);

    it('is typed in once with its photo, also where nobody of the employer ever signed in, and sealed', async () => {
      expect(photo).toBeTruthy();
      const body = result();
      const [one, two] = [await record(body), await record(body)];
      expect(one).toMatchObject({ status: 201, body: { method: 'onsite', status: 'sealed' } });
      expect(two.body).toEqual(one.body);
      const text = await pdfText((await m.worker.get(`/api/agreements/${one.body.id}/pdf`)).body);
      for (const said of ['孙厂长', '纸质签名', createHash('sha256').update(PNG).digest('hex').slice(0, 12)]) expect(text).toContain(said);
      expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('agreed');
      expect((await record(result())).body.code).toBe('AGREEMENT_STATE');
    });

    it.each([
      ['no photo of this case', () => ({ evidenceId: id() }), 422, 'AGREEMENT_PHOTO_MISSING'],
      ['a day to come', () => ({ signedOn: '2999-01-01' }), 422, 'AGREEMENT_DATE_AHEAD'],
      ['a day before the case was filed', () => ({ signedOn: addDays(civilDate(t.now()), -1) }), 422, 'AGREEMENT_DATE_EARLY'],
      ['a warning nobody confirmed', () => ({ fairnessConfirmed: undefined }), 409, 'AGREEMENT_FAIRNESS_UNCONFIRMED'],
      ['nobody named for the employer', () => ({ respondentRepresentative: undefined }), 422, 'AGREEMENT_SIGNER_MISSING'],
    ])('is refused with %s, and nothing changes', async (_what, wrong, status, refusal) => {
      const before = [(await m.worker.get(`/api/cases/${m.caseId}`)).body, (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body];
      expect(await record(result(wrong()))).toMatchObject({ status, body: { code: refusal } });
      expect((await record(result(), stranger.mediator)).status).toBe(404);
      expect((await m.worker.get(`/api/cases/${m.caseId}/agreements`)).body.items).toEqual([]);
      expect([(await m.worker.get(`/api/cases/${m.caseId}`)).body, (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body]).toEqual(before);
    });
  });
});
