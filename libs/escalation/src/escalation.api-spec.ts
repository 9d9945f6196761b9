import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { Organisations } from '@hejie/identity';
import type { OrganisationKind } from '@hejie/identity/contract';
import { aMeeting, schedule, someTerms, type Meeting } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, eventually, pdfText, signInByPhone, smsTo, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { Track } from './contract/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const START = '2026-11-23T02:00:00Z';

describe('the way on', () => {
  const clock = new TestClock(new Date(START));
  let t: TestApp;
  let m: Meeting;
  let court: Client;
  let commission: Client;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    court = await partner('court', '平度市人民法院');
    commission = await partner('commission', '平度市劳动人事争议仲裁委员会');
  });
  beforeEach(async () => {
    clock.set(START);
    await schedule(t, m);
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const below = async (kind: OrganisationKind, name: string, parentId?: string) => {
    const organisations = t.app.get(Organisations);
    const place = parentId ?? (await organisations.root())!.id;
    return t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name, kind, parentId: place }));
  };
  const partner = async (kind: 'court' | 'commission', name: string, parentId?: string) => createStaff(t, 'partner', `${name}窗口`, { organisationId: (await below(kind, name, parentId)).id });
  const go = (track: Track, who: Client = m.worker) => who.post(`/api/cases/${m.caseId}/escalations`, { requestId: id(), track });
  const seen = async () => [(await m.worker.get(`/api/cases/${m.caseId}`)).body, (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body, (await m.worker.get(`/api/cases/${m.caseId}/escalations`)).body];
  /** For a disability allowance, which a payment order does not cover, and for damages, which it does. */
  const MIXED = { ...someTerms(6_000_000), instalments: [{ dueDate: '2026-11-28', amountFen: 2_000_000 }, { dueDate: '2027-01-15', amountFen: 4_000_000 }] };
  const agree = async (terms: object = MIXED) => {
    const photo = (await m.mediator.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id;
    const { status, body } = await m.mediator.post(`/api/cases/${m.caseId}/onsite-results`, { requestId: id(), terms, signedOn: '2026-11-23', evidenceId: photo });
    expect(status).toBe(201);
    // the session ends with mediation, a moment later
    await eventually(async () => JSON.stringify((await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body).includes('mediation.log_sealed'), 'the session has ended');
    return body as { id: string; number: string; sha256: string };
  };
  const minutes = async (undisputedFacts: string): Promise<string> => {
    const at = `/api/sessions/${m.sessionId}/minutes`;
    expect((await m.mediator.put(at, { lines: [], claimantSaid: '对方的底线', respondentSaid: '', undisputedFacts, result: '未达成。' })).status).toBe(200);
    expect((await m.mediator.post(`${at}/present`)).status).toBe(200);
    return (await m.mediator.get(at)).body.items[0].id;
  };
  const codes: string[] = []; // of the case before are still on the phone
  const confirm = async (side: 'worker' | 'employer', minutesId: string) => {
    await m[side].post('/api/auth/confirmation-codes', { purpose: 'confirm_minutes', subject: minutesId });
    const [, code] = await smsTo(t.url, m.phones[side], new RegExp(`确认调解笔录，确认码 (?!${codes.join('|') || 'none'})(\\d{6})`));
    codes.push(code!);
    return m[side].post(`/api/minutes/${minutesId}/confirm`, { code });
  };
  const packet = async (track: Track, partner: Client) => {
    const { status, body } = await go(track);
    expect([status, body.code]).toEqual([202, undefined]);
    await eventually(async () => (await partner.get(`/api/partner/inbox/${body.id}`)).status === 200, 'the packet is sent');
    const pdf = (await partner.get(`/api/partner/inbox/${body.id}/packet`)).body as Buffer;
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/${track}.pdf`, pdf);
    return { id: body.id as string, text: await pdfText(pdf), manifest: (await partner.get(`/api/partner/inbox/${body.id}/manifest`)).body };
  };

  it('keeps the packet from fellow workers who represent a group and from a delegate: the claimant\'s particulars are in it', async () => {
    const { id: escalationId } = await packet('arbitration', commission);
    const [counsel, representative, delegate] = [await createStaff(t, 'lawyer', '王律师'), await signInByPhone(t.url, '13800773001', '何工友'), await createStaff(t, 'lawyer', '钱代理')];
    for (const [who, relation] of [[counsel, 'counsel'], [representative, 'representative']] as const) await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, who.accountId, relation));
    await t.db.query(
      `insert into case_delegation (id, case_id, request_id, delegate_id, granted_by, granted_at, workers, powers, valid_until, evidence_id) values (gen_random_uuid(), $1, gen_random_uuid(), $2, $3, now(), 1, '{sign}', '2027-01-01', gen_random_uuid())`,
      [m.caseId, delegate.accountId, m.worker.accountId],
    );
    const read = async (who: Client) => [(await who.get(`/api/escalations/${escalationId}/packet`)).status, (await who.get(`/api/cases/${m.caseId}/escalations`)).body.items[0].packetSha256 !== null];
    for (const who of [representative, delegate]) expect(await read(who)).toEqual([404, false]);
    const audited = `select count(*)::int as n from audit_entry where action = 'escalation.packet_read' and subject = $1 and actor_id = any($2)`;
    expect(await t.db.query(audited, [`escalation:${escalationId}`, [representative.accountId, delegate.accountId]])).toEqual([{ n: 0 }]);
    for (const who of [m.worker, counsel]) expect(await read(who)).toEqual([200, true]);
  });

  it.each([
    ['arbitration', '劳动人事争议仲裁申请书', ['申请人', '仲裁请求', '110,000.00元（大写：壹拾壹万元整）', '平度市劳动人事争议仲裁委员会'], () => commission],
    ['litigation', '民事起诉状', ['原告', '被告', '诉讼请求', '仲裁裁决书文号', '具状人', '平度市人民法院'], () => court],
  ] as const)('by %s has a form of its own, with amounts in words', async (track, title, said, to) => {
    const { text, manifest } = await packet(track, to());
    for (const words of [title, '姜小明', '平度市某机械厂', '55,000.00元（大写：伍万伍仟元整）', ...said]) expect(text).toContain(words);
    expect(manifest).toMatchObject({ track, agreement: null, group: null });
    expect(text).not.toContain('推举');
  });

  it('goes to the commission of the place, which its papers name: the nearest above, never that of another county', async () => {
    const [here, elsewhere] = [await below('county', '南村县总工会'), await below('county', '北村县总工会')];
    await partner('commission', '北村县仲裁委', elsewhere.id);
    await t.db.query('update dispute_case set organisation_path = $1 where id = $2', [here.path, m.caseId]);
    const addressee = async () => ((await m.worker.get(`/api/cases/${m.caseId}/papers/arbitration_application/preview`)).body.blocks as { kind: string; to?: string }[]).find((b) => b.kind === 'closing')!.to;
    expect(await addressee()).toBe('平度市劳动人事争议仲裁委员会');
    const county = await partner('commission', '南村县仲裁委', here.id);
    expect(await addressee()).toBe('南村县仲裁委');
    expect((await packet('arbitration', county)).text).toContain('南村县仲裁委');
  });

  it('by payment order asks for what is overdue, with the agreement and its file', async () => {
    const { number, sha256, id: agreementId } = await agree({ ...MIXED, items: [{ kind: 'double_wage', amountFen: 5_000_000 }, { kind: 'unpaid_wages', amountFen: 1_000_000 }] });
    const before = await seen();
    expect(await go('payment_order')).toMatchObject({ status: 409, body: { code: 'ESCALATION_NOTHING_OVERDUE' } });
    expect(await seen()).toEqual(before);
    clock.set('2026-12-01T02:00:00Z'); // the 28th was a Saturday: Monday the 30th was the last day
    const { id: escalationId, text, manifest } = await packet('payment_order', court);
    for (const words of ['支付令申请书', '送达地址确认书', '20,000.00元（大写：贰万元整）', '2026年11月28日前', number, '2026年11月23日起生效', '60,000.00元（大写：陆万元整）', '没有其他债务纠纷', '《劳动争议调解仲裁法》第十六条', '平度市人民法院']) expect(text).toContain(words);
    expect(text).not.toContain('2027年1月15日');
    expect(manifest.agreement).toEqual({ number, effectiveOn: '2026-11-23', sha256 });
    const file = (await court.get(`/api/partner/inbox/${escalationId}/agreement`)).body as Buffer;
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    expect((await commission.get(`/api/partner/inbox/${escalationId}/agreement`)).status).toBe(404);
    // the debtor pays after all: that is noted, and the case ends where it is now
    for (const n of [1, 2]) expect((await m.worker.post(`/api/agreements/${agreementId}/instalments/${n}/paid`)).status).toBe(200);
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('escalated');
  });

  it('by payment order claims no sum of its own of an agreement that also pays what the order does not cover', async () => {
    await agree();
    clock.set('2026-12-01T02:00:00Z');
    const { text } = await packet('payment_order', court);
    for (const words of ['支付______________。', '一次性伤残补助金不属于可以申请支付令的事项', '2026年11月28日前']) expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(' ', ''));
    expect(text).not.toContain('支付人民币20,000.00元');
  });

  it.each([
    ['judicial_confirmation', '司法确认申请书', '《民事诉讼法》第二百零五条', () => court],
    ['arbitral_review', '仲裁审查确认申请书', '《企业劳动争议协商调解规定》第二十七条', () => commission],
  ] as const)('by %s is both sides\' application, in time', async (track, title, article, to) => {
    const { number, sha256 } = await agree();
    await m.employer.put(`/api/cases/${m.caseId}/papers/answers`, { side: 'respondent', expectedVersion: 0, answers: { 'employer.legalPerson': '孙大力', 'employer.phone': '0532-80000000', 'service.receiver': '前台小李' } });
    const { text } = await packet(track, to());
    // each side's address for service goes along
    for (const words of ['姜小明（申请人）', '平度市某机械厂（被申请人）', '孙大力', '0532-80000000', '前台小李']) expect(text).toContain(words);
    for (const words of [title, '申请人（劳动者）', '申请人（用人单位）', '孙经理', '陈调解', '和解市总工会', number, '2026年11月23日', '60,000.00元（大写：陆万元整）', article, '没有损害国家利益', sha256.slice(0, 12)]) expect(text).toContain(words);
  });

  it('names as undisputed what both wrote down and what the employer admits', async () => {
    await m.employer.post(`/api/cases/${m.caseId}/answer`, { requestId: id(), claims: [{ claim: 0, position: 'partly', amountFen: 3_000_000, reason: '基数有误' }, { claim: 1, position: 'deny', reason: '已签合同' }] });
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed', undisputedFacts: '调解员自己记的话' });
    const minutesId = await minutes('双方认可2019年6月入职。');
    for (const side of ['worker', 'employer'] as const) expect((await confirm(side, minutesId)).status).toBe(200);
    const { text, manifest } = await packet('arbitration', commission);
    for (const words of ['双方认可2019年6月入职。', '用人单位就一次性伤残补助金 55,000.00元认可其中 30,000.00元。']) expect(text).toContain(words);
    for (const words of ['已签合同', '调解员自己记的话', '对方的底线']) expect(text).not.toContain(words);
    expect(manifest.claims).toEqual([
      { kind: 'injury_disability', amountFen: 5_500_000, answer: 'partly', admittedFen: 3_000_000 },
      { kind: 'double_wage', amountFen: 5_500_000, answer: 'deny', admittedFen: 0 },
    ]);
  });

  it('names nothing as undisputed that only the mediator wrote down, or that one side has not confirmed', async () => {
    clock.set('2026-11-23T02:05:00Z'); // a phone gets one code a minute
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed', undisputedFacts: '调解员自己记的话' });
    const minutesId = await minutes('单位愿意付三万。');
    expect((await confirm('worker', minutesId)).status).toBe(200);
    expect((await m.employer.post(`/api/minutes/${minutesId}/object`, { remark: '没有说过' })).status).toBe(200);
    expect((await m.mediator.post(`/api/minutes/${minutesId}/conclude`)).status).toBe(200);
    const { text, manifest } = await packet('arbitration', commission);
    expect(manifest.undisputedFacts).toBeNull();
    for (const words of ['调解员自己记的话', '单位愿意付三万', '没有说过']) expect(text + JSON.stringify(manifest)).not.toContain(words);
  });

  it('is not taken without the agreement it stands on, too early, too late or for what is not reviewed; nothing changes', async () => {
    const refused = async (track: Track, code: string) => {
      const before = await seen();
      expect(await go(track)).toMatchObject({ status: 409, body: { code } });
      expect(await seen()).toEqual(before);
    };
    for (const track of ['payment_order', 'arbitral_review', 'judicial_confirmation'] as const) await refused(track, 'ESCALATION_NO_AGREEMENT');
    await agree({ ...someTerms(6_000_000), items: [{ kind: 'injury_disability', amountFen: 6_000_000 }, { kind: 'employment_relation', amountFen: 0 }] });
    await refused('payment_order', 'ESCALATION_NOT_PAYABLE');
    await refused('arbitral_review', 'ESCALATION_NOT_REVIEWED');
    for (const day of ['2026-12-05', '2026-12-16', '2026-12-24']) {
      clock.set(`${day}T02:00:00Z`);
      await m.worker.get('/api/auth/me'); // who comes back within a fortnight stays signed in
    }
    await refused('judicial_confirmation', 'ESCALATION_TOO_LATE');
    clock.set('2026-12-23T02:00:00Z');
    expect((await go('judicial_confirmation')).status).toBe(202);
    expect((await go('arbitral_review')).body.code).toBe('CASE_MOVE_ILLEGAL');
  });

  it('brings the evidence as one bundle beside the packet, whose list names its pages; the trail says it was handed on', async () => {
    const { id: evidenceId } = (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '工资条' })).body;
    await m.worker.put(`/api/cases/${m.caseId}/evidence/${evidenceId}/binding`, { title: '工资条', proves: '每月五千元', items: ['payLines'], claims: [], provenance: { obtained: 'from_employer' } });
    const { id: escalationId, text, manifest } = await packet('arbitration', commission);
    expect(manifest.evidence).toMatchObject([{ id: evidenceId, exhibit: 1, title: '工资条', proves: expect.stringContaining('每月五千元；谁给您发工资'), source: '用人单位出具' }]);
    expect(text.replaceAll(/\s/g, '')).toMatch(/序号证据名称来源和持有人形成或取得日期证明目的页数证据形式1工资条用人单位出具.*每月五千元.*1.*附：电子文件校验值/);
    const bundle = (await commission.get(`/api/partner/inbox/${escalationId}/bundle`)).body as Buffer;
    expect(createHash('sha256').update(bundle).digest('hex')).toBe(manifest.bundle.sha256);
    expect((await pdfText(bundle)).replaceAll(/\s/g, '')).toContain('证据1工资条');
    expect((await court.get(`/api/partner/inbox/${escalationId}/bundle`)).status).toBe(404);
    await commission.get(`/api/partner/inbox/${escalationId}/evidence/${evidenceId}`);
    const trail = (await m.worker.get(`/api/cases/${m.caseId}/evidence/custody`)).body.items as { kind: string; sha256: string }[];
    expect(trail.map((c) => c.kind)).toEqual(['received', 'bound', 'handed_on', 'copied', 'read']);
    expect(trail[2]!.sha256).toBe(manifest.bundle.sha256);
  });

  it('leaves out of packet and bundle what was written and photographed in mediation, though both sides see it', async () => {
    const upload = async (who: Client, title: string) => (await who.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title, visibility: 'shared' })).body.id as string;
    const [own, shown] = [await upload(m.worker, '工资条'), await upload(m.employer, '考勤表')];
    const minutes = await upload(m.mediator, '调解笔录照片');
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed', reason: '单位只愿付三万' });
    const { id: escalationId, text, manifest } = await packet('arbitration', commission);
    expect(manifest.evidence.map((e: { id: string }) => e.id)).toEqual([own, shown]);
    const bundle = await pdfText((await commission.get(`/api/partner/inbox/${escalationId}/bundle`)).body);
    for (const said of [text, bundle, JSON.stringify(manifest)]) for (const words of ['调解笔录照片', '单位只愿付三万']) expect(said).not.toContain(words);
    expect((await commission.get(`/api/partner/inbox/${escalationId}/evidence/${minutes}`)).status).toBe(404);
  });

  it('lets every reading be traced: packet, manifest and evidence, by either side', async () => {
    const { id: evidenceId } = (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '工资条' })).body;
    const { id: escalationId } = await packet('arbitration', commission);
    expect((await m.worker.get(`/api/escalations/${escalationId}/packet`)).status).toBe(200);
    expect((await commission.get(`/api/partner/inbox/${escalationId}/evidence/${evidenceId}`)).status).toBe(200);
    for (const who of [court, m.employer]) for (const path of [`/api/escalations/${escalationId}/packet`, `/api/partner/inbox/${escalationId}/packet`]) expect((await who.get(path)).status).toBe(404);
    const reads = await t.db.query('select actor_id as who, action from audit_entry where subject = $1 order by seq', [`escalation:${escalationId}`]);
    expect(reads).toEqual([
      { who: commission.accountId, action: 'escalation.packet_read' },
      { who: commission.accountId, action: 'escalation.packet_read' },
      { who: m.worker.accountId, action: 'escalation.packet_read' },
      { who: commission.accountId, action: 'escalation.evidence_read' },
    ]);
  });
});
