import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { aMeeting, aSchedule, attend, open, schedule, SOON, someTerms, type Meeting } from '@hejie/mediation/testing';
import { paperKinds, renderPdf } from '@hejie/papers';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, docxText, eventually, pdfText, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { paperKindSchema, type CasePapers, type PaperPreview, type PaperSide } from '../contract/index.js';

const ID_NUMBER = '11010519491231002X';
const ADDRESS = '平度市某镇某村一号';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe("a case's papers", () => {
  const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
  let t: TestApp;
  let m: Meeting;
  let counsel: Client;
  let stranger: Client;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    counsel = await createStaff(t, 'lawyer', '王律师');
    stranger = await createStaff(t, 'lawyer', '李律师');
    const organisations = t.app.get(Organisations);
    const cityId = (await organisations.root())!.id;
    for (const [kind, name] of [['court', '平度市人民法院'], ['commission', '平度市劳动人事争议仲裁委员会']] as const) await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name, kind, parentId: cityId }));
  });
  afterAll(() => t?.close());

  const join = (who: Client, relation: 'respondent' | 'counsel' | 'mediator') => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, who.accountId, relation));
  const file = async (overrides: Parameters<typeof aFiledCase>[1] = { claimant: { name: '姜小明', idNumber: ID_NUMBER, address: ADDRESS } }) => {
    ({ caseId: m.caseId } = await aFiledCase(m.worker, overrides));
    await join(m.employer, 'respondent');
    await join(counsel, 'counsel');
    await join(m.mediator, 'mediator');
  };
  const list = async (who: Client): Promise<CasePapers> => (await who.get(`/api/cases/${m.caseId}/papers`)).body;
  const kinds = async (who: Client) => (await list(who)).items.map((i) => i.kind);
  const lacks = async (who: Client, kind: string) => (await list(who)).items.find((i) => i.kind === kind)!.missing.map((f) => f.id);
  const fill = async (who: Client, side: PaperSide, answers: Record<string, string | null>, expectedVersion?: number) =>
    who.put(`/api/cases/${m.caseId}/papers/answers`, { side, answers, expectedVersion: expectedVersion ?? (await list(who)).answers.find((a) => a.side === side)!.version });
  const get = (who: Client, kind: string, format = 'pdf') => who.get(`/api/cases/${m.caseId}/papers/${kind}?format=${format}`);
  const read = async (who: Client, kind: string) => {
    const { status, body } = await get(who, kind);
    expect(status).toBe(200);
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/${kind}.pdf`, body as Buffer);
    return pdfText(body as Buffer);
  };

  it('are the same in the contract as in the templates', () => expect(paperKindSchema.options).toEqual(paperKinds));

  it('are offered to whoever they are for, as the case stands', async () => {
    await file();
    expect(await kinds(m.worker)).toEqual(['mediation_application', 'evidence_list', 'power_of_attorney', 'service_address', 'injury_application', 'settlement_agreement', 'arbitration_application']);
    expect(await kinds(counsel)).toEqual(await kinds(m.worker));
    expect(await kinds(m.employer)).toEqual(['power_of_attorney', 'service_address', 'settlement_agreement']);
    expect(await kinds(m.mediator)).toEqual(['mediation_notice', 'service_receipt']);
    expect((await stranger.get(`/api/cases/${m.caseId}/papers`)).status).toBe(404);
    for (const [who, kind] of [[m.employer, 'mediation_application'], [m.employer, 'evidence_list'], [m.employer, 'injury_application'], [m.mediator, 'settlement_agreement'], [m.mediator, 'follow_up_record'], [m.mediator, 'arbitration_application'], [m.worker, 'mediation_notice'], [m.worker, 'payment_order'], [stranger, 'evidence_list']] as const) {
      for (const path of ['', '/preview']) expect((await who.get(`/api/cases/${m.caseId}/papers/${kind}${path}`)).status).toBe(404);
    }
  });

  it('name what is missing, take it by a form, and are whole then, as PDF and as Word document', async () => {
    await file({ claimant: { name: '姜小明', address: ADDRESS } });
    expect(await lacks(m.worker, 'arbitration_application')).toEqual(['claimant.idNumber', 'employer.address', 'employer.legalPerson']);
    expect(await read(m.worker, 'arbitration_application')).toContain('法定代表人（主要负责人）____');
    const { status, body } = await fill(m.worker, 'worker', { 'claimant.idNumber': ID_NUMBER, 'employer.address': '平度市某工业园2号', 'employer.legalPerson': '孙大力', witnesses: '李工友，平度市某镇8号' });
    expect([status, body.answers[0].version]).toEqual([200, 1]);
    expect(await lacks(m.worker, 'arbitration_application')).toEqual([]);
    // one field means the same on every paper
    expect(await lacks(m.worker, 'mediation_application')).toEqual([]);
    const said = ['劳动人事争议仲裁申请书', ID_NUMBER, '女', '1949年12月31日', '孙大力', '证人姓名和住所：李工友，平度市某镇8号', '人民币55,000.00元（大写：伍万伍仟元整）', '平度市劳动人事争议仲裁委员会', m.phones.worker];
    const pdf = await read(m.worker, 'arbitration_application');
    for (const words of said) expect(pdf).toContain(words);
    const docx = await get(m.worker, 'arbitration_application', 'docx');
    expect(docx.headers.get('content-disposition')).toContain(encodeURIComponent('劳动人事争议仲裁申请书'));
    for (const words of said) expect(docxText(docx.body)).toContain(words);
    // an identity number is not sent back
    expect(JSON.stringify(await list(m.worker))).not.toContain(ID_NUMBER);
    expect((await list(m.worker)).answers[0]!.fields.find((f) => f.id === 'claimant.idNumber')).toMatchObject({ value: null, masked: '110105********002X' });
    // nor does it lie in the database as text
    expect(JSON.stringify(await t.db.query('select * from paper_answers'))).not.toMatch(/11010519491231002X|孙大力/);
    await fill(m.worker, 'worker', { witnesses: null });
    expect(await read(m.worker, 'arbitration_application')).not.toContain('李工友');
  });

  it('take nothing that does not fit, nothing stale, and nothing from somebody else; then nothing changes', async () => {
    await file();
    await fill(m.worker, 'worker', { 'employer.legalPerson': '孙大力' });
    const before = await list(m.worker);
    const wrong: [Record<string, string>, string][] = [
      [{ 'employer.uscc': '913702' }, 'employer.uscc'], [{ 'agent.idNumber': '110105194912310021' }, 'agent.idNumber'], [{ 'dispute.happenedOn': '2026-02-30' }, 'dispute.happenedOn'], [{ 'agent.authority': 'all' }, 'agent.authority'],
      [{ 'consent.online': 'maybe' }, 'consent.online'], [{ 'employer.phone': 'x' }, 'employer.phone'], [{ 'service.sender': '陈调解' }, 'service.sender'], [{ 'claimant.idNumber': ID_NUMBER }, 'claimant.idNumber'], [{ 'claims.total': '1' }, 'claims.total'], [{ 'nothing.known': 'x' }, 'nothing.known'],
      [{ 'wish.mediator': '陈调解', 'employer.legalPost': 'a\nb' }, 'employer.legalPost'],
    ];
    for (const [answers, field] of wrong) {
      const { status, body } = await fill(m.worker, 'worker', answers);
      expect([field, status, body.code, body.field]).toEqual([field, 422, 'PAPER_FIELD_UNFIT', field]);
    }
    expect(await fill(m.worker, 'worker', { 'wish.mediator': '陈调解' }, 0)).toMatchObject({ status: 409, body: { code: 'PAPER_ANSWERS_STALE' } });
    for (const who of [m.employer, m.mediator, stranger]) expect((await fill(who, 'worker', { 'wish.mediator': '陈调解' }, 1)).status).toBe(404);
    expect((await fill(m.worker, 'respondent', { 'agent.name': '王律师' }, 0)).status).toBe(404);
    expect(await list(m.worker)).toEqual(before);
  });

  it('list the evidence by source and purpose, count its pages, and leave open what only who hands it in knows', async () => {
    await file();
    const add = async (name: string, type: string, bytes: Buffer, title: string, provenance: object | null) => {
      const { id } = (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name, type, bytes }, { title })).body;
      expect((await m.worker.send('PUT', `/api/cases/${m.caseId}/evidence/${id}/binding`, { title, proves: `证明${title}`, items: [], claims: [], provenance })).status).toBe(200);
    };
    const page = { kind: 'paragraph' as const, text: '一页' };
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await add('合同.png', 'image/png', PNG, '劳动合同', { obtained: 'own_paper', madeBy: '', madeOn: null });
    await add('流水.pdf', 'application/pdf', await renderPdf({ title: '流水', madeAt: clock.now(), blocks: [page, { kind: 'pageBreak' }, page, { kind: 'pageBreak' }, page] }), '工资流水', { obtained: 'bank', madeBy: '工商银行', madeOn: '2026-03-01' });
    await add('对账.pdf', 'application/pdf', Buffer.from(await locked.save()), '加密对账单', null);
    await add('聊天.txt', 'text/plain', Buffer.from('孙经理：工资下月再说'), '聊天记录导出', { obtained: 'chat_record', madeBy: '', madeOn: null });
    const { blocks } = (await m.worker.get(`/api/cases/${m.caseId}/papers/evidence_list/preview`)).body as PaperPreview;
    const [list, files] = blocks.filter((b) => b.kind === 'table');
    expect(list).toMatchObject({
      head: ['序号', '证据名称', '来源和持有人', '形成或取得日期', '证明目的', '页数', '证据形式'],
      rows: [
        ['1', '劳动合同', '本人持有', '', '证明劳动合同', '1', ''],
        ['2', '工资流水', '银行、支付机构出具，制作人：工商银行', '2026年3月1日', '证明工资流水', '3', ''],
        ['3', '加密对账单', '', '', '证明加密对账单', '', ''],
        ['4', '聊天记录导出', '聊天记录', '', '证明聊天记录导出', '', '电子数据'],
      ],
    });
    expect(files!.kind === 'table' && files!.rows.map((r) => [r[0], r[1], r[2], r[3]!.length])).toEqual([1, 2, 3, 4].map((n) => [String(n), ['图片', 'PDF', 'PDF', '文本'][n - 1], '2026年11月23日', 64]));
    for (const words of ['工商银行', '证明加密对账单', '电子文件校验值']) expect(await read(m.worker, 'evidence_list')).toContain(words);
  });

  it("let each party give its own power of attorney, which the other's answers do not reach", async () => {
    await file();
    await fill(m.worker, 'worker', { 'agent.name': '王守正', 'agent.phone': '13900000001', 'agent.relation': 'lawyer', 'agent.matters': 'both', 'agent.authority': 'special' });
    expect(await fill(m.employer, 'respondent', { 'agent.name': '赵法务', 'agent.phone': '13900000002', 'agent.relation': 'employee', 'agent.matters': 'mediation', 'agent.authority': 'general', 'employer.legalPerson': '孙大力' })).toMatchObject({ status: 200 });
    expect(await lacks(m.employer, 'power_of_attorney')).toEqual([]);
    const [ours, theirs] = [await read(m.worker, 'power_of_attorney'), await read(m.employer, 'power_of_attorney')];
    for (const words of ['王守正', ID_NUMBER, '■ 特别授权', '□ 一般授权']) expect(ours).toContain(words);
    for (const words of ['赵法务', '孙大力', '委托人与姜小明', '■ 一般授权']) expect(theirs).toContain(words);
    expect(ours).not.toMatch(/赵法务|孙大力/);
    expect(theirs).not.toMatch(/王守正|11010519491231002X|某镇某村|13800771\d{3}/);
    expect(JSON.stringify(await list(m.employer))).not.toContain('王守正');
  });

  it("let each side say where papers reach it, and keep that from the other", async () => {
    await file();
    await fill(m.worker, 'worker', { 'claimant.mailing': '平度市某厂宿舍', 'claimant.electronic': 'jiang@example.com', 'service.byElectronic': 'yes', 'employer.address': '听说的地址' });
    expect(await fill(m.employer, 'respondent', { 'employer.address': '平度市某工业园2号', 'employer.phone': '0532-80000000', 'service.receiver': '前台小李', 'service.byElectronic': 'no' })).toMatchObject({ status: 200 });
    const [ours, theirs] = [await read(m.worker, 'service_address'), await read(m.employer, 'service_address')];
    for (const words of ['姜小明（申请人）', '平度市某厂宿舍', 'jiang@example.com', m.phones.worker, '■ 同意 □ 不同意']) expect(ours).toContain(words);
    for (const words of ['平度市某机械厂（被申请人）', '平度市某工业园2号', '前台小李', '□ 同意 ■ 不同意']) expect(theirs).toContain(words);
    expect(ours).not.toMatch(/前台小李|工业园/);
    expect(theirs).not.toMatch(/姜小明|宿舍|jiang@|13800771\d{3}|听说的地址/);
    expect((await get(m.mediator, 'service_address')).status).toBe(404);
  });

  it('let each side draft a settlement of its own, with amount in words and day, and keep it from the other', async () => {
    await file();
    const before = await list(m.worker);
    for (const amount of ['0', '-5', '1.234', '五万', '1e3']) expect((await fill(m.worker, 'worker', { 'settlement.total': amount })).body).toMatchObject({ code: 'PAPER_FIELD_UNFIT', field: 'settlement.total' });
    expect(await list(m.worker)).toEqual(before);
    await fill(m.worker, 'worker', { 'settlement.total': '52800.5', 'settlement.dueOn': '2026-12-31', 'settlement.payment': 'bank_transfer', 'employer.legalPerson': '孙大力' });
    expect(await fill(m.employer, 'respondent', { 'settlement.total': '30000', 'employer.legalPerson': '孙大力' })).toMatchObject({ status: 200 });
    expect(await lacks(m.worker, 'settlement_agreement')).toEqual([]);
    expect(await lacks(m.employer, 'settlement_agreement')).toEqual(['settlement.dueOn', 'settlement.payment']);
    const [ours, theirs] = [await read(m.worker, 'settlement_agreement'), await read(m.employer, 'settlement_agreement')];
    for (const words of ['人民币52,800.50元（大写：伍万贰仟捌佰元伍角整）', '2026年12月31日', ID_NUMBER, ADDRESS]) expect(ours.replaceAll(/\s/g, '')).toContain(words);
    expect(theirs.replaceAll(/\s/g, '')).toContain('人民币30,000.00元（大写：叁万元整）');
    expect(ours).not.toContain('30,000');
    expect(theirs).not.toMatch(/52,800|11010519491231002X|某镇某村|13800771\d{3}/);
    for (const who of [m.mediator, stranger]) expect((await get(who, 'settlement_agreement')).status).toBe(404);
  });

  it('offer the application for recognition of an injury where nobody has applied, with the day the worker told', async () => {
    const { injuryFacts, injuryIntake } = await import('@hejie/cases/testing');
    await file({ facts: injuryFacts({ intake: { ...injuryIntake(), recognition: 'no' } }), claimant: { name: '姜小明', idNumber: ID_NUMBER, address: ADDRESS } });
    await fill(m.worker, 'worker', { 'injury.applicant': 'self', 'injury.place': '冲压车间', 'injury.cause': '防护装置失灵', 'injury.harm': '右手食指骨折', 'addressee.injury': '平度市人力资源和社会保障局', 'employer.address': '平度市某工业园2号' });
    expect(await lacks(m.worker, 'injury_application')).toEqual([]);
    const said = (await read(m.worker, 'injury_application')).replaceAll(/\s/g, '');
    for (const words of ['事故日期2020年3月12日', '右手食指骨折', ID_NUMBER, '平度市人力资源和社会保障局', '参加工作时间2019年6月1日']) expect(said).toContain(words);
    for (const recognition of ['yes', 'applied', 'refused']) {
      await file({ facts: injuryFacts({ intake: { ...injuryIntake(), recognition } }) });
      expect([recognition, await kinds(m.worker)]).toEqual([recognition, expect.not.arrayContaining(['injury_application'])]);
    }
    await file({ facts: injuryFacts({ disputeTypes: ['NO_CONTRACT'] }) });
    expect((await get(m.worker, 'injury_application')).status).toBe(404);
  });

  it('let who holds a letter of authority read what the worker files, without the particulars, as long as it is good', async () => {
    await file();
    const delegate = await createStaff(t, 'grid_officer', '网格员小丁');
    expect((await delegate.get(`/api/cases/${m.caseId}/papers`)).status).toBe(404);
    const letter = (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书') }, { title: '授权委托书' })).body.id;
    const { body } = await m.worker.post(`/api/cases/${m.caseId}/delegations`, { requestId: crypto.randomUUID(), delegateId: delegate.accountId, powers: ['negotiate'], leastTotalFen: null, validUntil: '2026-12-31', evidenceId: letter });
    await fill(m.worker, 'worker', { 'claimant.electronic': 'jiang@example.com', 'employer.legalPerson': '孙大力', 'settlement.total': '52800', 'injury.harm': '右手骨折' });
    expect(await kinds(delegate)).toEqual(['mediation_application', 'evidence_list', 'arbitration_application']);
    expect((await list(delegate)).answers).toEqual([]);
    for (const kind of await kinds(delegate)) {
      const said = `${await read(delegate, kind)}${docxText((await get(delegate, kind, 'docx')).body)}${JSON.stringify((await delegate.get(`/api/cases/${m.caseId}/papers/${kind}/preview`)).body)}`;
      expect(said).not.toMatch(/11010519491231002X|某镇某村|1949年|13800771\d{3}|jiang@|右手骨折/);
    }
    expect(await read(delegate, 'arbitration_application')).toContain('孙大力');
    for (const kind of ['power_of_attorney', 'service_address', 'settlement_agreement', 'injury_application', 'service_receipt']) for (const path of ['', '/preview']) expect((await delegate.get(`/api/cases/${m.caseId}/papers/${kind}${path}`)).status).toBe(404);
    const before = await list(m.worker);
    expect((await fill(delegate, 'worker', { 'employer.legalPerson': '别人' }, 1)).status).toBe(404);
    expect(await list(m.worker)).toEqual(before);
    expect((await m.worker.post(`/api/cases/${m.caseId}/delegations/revocation`, { delegationId: body.items[0].id })).status).toBeLessThan(300);
    for (const path of ['', '/arbitration_application', '/evidence_list/preview']) expect((await delegate.get(`/api/cases/${m.caseId}/papers${path}`)).status).toBe(404);
  });

  it('let the mediator serve papers without the particulars of the worker', async () => {
    await file();
    await fill(m.mediator, 'staff', { 'organisation.phone': '12351', 'service.document': '先行调解告知书一份', 'service.recipient': 'claimant', 'service.address': '申请人签收处', 'service.method': 'direct', 'service.sender': '陈调解' });
    const notice = await read(m.mediator, 'mediation_notice');
    for (const words of ['姜小明、平度市某机械厂：', '2026年11月23日', '12351', '十五日内']) expect(notice).toContain(words);
    const receipt = await read(m.mediator, 'service_receipt');
    for (const words of ['先行调解告知书一份', '姜小明（申请人）', '直接送达', '______年']) expect(receipt).toContain(words);
    expect(notice + receipt).not.toMatch(/11010519491231002X|某镇某村|13800771\d{3}/);
    expect(await lacks(m.mediator, 'service_receipt')).toEqual([]);
  });

  it('are read with a line in the audit log, without what was read', async () => {
    await file();
    await counsel.get(`/api/cases/${m.caseId}/papers/mediation_application/preview`);
    await get(counsel, 'mediation_application', 'docx');
    const reads = await t.db.query(`select actor_id as who, action, detail from audit_entry where subject = $1 and action = 'escalation.paper_read' order by seq`, [`case:${m.caseId}`]);
    expect(reads).toEqual(['preview', 'docx'].map((format) => ({ who: counsel.accountId, action: 'escalation.paper_read', detail: { caseId: m.caseId, kind: 'mediation_application', format } })));
    expect(JSON.stringify(await t.db.query('select * from audit_entry'))).not.toMatch(/11010519491231002X|某镇某村/);
  });

  it('carry nothing that was said in mediation or consultation, nor a private note', async () => {
    const facts = (await import('@hejie/cases/testing')).injuryFacts({ privateNote: '秘密一号' });
    await open(t, m);
    ({ caseId: m.caseId } = await aFiledCase(m.worker, { facts, claimant: { name: '姜小明', idNumber: ID_NUMBER } }));
    await join(m.employer, 'respondent');
    m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, SOON))).body.id;
    await attend(m.sessionId, m.worker, m.employer);
    expect((await m.mediator.post(`/api/sessions/${m.sessionId}/open`)).status).toBe(200);
    await m.mediator.put(`/api/sessions/${m.sessionId}/minutes`, { lines: [], claimantSaid: '秘密二号', respondentSaid: '秘密三号', undisputedFacts: '', result: '秘密四号' });
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed', undisputedFacts: '秘密五号', reason: '秘密六号' });
    expect((await m.mediator.post(`/api/sessions/${m.sessionId}/minutes/present`)).status).toBe(200);
    for (const who of [m.worker, m.employer, m.mediator]) {
      const { items } = await list(who);
      for (const { kind } of items) {
        const words = `${await read(who, kind)}${docxText((await get(who, kind, 'docx')).body)}${JSON.stringify((await who.get(`/api/cases/${m.caseId}/papers/${kind}/preview`)).body)}`;
        if (kind === 'mediation_minutes') expect(words).toContain('秘密二号');
        else expect(words).not.toContain('秘密');
      }
      expect(items.map((i) => i.kind)).toContain('mediation_minutes');
    }
    expect(await kinds(m.worker)).toContain('litigation_complaint');
    // who mediated tells both of it in writing
    expect(await fill(m.mediator, 'staff', { 'mediation.endedOn': '2026-11-23', 'mediation.endReason': 'gap' })).toMatchObject({ status: 200 });
    const notice = await read(m.mediator, 'mediation_end_notice');
    for (const words of ['调解于2026年11月23日终结', '■ 双方分歧较大', '平度市劳动人事争议仲裁委员会']) expect(notice).toContain(words);
    for (const who of [m.worker, m.employer]) expect((await get(who, 'mediation_end_notice')).status).toBe(404);
  });

  it('ask jointly on an agreement: each side sees its own particulars only; the sealed agreement stays the file it is', async () => {
    await schedule(t, m);
    const photo = (await m.mediator.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id;
    const { body: agreement } = await m.mediator.post(`/api/cases/${m.caseId}/onsite-results`, { requestId: crypto.randomUUID(), terms: { ...someTerms(6_000_000), items: [{ kind: 'double_wage', amountFen: 6_000_000 }], instalments: [{ dueDate: '2026-11-28', amountFen: 6_000_000 }] }, signedOn: '2026-11-23', evidenceId: photo });
    await eventually(async () => (await kinds(m.worker)).includes('judicial_confirmation'), 'the agreement is sealed');
    expect(await kinds(m.employer)).toEqual(['power_of_attorney', 'service_address', 'mediation_agreement', 'arbitral_review', 'judicial_confirmation']);
    expect(await kinds(m.mediator)).toContain('follow_up_record');
    await fill(m.worker, 'worker', { 'claimant.idNumber': ID_NUMBER, 'claimant.address': ADDRESS, 'agent.name': '王守正', 'agent.phone': '13900000001', 'agent.authority': 'special' });
    await fill(m.employer, 'respondent', { 'employer.legalPerson': '孙大力', 'employer.electronic': 'legal@example.com', 'agent.name': '赵法务', 'agent.authority': 'general' });
    const [ours, theirs] = [await read(m.worker, 'judicial_confirmation'), await read(m.employer, 'judicial_confirmation')];
    // each side's agent stands in it for that side; where the worker's is called, the worker's side alone reads
    for (const text of [ours, theirs]) for (const words of ['王守正', '代理权限特别授权', '赵法务', '代理权限一般授权', 'legal@example.com']) expect(text.replaceAll(/\s/g, '')).toContain(words);
    expect(ours).toContain('13900000001');
    for (const words of [ID_NUMBER, ADDRESS, '孙大力', '平度市人民法院', agreement.number]) expect(ours).toContain(words);
    for (const words of ['110105********002X', '孙大力', '（由劳动者填写）']) expect(theirs).toContain(words);
    expect(theirs).not.toMatch(/11010519491231002X|某镇某村|1949年|13800771\d{3}|13900000001/);
    // nor does the sealed agreement say it: telephone and account are lines for the pen
    const sealed = (await read(m.employer, 'mediation_agreement')).replaceAll(/\s/g, '');
    for (const words of ['联系电话____', '收款账户（户名、开户行、账号）____', '履行方式□银行转账', '双方选择的确认方式□仲裁审查确认', '违约责任：双方没有另行约定']) expect(sealed).toContain(words);
    expect(sealed).not.toContain(m.phones.worker);
    for (const who of [m.worker, m.employer]) {
      expect((await get(who, 'mediation_agreement')).body).toEqual((await who.get(`/api/agreements/${agreement.id}/pdf`)).body);
      expect(docxText((await get(who, 'mediation_agreement', 'docx')).body)).toContain(agreement.number);
    }
    expect((await get(m.worker, 'payment_order')).status).toBe(404);
    clock.set('2026-12-01T02:00:00Z');
    expect(await read(m.worker, 'payment_order')).toContain('支付人民币60,000.00元（大写：陆万元整）');

    // and who mediated follows up, when it is overdue and when it was paid and the case is closed
    await fill(m.mediator, 'staff', { 'followUp.on': '2026-12-01', 'followUp.method': 'phone', 'followUp.with': 'worker', 'followUp.by': '陈调解', 'followUp.performed': 'not', 'followUp.said': '第一期没有到账' });
    expect(await lacks(m.mediator, 'follow_up_record')).toEqual([]);
    const overdueNow = (await read(m.mediator, 'follow_up_record')).replaceAll(/\s/g, '');
    for (const words of ['2026年11月28日前60,000.00元到期未付', '■到期没有履行', '第一期没有到账', agreement.number]) expect(overdueNow).toContain(words);
    expect(overdueNow).not.toMatch(/11010519491231002X|某镇某村|13800771\d{3}/);
    for (const who of [m.worker, m.employer]) expect((await get(who, 'follow_up_record')).status).toBe(404);
    expect((await m.worker.post(`/api/agreements/${agreement.id}/instalments/1/paid`, {})).status).toBeLessThan(300);
    expect(await kinds(m.mediator)).toEqual(['mediation_agreement', 'follow_up_record']);
    expect((await read(m.mediator, 'follow_up_record')).replaceAll(/\s/g, '')).toContain('60,000.00元已付');
  });
});
