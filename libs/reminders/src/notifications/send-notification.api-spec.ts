import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, eventually, freePort, startTestApp, type TestApp } from '@hejie/test-kit';
import { SMTPServer } from 'smtp-server';
import { Notifier } from './notifier.js';

describe('carrying a notice to phone and mailbox', () => {
  let t: TestApp;
  let lawyer: Client;
  let gateway: Server;
  let smtp: SMTPServer;
  let smsStatus = 200;
  let mailRefused = false;
  const sms: { key: string; text: string }[] = [];
  const mails: string[] = [];

  beforeAll(async () => {
    gateway = createServer((request, answer) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8'))).on('end', () => {
        if (smsStatus === 200) sms.push(JSON.parse(body) as { key: string; text: string });
        answer.writeHead(smsStatus).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const port = await freePort();
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        let mail = '';
        stream.on('data', (chunk: Buffer) => (mail += chunk.toString('utf8')));
        stream.on('end', () => {
          if (mailRefused) return done(new Error('not now'));
          mails.push(mail);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
    t = await startTestApp({ env: { SMTP_URL: `smtp://127.0.0.1:${port}`, SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}` } });
    lawyer = await createStaff(t, 'lawyer', '王律师', { email: 'wang@example.org', phone: '13800000009' });
  });
  afterAll(async () => {
    await t?.close();
    await new Promise((resolve) => gateway.close(resolve));
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });

  /** @returns the notification's id */
  const notify = async (kind: 'agreement_ready' | 'agreement_sealed') => {
    const key = crypto.randomUUID();
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Notifier).notify(tx, { accountId: lawyer.accountId, key, kind, link: '/cases' }));
    const [{ id }] = (await t.db.query('select id from notification where key = $1', [key])) as [{ id: string }];
    return id;
  };
  const mailed = (id: string) => mails.filter((m) => m.includes(`<${id}@hejie>`)).length;
  const texted = (id: string) => sms.filter(({ key }) => key === id).length;
  const settled = () => eventually(async () => ((await t.db.query('select 1 from outbox_delivery where done_at is null')) as unknown[]).length === 0, 'nothing is owed any more', 20_000);

  it('mails while no SMS can be sent, and each reaches its channel once', async () => {
    smsStatus = 503;
    const id = await notify('agreement_ready');
    await eventually(async () => mailed(id) === 1, 'the mail is there');
    expect(texted(id)).toBe(0);
    smsStatus = 200;
    await settled();
    expect([mailed(id), texted(id)]).toEqual([1, 1]);
    // away from our pages a path alone leads nowhere
    const link = t.config.linkTo('/cases');
    expect(link).toMatch(/^http:\/\//);
    expect(sms.find(({ key }) => key === id)!.text.split(' ').at(-1)).toBe(link);
  });

  it('texts while no mail can be sent, and each reaches its channel once', async () => {
    mailRefused = true;
    const id = await notify('agreement_ready');
    await eventually(async () => texted(id) === 1, 'the SMS is there');
    expect(mailed(id)).toBe(0);
    mailRefused = false;
    await settled();
    expect([mailed(id), texted(id)]).toEqual([1, 1]);
  });

  it('sends no SMS of what can wait, and does not open the phone for it', async () => {
    const before = ((await t.db.query(`select count(*)::int as n from audit_entry where action = 'identity.contact_read'`)) as [{ n: number }])[0].n;
    const id = await notify('agreement_sealed');
    await eventually(async () => mailed(id) === 1, 'the mail is there');
    await settled();
    expect(texted(id)).toBe(0);
    expect(await t.db.query(`select count(*)::int as n from audit_entry where action = 'identity.contact_read'`)).toEqual([{ n: before + 1 }]);
  });
});
