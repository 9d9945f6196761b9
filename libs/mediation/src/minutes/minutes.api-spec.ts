import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, pdfText, smsTo, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { DraftMinutes, MinutesView, SessionView } from '../contract/index.js';
import { aMeeting, open, someTerms, type Meeting } from '../testing/index.js';

describe('the minutes of a session', () => {
  let t: TestApp;
  let m: Meeting;
  let stranger: Meeting;
  let joint: string;
  beforeAll(async () => {
    t = await startTestApp();
    stranger = await aMeeting(t);
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    m = await aMeeting(t);
    await open(t, m);
    joint = (await m.mediator.get(`/api/sessions/${m.sessionId}`)).body.rooms[0].id;
    await say(m.worker, '2020年3月我在车间操作机器时右手受伤，单位没有签合同，也没有缴纳工伤保险。'); // 2
    await say(m.employer, '受伤的事实认可，但是“八万元”太高；单位愿意付五万元，分两期。'); // 3
  });

  const at = (path = '') => `/api/sessions/${m.sessionId}${path}`;
  const say = async (who: Client, text: string) => (await who.post(`/api/rooms/${joint}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text } })).body.seq as number;
  const draft = (more: Partial<DraftMinutes> = {}): DraftMinutes => ({
    lines: [2, 3],
    claimantSaid: '请求支付一次性伤残补助金和二倍工资差额。',
    respondentSaid: '认可受伤事实，对金额有异议。',
    undisputedFacts: '双方认可2019年6月入职、2020年3月受伤。',
    result: '双方未能达成一致，调解终止。',
    ...more,
  });
  const save = (input: object = draft(), who: Client = m.mediator) => who.put(at('/minutes'), input);
  const present = (who: Client = m.mediator) => who.post(at('/minutes/present'));
  const versions = async (who: Client = m.mediator): Promise<MinutesView[]> => (await who.get(at('/minutes'))).body.items;
  const close = () => m.mediator.post(at('/close'), { outcome: 'failed' });
  const presented = async (): Promise<string> => {
    await save();
    await close();
    expect((await present()).status).toBe(200);
    return (await versions())[0]!.id;
  };
  const confirm = async (who: Client, phone: string, id: string) => {
    expect((await who.post('/api/auth/confirmation-codes', { purpose: 'confirm_minutes', subject: id })).status).toBe(202);
    return who.post(`/api/minutes/${id}/confirm`, { code: (await smsTo(t.url, phone, /确认调解笔录，确认码 (\d{6})/))[1]! });
  };

  it('are drafted from the room in its own words, by the mediator only, and seen by nobody else before they are presented', async () => {
    expect((await save()).status).toBe(200);
    await save(draft({ result: '待定' }));
    const [draftOne, ...others] = await versions();
    expect(others).toEqual([]);
    expect(draftOne).toMatchObject({
      version: 1,
      status: 'draft',
      content: {
        result: '待定',
        attendance: expect.arrayContaining([expect.objectContaining({ name: '姜小明', relation: 'claimant' }), expect.objectContaining({ name: '孙经理', relation: 'respondent' }), expect.objectContaining({ name: '陈调解' })]),
        lines: [expect.objectContaining({ seq: 2, name: '姜小明', side: 'claimant' }), expect.objectContaining({ seq: 3, text: expect.stringContaining('八万元') })],
      },
    });
    for (const who of [m.worker, m.employer]) {
      expect(await versions(who)).toEqual([]);
      expect((await who.get(`/api/minutes/${draftOne!.id}/pdf`)).status).toBe(404);
      for (const answer of [await save(draft(), who), await present(who)]) expect(answer.status).toBe(404);
    }
    expect(await versions()).toEqual([draftOne]);
  });

  it('lose a line that is taken back after it was picked, in the draft and before the parties', async () => {
    const slip = await say(m.worker, '说错了，底线三万');
    expect((await save(draft({ lines: [2, slip] }))).status).toBe(200);
    expect((await m.worker.delete(`/api/rooms/${joint}/messages/${slip}`)).status).toBe(204);
    const lines = async (who: Client) => (await versions(who))[0]!.content.lines.map((l) => l.seq);
    expect(await lines(m.mediator)).toEqual([2]);
    expect(await pdfText((await m.mediator.get(`/api/minutes/${(await versions())[0]!.id}/pdf`)).body)).not.toContain('三万');
    await close();
    expect((await present()).status).toBe(200);
    for (const who of [m.worker, m.employer, m.mediator]) expect(await lines(who)).toEqual([2]);
    expect(await t.db.query(`select 1 from session_minutes where content::text like '%三万%'`)).toEqual([]);
  });

  it('say of each side whether it wants another mediator, and leave open what was not asked', async () => {
    expect(await save({ ...draft(), recusal: { claimant: 'maybe' } })).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await versions()).toEqual([]);
    expect((await save({ ...draft(), recusal: { claimant: 'none' } })).status).toBe(200);
    const [version] = await versions();
    expect(version!.content.recusal).toEqual({ claimant: 'none' });
    expect((await pdfText((await m.mediator.get(`/api/minutes/${version!.id}/pdf`)).body)).replaceAll(/\s/g, '')).toContain('申请人一方：不要求被申请人一方：□不要求□要求');
  });

  it('record what was proposed to everybody and what became of it, not what lay before one side', async () => {
    const offer = (who: Client, totalFen: number, audience: string) => who.post(at('/proposals'), { requestId: crypto.randomUUID(), audience, terms: { ...someTerms(totalFen), otherTerms: '另外说好的话' } });
    expect((await offer(m.worker, 9_000_000, 'all')).status).toBe(201);
    const { proposals } = (await m.employer.get(at())).body as SessionView;
    expect((await m.employer.post(`/api/proposals/${proposals[0]!.id}/refuse`)).status).toBe(200);
    await save();
    expect((await offer(m.mediator, 7_000_000, 'all')).status).toBe(201);
    expect((await offer(m.mediator, 8_500_000, 'respondent')).status).toBe(201);
    await close();
    expect((await present()).status).toBe(200);
    for (const who of [m.worker, m.employer, m.mediator]) {
      const [version] = await versions(who);
      expect(version!.content.proposals).toMatchObject([{ name: '姜小明', side: 'claimant', totalFen: 9_000_000, state: 'refused' }, { name: '陈调解', side: 'mediator', totalFen: 7_000_000 }]);
      const text = (await pdfText((await who.get(`/api/minutes/${version!.id}/pdf`)).body)).replaceAll(/\s/g, '');
      for (const words of ['申请人一方姜小明共计90,000.00元：一次性伤残补助金70,000.00元、未签合同的二倍工资20,000.00元；分2期，2031年1月15日前付清。未接受', '调解员陈调解共计70,000.00元']) expect(text).toContain(words);
      expect(text + JSON.stringify(version)).not.toMatch(/85,000|8500000|另外说好的话/);
    }
  });

  it('take no line that is not words of the joint room, was withdrawn, or was said while a side was out; nothing changes', async () => {
    await save();
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' });
    const alone = await say(m.employer, '他不在的时候说的。');
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'joint' });
    const slip = await say(m.worker, '说错了');
    await m.worker.delete(`/api/rooms/${joint}/messages/${slip}`);
    const before = await versions();
    for (const line of [1, 999, alone, slip]) expect((await save(draft({ lines: [2, line] }))).body.code).toBe('MINUTES_LINE_UNKNOWN');
    expect((await save({ ...draft(), result: '' })).status).toBe(400);
    expect(await versions()).toEqual(before);
  });

  it('are presented only when the session has ended, and then do not change', async () => {
    await save();
    expect((await present()).body.code).toBe('SESSION_STATE');
    await close();
    await present();
    await present();
    const [one] = await versions(m.worker);
    expect(one).toMatchObject({ version: 1, status: 'presented', answers: [{ side: 'claimant', answer: null, mine: true }, { side: 'respondent', answer: null, mine: false }] });
    await eventually(async () => (await m.employer.get('/api/notifications')).body.items.some((n: { kind: string }) => n.kind === 'minutes_ready'), 'both sides are told');
    await save(draft({ result: '另一种写法' }));
    expect((await versions(m.worker))[0]).toEqual(one);
    expect((await versions()).map((v) => [v.version, v.status])).toEqual([[2, 'draft'], [1, 'presented']]);
  });

  it('are not confirmed without a fresh code of one’s own, nor by whom nobody asked; nothing changes', async () => {
    const id = await presented();
    const before = await versions();
    expect((await m.worker.post(`/api/minutes/${id}/confirm`, {})).status).toBe(400);
    expect((await m.worker.post(`/api/minutes/${id}/confirm`, { code: '000000' })).body.code).toBe('CODE_INVALID');
    await m.employer.post('/api/auth/confirmation-codes', { purpose: 'confirm_minutes', subject: id });
    const [, theirs] = await smsTo(t.url, m.phones.employer, /确认调解笔录，确认码 (\d{6})/);
    expect((await m.worker.post(`/api/minutes/${id}/confirm`, { code: theirs })).body.code).toBe('CODE_INVALID');
    for (const who of [m.mediator, stranger.worker, stranger.mediator]) {
      for (const answer of [await who.post(`/api/minutes/${id}/confirm`, { code: '000000' }), await who.post(`/api/minutes/${id}/object`, { remark: '不对' })]) expect(answer.status).toBe(404);
    }
    for (const who of [stranger.worker, stranger.mediator]) for (const path of [at('/minutes'), `/api/minutes/${id}/pdf`]) expect((await who.get(path)).status).toBe(404);
    for (const who of [m.worker, stranger.mediator]) expect((await who.post(`/api/minutes/${id}/conclude`)).status).toBe(404);
    expect(await versions()).toEqual(before);
  });

  it('become final when both have confirmed: a PDF that keeps its bytes, its hash on the timeline, each reading written down', async () => {
    const id = await presented();
    expect(await pdfText((await m.worker.get(`/api/minutes/${id}/pdf`)).body)).toContain('尚未定稿');
    expect((await confirm(m.worker, m.phones.worker, id)).status).toBe(200);
    expect((await versions())[0]!.status).toBe('presented');
    expect((await confirm(m.employer, m.phones.employer, id)).status).toBe(200);
    const [final] = await versions(m.worker);
    expect(final).toMatchObject({ status: 'final', answers: [{ answer: 'confirmed' }, { answer: 'confirmed' }] });
    const pdf = (await m.employer.get(`/api/minutes/${id}/pdf`)).body as Buffer;
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(final!.sha256);
    const text = await pdfText(pdf);
    for (const said of ['调解笔录', '姜小明', '孙经理', '陈调解', '平度市某机械厂', '八万元', '双方认可2019年6月入职', '双方未能达成一致', '手机验证码确认', '实名双因素登录', '工作人员账号登录', '会议记录印章值']) expect(text).toContain(said);
    expect(text).not.toContain('尚未定稿');
    const timeline = (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body.items as { kind: string; data: object }[];
    expect(timeline.find((e) => e.kind === 'mediation.minutes_final')?.data).toMatchObject({ sha256: final!.sha256 });
    const heads = timeline.find((e) => e.kind === 'mediation.log_sealed')!.data as { heads: { joint: string } };
    expect(text.replace(/\s/g, '')).toContain(heads.heads.joint);
    for (const answer of [await save(), await m.worker.post(`/api/minutes/${id}/object`, { remark: '改口' })]) expect(answer.body.code).toBe('MINUTES_STATE');
    expect((await versions(m.worker))[0]).toEqual(final);
    const readers = await t.db.query<{ actor_id: string }[]>(`select actor_id from audit_entry where subject = $1 and action = 'mediation.minutes_read' order by at`, [`minutes:${id}`]);
    expect(readers.map((r) => r.actor_id)).toEqual([m.worker.accountId, m.employer.accountId]);
  });

  it('are written anew after an objection, with the version objected to and its remark kept', async () => {
    const first = await presented();
    expect((await m.employer.post(`/api/minutes/${first}/object`, { remark: '我说的是“可以考虑五万”，没有答应。' })).status).toBe(200);
    expect((await m.employer.post(`/api/minutes/${first}/object`, { remark: '再来一次' })).body.code).toBe('MINUTES_STATE');
    await confirm(m.worker, m.phones.worker, first);
    expect((await versions())[0]!.status).toBe('presented');
    await save(draft({ respondentSaid: '认可受伤事实，可以考虑五万元。' }));
    await present();
    const [second, kept] = await versions(m.employer);
    expect(kept).toMatchObject({ version: 1, status: 'replaced', answers: [{ answer: 'confirmed' }, { answer: 'objected', remark: '我说的是“可以考虑五万”，没有答应。' }] });
    expect(second).toMatchObject({ version: 2, status: 'presented', answers: [{ answer: null }, { answer: null }] });
    expect((await m.employer.post(`/api/minutes/${first}/object`, { remark: '旧稿' })).body.code).toBe('MINUTES_STATE');
  });

  it('may be concluded by the mediator with the objection in them', async () => {
    const id = await presented();
    await m.employer.post(`/api/minutes/${id}/object`, { remark: '没有答应五万元。' });
    expect((await m.mediator.post(`/api/minutes/${id}/conclude`)).status).toBe(200);
    expect((await m.mediator.post(`/api/minutes/${id}/conclude`)).status).toBe(200);
    const text = await pdfText((await m.worker.get(`/api/minutes/${id}/pdf`)).body);
    for (const said of ['被申请人孙经理提出异议：没有答应五万元。', '有异议', '未作确认']) expect(text).toContain(said);
  });
});
