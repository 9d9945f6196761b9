import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodySha256 } from '@hejie/rooms/contract';
import { startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { checkSealedSession, type SealedSession } from '../contract/index.js';
import { aMeeting, open, type Meeting } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the sealed log of a session', () => {
  let t: TestApp;
  let m: Meeting;
  let stranger: Meeting;
  const rooms: Record<string, string> = {};
  beforeAll(async () => {
    t = await startTestApp();
    [m, stranger] = [await aMeeting(t), await aMeeting(t)];
    await open(t, m);
    for (const { id, kind } of (await m.mediator.get(`/api/sessions/${m.sessionId}`)).body.rooms) rooms[kind] = id;
    await say(m.worker, 'joint', '我在车间受的伤。');
    await say(m.employer, 'joint', '认可受伤事实。');
    await place(m.worker, 'caucus');
    await say(m.worker, 'caucus_claimant', '底线五万。');
    await say(m.mediator, 'joint', '申请人不在时说的话。');
    await place(m.worker, 'joint');
    await say(m.worker, 'joint', '说错了');
    expect((await m.worker.delete(`/api/rooms/${rooms['joint']}/messages/${await lastSeq(m.worker, 'joint')}`)).status).toBe(204);
    await say(m.worker, 'joint', '三万');
    const seq = await lastSeq(m.worker, 'joint');
    await m.worker.delete(`/api/rooms/${rooms['joint']}/messages/${seq}`);
    // as logs were kept before: of withdrawn words their plain hash
    await t.db.query('update room_message set body_sha256 = $3 where room_id = $1 and seq = $2', [rooms['joint'], seq, bodySha256({ text: '三万' }, sha256)]);
  });
  afterAll(() => t?.close());

  const say = async (who: Client, kind: string, text: string) =>
    expect((await who.post(`/api/rooms/${rooms[kind]}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text } })).status).toBe(201);
  const lastSeq = async (who: Client, kind: string): Promise<number> => (await who.get(`/api/rooms/${rooms[kind]}/messages`)).body.lastSeq;
  const place = (who: Client, to: string) => m.mediator.post(`/api/sessions/${m.sessionId}/place`, { accountId: who.accountId, to });
  const download = async (who: Client): Promise<string> => (await fetch(`${t.url}/api/sessions/${m.sessionId}/sealed-log`, { headers: { cookie: who.cookie } })).text();
  const take = async (who: Client): Promise<SealedSession> => {
    const check = checkSealedSession(await download(who), sha256);
    if (!check.ok) throw new Error(JSON.stringify(check));
    return check.sealed;
  };

  it('is not there before the end', async () => {
    for (const who of [m.worker, m.employer, m.mediator]) expect((await who.get(`/api/sessions/${m.sessionId}/sealed-log`)).status).toBe(404);
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed', reason: '金额差距过大' });
  });

  it('gives each side its own rooms: in full what it may read, as hashes what was said while it was out or in private', async () => {
    const [worker, employer, mediator] = [await take(m.worker), await take(m.employer), await take(m.mediator)];
    expect(worker.rooms.map((r) => r.kind)).toEqual(['joint', 'caucus_claimant']);
    expect(employer.rooms.map((r) => r.kind)).toEqual(['joint', 'caucus_respondent']);
    expect(mediator.rooms.map((r) => r.kind)).toEqual(['joint', 'caucus_claimant', 'caucus_respondent']);
    const texts = JSON.stringify(worker.rooms[0]);
    for (const heard of ['我在车间受的伤。', '认可受伤事实。', 'session.closed']) expect(texts).toContain(heard);
    expect(JSON.stringify(worker)).not.toContain('申请人不在时说的话。');
    expect(JSON.stringify(employer)).toContain('申请人不在时说的话。');
    for (const file of [worker, employer, mediator]) expect(JSON.stringify(file)).not.toMatch(/底线五万|说错了/);
    // that they left, what was said while they were out, and the withdrawn line of an old log
    expect(worker.rooms[0]!.lines.filter((l) => 'sha256' in l)).toHaveLength(3);
    expect(worker.rooms[0]!.lines.filter((l) => 'bodySha256' in l)).toHaveLength(1);
    // the same chain whoever looks
    expect(new Set([worker, employer, mediator].map((f) => f.rooms[0]!.head)).size).toBe(1);
    expect(worker.session.people.map((p) => p.name).sort()).toEqual(['姜小明', '孙经理', '陈调解'].sort());
  });

  it('holds nothing by which withdrawn words could be guessed, however short, in old logs neither', async () => {
    for (const who of [m.worker, m.employer, m.mediator]) {
      const text = await download(who);
      for (const guess of ['说错了', '三万']) expect(text).not.toContain(bodySha256({ text: guess }, sha256));
    }
  });

  it('has everything one may read in full, however long it is', async () => {
    const long = await aMeeting(t);
    await open(t, long);
    const { id } = (await long.worker.get(`/api/sessions/${long.sessionId}`)).body.rooms[0];
    const texts = Array.from({ length: 40 }, (_, i) => `第${i}句${'长'.repeat(1000)}`); // 120 KB, pages hold 32
    for (const text of texts) await long.worker.post(`/api/rooms/${id}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text } });
    await long.mediator.post(`/api/sessions/${long.sessionId}/close`, { outcome: 'failed' });
    const file = await (await fetch(`${t.url}/api/sessions/${long.sessionId}/sealed-log`, { headers: { cookie: long.employer.cookie } })).text();
    const check = checkSealedSession(file, sha256);
    expect(check.ok && check.sealed.rooms[0]!.lines.flatMap((l) => ('body' in l ? (l.body['text'] ?? []) : 'sha256' in l ? ['?'] : []))).toEqual(texts);
  });

  it('holds a file to its content, and checks files of before in which lines had no hash of it', async () => {
    const meeting = await aMeeting(t);
    await open(t, meeting);
    const { id } = (await meeting.worker.get(`/api/sessions/${meeting.sessionId}`)).body.rooms[0];
    const send = async () => {
      const { body } = await meeting.worker.upload(`/api/rooms/${id}/files`, { name: '工资条.png', type: 'image/png', bytes: PNG });
      await meeting.worker.post(`/api/rooms/${id}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: body.fileId } });
      return (await meeting.worker.get(`/api/rooms/${id}/messages`)).body.lastSeq as number;
    };
    const [withHash, before] = [await send(), await send()];
    await t.db.query(`update room_message set body = body - 'sha256' where room_id = $1 and seq = $2`, [id, before]);
    await meeting.mediator.post(`/api/sessions/${meeting.sessionId}/close`, { outcome: 'failed' });
    const file = await (await fetch(`${t.url}/api/sessions/${meeting.sessionId}/sealed-log`, { headers: { cookie: meeting.employer.cookie } })).text();
    const check = checkSealedSession(file, sha256);
    if (!check.ok) throw new Error(JSON.stringify(check));
    const hashes = check.sealed.rooms[0]!.lines.flatMap((l) => ('body' in l && l.kind === 'file' ? [[l.seq, l.body['sha256']]] : []));
    const content = createHash('sha256').update(PNG).digest('hex');
    expect(hashes).toEqual([[withHash, content], [before, undefined]]);
    expect(checkSealedSession(file.replace(content, '0'.repeat(64)), sha256)).toMatchObject({ ok: false, broken: { why: 'line', seq: withHash } });
  });

  it('has its heads on the timeline, and the same bytes each time', async () => {
    const { rooms: taken } = await take(m.mediator);
    const line = (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body.items.find((e: { kind: string }) => e.kind === 'mediation.log_sealed');
    expect(line.data.heads).toEqual(Object.fromEntries(taken.map((r) => [r.kind, r.head])));
    expect(await download(m.worker)).toBe(await download(m.worker));
  });

  it('is the end of its rooms: they are read and no longer written in, by nobody, by no door, and nothing changes', async () => {
    const rows = () => t.db.query('select * from room_message where room_id = any($1::uuid[]) order by room_id, seq', [Object.values(rooms)]);
    const files = () => t.db.query('select id from room_file where room_id = any($1::uuid[])', [Object.values(rooms)]);
    const before = [await rows(), await files(), await download(m.employer)];
    for (const who of [m.worker, m.employer, m.mediator]) {
      const message = { clientId: crypto.randomUUID(), kind: 'text', body: { text: '会后的话' } };
      const [byHttp, bySocket] = [await who.post(`/api/rooms/${rooms['joint']}/messages`, message), await (await who.socket()).emitWithAck('room.send', { roomId: rooms['joint'], message })];
      expect([byHttp.status, byHttp.body.code, bySocket.problem.code]).toEqual([409, 'ROOM_SEALED', 'ROOM_SEALED']);
      expect(byHttp.body.title).toContain('调解会已经结束');
      const file = await who.upload(`/api/rooms/${rooms['joint']}/files`, { name: '会后.png', type: 'image/png', bytes: PNG });
      expect([file.status, file.body.code]).toEqual([409, 'ROOM_SEALED']);
      expect((await who.get(`/api/rooms/${rooms['joint']}/messages`)).status).toBe(200);
      expect((await who.get(`/api/rooms/${rooms['joint']}`)).body.sealed).toBe(true);
      who.close();
    }
    for (const kind of ['caucus_claimant', 'caucus_respondent']) expect((await m.mediator.post(`/api/rooms/${rooms[kind]}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text: '会后的话' } })).status).toBe(404);
    expect([await rows(), await files(), await download(m.employer)]).toEqual(before);
  });

  it('stays as it is: nothing is taken back, and the database changes no sealed line', async () => {
    const before = await download(m.employer);
    expect((await m.worker.delete(`/api/rooms/${rooms['joint']}/messages/2`)).body.code).toBe('ROOM_WITHDRAW_SEALED');
    for (const sql of [`update room_message set body = '{"text":"改"}' where room_id = $1 and seq = 2`, 'delete from room_message where room_id = $1 and seq = 2']) {
      await expect(t.db.query(sql, [rooms['joint']])).rejects.toThrow('is sealed');
    }
    expect(await download(m.employer)).toBe(before);
  });

  it('is unknown to strangers, and whoever took it is written down', async () => {
    const missing = await stranger.worker.get(`/api/sessions/${crypto.randomUUID()}/sealed-log`);
    for (const who of [stranger.worker, stranger.mediator]) expect(await who.get(`/api/sessions/${m.sessionId}/sealed-log`)).toMatchObject({ status: 404, body: { code: missing.body.code, title: missing.body.title } });
    const taken = await t.db.query<{ actor_id: string }[]>(`select distinct actor_id from audit_entry where action = 'mediation.log_exported' and subject = $1`, [`session:${m.sessionId}`]);
    expect(taken.map((r) => r.actor_id).sort()).toEqual([m.worker, m.employer, m.mediator].map((c) => c.accountId).sort());
  });
});
