import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, eventually, freePort, mailText, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import { SMTPServer } from 'smtp-server';
import { SweepReminders } from './sweep-reminders.js';

const HOUR = 3_600_000;

describe('reminders', () => {
  let a: TestApp;
  let b: TestApp; // a second worker on the same database
  const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
  const mails: string[] = [];
  let smtp: SMTPServer;
  let worker: Client;
  let employer: Client;
  let lawyer: Client;
  let mediator: Client;

  beforeAll(async () => {
    const port = await freePort();
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        let mail = '';
        stream.on('data', (chunk: Buffer) => (mail += chunk.toString('utf8')));
        stream.on('end', () => {
          mails.push(mail);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
    const SMTP_URL = `smtp://127.0.0.1:${port}`;
    a = await startTestApp({ clock, env: { SMTP_URL } });
    b = await startTestApp({ clock, env: { SMTP_URL, DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64'), DATA_DIR: a.config.dataDir } });
    lawyer = await createStaff(a, 'lawyer', '王律师', { email: 'wang@example.org' });
    clock.advance(60_000);
    mediator = await createStaff(a, 'mediator', '陈调解');
    await lawyer.put('/api/lawyers/me/profile', { kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY'], region: '平度市', languages: ['普通话'], capacity: 5, weeklyTimes: [] });
    worker = await signInByPhone(a.url, '13800000001', '姜小明');
    employer = await signInByPhone(a.url, '13900000001', '孙经理');
  });
  afterAll(async () => {
    await b?.close();
    await a?.close();
    await new Promise<void>((resolve) => smtp?.close(() => resolve()) ?? resolve());
  });

  const kinds = async (c: Client) => ((await c.get('/api/notifications')).body.items as { kind: string }[]).map((n) => n.kind);
  const count = async (c: Client, kind: string) => (await kinds(c)).filter((k) => k === kind).length;
  const has = (c: Client, kind: string) => eventually(async () => (await count(c, kind)) > 0, `${kind} is in the inbox`);
  const sweepTwice = () => Promise.all([a.app.get(SweepReminders), b.app.get(SweepReminders)].map((s) => s.sweep()));

  it('tells the lawyer of a request at once, by mail too, and again halfway while it is unanswered', async () => {
    const { body } = await worker.post('/api/cases/quick', aQuickCase());
    await worker.post(`/api/cases/${body.caseId}/lawyer-requests`, { requestId: crypto.randomUUID(), lawyerId: lawyer.accountId });
    await has(lawyer, 'lawyer_requested');
    await eventually(async () => mails.length > 0, 'a mail arrives');
    expect(mails[0]).toContain('wang@example.org');
    // before the lawyer has declared, neither line nor mail says which case
    const { number } = (await worker.get(`/api/cases/${body.caseId}`)).body;
    expect((await lawyer.get('/api/notifications')).body.items[0].about).toBeNull();
    expect(mailText(mails[0]!)).not.toContain(number);
    await sweepTwice();
    expect(await count(lawyer, 'request_unanswered')).toBe(0);
    await eventually(async () => ((await a.db.query(`select 1 from reminder where kind = 'request_unanswered'`)) as unknown[]).length > 0, 'the reminder is planned');
    clock.advance(12 * HOUR);
    await sweepTwice();
    await sweepTwice();
    expect(await count(lawyer, 'request_unanswered')).toBe(1);
    const [request] = (await lawyer.get('/api/lawyer-requests')).body.items;
    await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false });
    await lawyer.post(`/api/lawyer-requests/${request.id}/accept`);
    await has(worker, 'lawyer_accepted');
    // the line says which case it is; what leaves the platform says its number alone
    const { items } = (await worker.get('/api/notifications')).body;
    expect(items.find((n: { kind: string }) => n.kind === 'lawyer_accepted')).toMatchObject({ text: '王律师律师已接案，可以开始咨询。', about: { number, type: 'WORK_INJURY' } });
    const [sent] = await smsTo(a.url, '13800000001', /.*王律师律师已接案.*/);
    expect(sent).toContain(`【和解】${number}：王律师律师已接案`);
    for (const secret of ['工伤', '姜小明', '某机械厂']) expect(sent).not.toContain(secret);
  });

  it('reminds of a session 24 hours and 1 hour before, each person once, two workers or not', async () => {
    const [{ id: caseId }] = (await worker.get('/api/cases')).body.items;
    await lawyer.post(`/api/cases/${caseId}/invitations`, { requestId: crypto.randomUUID(), phone: '13900000001' });
    const [, token] = await smsTo(a.url, '13900000001', /\/i\/([\w-]{43})/);
    await employer.post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '经理' });
    const startsAt = new Date(clock.now().getTime() + 30 * HOUR).toISOString();
    const scheduled = await lawyer.post(`/api/cases/${caseId}/sessions`, { requestId: crypto.randomUUID(), startsAt, minutes: 60, mode: 'online', mediatorId: mediator.accountId });
    expect(scheduled.status).toBe(201);
    for (const who of [worker, employer, lawyer, mediator]) await has(who, 'session_scheduled');
    await sweepTwice();
    expect(await count(employer, 'session_24h')).toBe(0);
    clock.advance(6 * HOUR);
    await sweepTwice();
    clock.advance(23 * HOUR);
    await sweepTwice();
    await sweepTwice();
    for (const who of [worker, employer, lawyer, mediator]) expect([await count(who, 'session_24h'), await count(who, 'session_1h')]).toEqual([1, 1]);
    await smsTo(a.url, '13900000001', /一小时后/);
  });

  it('says nothing of a session that is no longer ahead', async () => {
    const [{ id: caseId }] = (await worker.get('/api/cases')).body.items;
    const before = await count(worker, 'session_24h');
    const startsAt = new Date(clock.now().getTime() + 30 * HOUR).toISOString();
    const { body } = await lawyer.post(`/api/cases/${caseId}/sessions`, { requestId: crypto.randomUUID(), startsAt, minutes: 60, mode: 'online', mediatorId: mediator.accountId });
    await eventually(async () => ((await a.db.query(`select 1 from reminder where subject_id = $1`, [body.id])) as unknown[]).length > 0, 'the reminder is planned');
    await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'mediating' });
    await eventually(async () => (await lawyer.get(`/api/sessions/${body.id}`)).body.status === 'cancelled', 'the session is cancelled with its case');
    clock.advance(7 * HOUR);
    await sweepTwice();
    expect(await count(worker, 'session_24h')).toBe(before);
  });

  it('warns before the mediation period ends, with the last day', async () => {
    const { body } = await worker.post('/api/cases/quick', aQuickCase());
    await eventually(async () => ((await a.db.query(`select 1 from reminder where kind = 'mediation_ending' and subject_id = $1`, [body.caseId])) as unknown[]).length > 0, 'the reminder is planned');
    clock.advance(13 * 24 * HOUR);
    await sweepTwice();
    const due = (await worker.get(`/api/cases/${body.caseId}`)).body.mediationDue.lastDate;
    const warnings = (await worker.get('/api/notifications')).body.items.filter((n: { kind: string }) => n.kind === 'mediation_ending');
    expect(warnings).toHaveLength(1);
    expect(warnings[0].text).toContain(due);
  });

  it('marks as read only one\'s own, and counts what is unread', async () => {
    const upTo = clock.now().toISOString();
    const before = (await employer.get('/api/notifications')).body.unread;
    expect((await worker.put('/api/notifications/read', { upTo })).body.unread).toBe(0);
    expect((await employer.get('/api/notifications')).body.unread).toBe(before);
  });
});
