import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { EvidenceList, type ListedEvidence } from '@hejie/cases';
import { aQuickCase } from '@hejie/cases/testing';
import { SessionFacts } from '@hejie/mediation';
import { SocketHub, UnitOfWork, type Tx } from '@hejie/platform';
import { RoomAccess, RoomReader, Rooms } from '@hejie/rooms';
import { freePort, Host, mailText, RedisServer, startTestApp, type TestApp } from '@hejie/test-kit';
import { SMTPServer } from 'smtp-server';
import { allDoors, unknownDoors } from './doors.js';
import { Room, type Stage } from './history.js';
import { PapersHistory } from './papers-history.js';
import { aCast, aPartner, type Cast } from './people.js';
import { Random } from './random.js';
import { RoomsHistory } from './rooms-history.js';
import { SessionHistory } from './session-history.js';
import { Watch } from './watch.js';

// What is said in a room stays in it: random histories, with a string in every message, file, note and offer that occurs nowhere
// else, held against everything anybody receives: socket frames, answers of every GET door, search, exports, minutes, error pages,
// SMS, e-mails, notices, logs and the other tables of the database. docs/confidentiality.md says what is played how often.
//
//   npm run test:confidentiality                       10,000 sequences, and a quarter of that with the application's check switched off
//   SEED=.. SEQUENCES=.. npm run test:confidentiality  other sequences, or fewer
//   SEED=.. FROM=n SEQUENCES=1 npm run jest -- --forceExit test/confidentiality      the nth sequence alone (after `npm run build`)
//   ... -t 'switched off'                              the half that the failing sequence is of
// `npm test` runs a short form with a new seed each time. A sequence draws from its own number and the seed, so it makes the same
// choices alone; what happens at the very same moment may come in another order, so a race may need FROM=n a few times.
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 50);
const FROM = Number(process.env['FROM'] ?? 0);
const SEED = Number(process.env['SEED'] ?? randomBytes(4).readUInt32LE());
const STEPS = 12;
/** Sequences under way at the same time, each with people of its own. */
const CASTS = Math.min(6, SEQUENCES);
/** One in so many is a session through its own doors; the others are bare rooms, which cost less. */
const SESSION_EVERY = 16;
/** Of the sessions, one in so many goes on to papers: evidence, a sheet, an agreement, a bundle and a packet, one of each. They cost most. */
const PAPERS_EVERY = 16;
/** Within so many a broken wall must have shown. */
const BROKEN = 60;
const TELL_MS = 10_000;
/** Sixty people sign in, on a machine that may have other work. */
const SETUP_MS = 300_000;
const TEN_HOURS = 36_000_000;
/** Where secrets are kept on purpose. They may stand in no other table. */
const KEPT_IN = ['room_message', 'room_file', 'proposal', 'session_minutes', 'minutes_answer', 'mediator_change', 'case_hand_over', 'case_event', 'case_evidence', 'evidence_custody', 'evidence_bundle', 'case_payment', 'agreement', 'mediation_session', 'escalation_status'];

/** What of a case must have been shown to those who may see it, so that nothing was asked for in vain. */
const SHOWN = [
  'cases/{}/evidence', 'cases/{}/evidence/custody', 'cases/{}/evidence/{}/file', 'cases/{}/sheets', 'sheets/{}/pdf', 'cases/{}/agreements', 'agreements/{}', 'agreements/{}/text', 'agreements/{}/pdf',
  'cases/{}/bundles', 'cases/{}/bundles/{}/file', 'cases/{}/papers/evidence_list?format=docx', 'cases/{}/escalations', 'escalations/{}/packet', 'partner/inbox/{}', 'partner/inbox/{}/manifest', 'partner/inbox/{}/packet', 'partner/inbox/{}/agreement', 'partner/inbox/{}/bundle',
];

interface How {
  readonly processes: number;
  readonly sessionEvery?: number;
  readonly papersEvery?: number;
  /** Sequences under way at the same time. */
  readonly atOnce?: number;
}

/** One history with papers after the other: each costs as much as fifty in bare rooms. */
const PAPERS = { sessionEvery: 1, papersEvery: 1, atOnce: 1 };

const tell = (line: string) => process.stdout.write(`[confidentiality] ${line}\n`);

describe(`what is said in a room stays in it (SEED=${SEED} FROM=${FROM} SEQUENCES=${SEQUENCES})`, () => {
  let t: TestApp;
  let redis: RedisServer;
  let second: Host;
  let smtp: SMTPServer;
  let casts: Cast[] = [];
  let caseId: string;
  let doors: readonly string[];
  let watch: Watch;
  const mails: string[] = [];
  let scanned = 0;
  const logged: string[] = [];

  beforeAll(async () => {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    tell(`SEED=${SEED} FROM=${FROM} SEQUENCES=${SEQUENCES}, commit ${commit}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`);
    const smtpPort = await freePort();
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        let mail = '';
        stream.on('data', (chunk: Buffer) => (mail += chunk.toString('utf8'))).on('end', () => (mails.push(mailText(mail)), done()));
      },
    });
    await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve));
    redis = await RedisServer.start();
    t = await startTestApp({ env: { REDIS_URL: redis.url, SMTP_URL: `smtp://127.0.0.1:${smtpPort}` } });
    // everything this process would log, at every level and before anything is struck out
    const keep = (...said: unknown[]) => void logged.push(JSON.stringify(said));
    Logger.overrideLogger({ log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep });
    // a process of its own, so that everything it prints can be read
    second = new Host('dist/apps/api/main.js', {
      HOST: '127.0.0.1', PORT: '0', DEV_TOOLS: 'true', LOG_LEVEL: 'debug', NODE_ENV: 'test', REDIS_URL: redis.url,
      DATABASE_URL: t.config.databaseUrl, FIELD_KEY: t.config.fieldKey.toString('base64'), DATA_DIR: t.config.dataDir,
    });
    const [, port] = await second.printed(/listening on port (\d+)/);
    const urls = [t.url, `http://127.0.0.1:${port}`];
    const partner = await aPartner(t, urls);
    for (let n = 0; n < CASTS; n++) casts.push(await aCast(t, urls, n, partner));
    caseId = (await casts[0]!.worker.clients[0]!.post('/api/cases/quick', aQuickCase())).body.caseId;
    doors = await allDoors(t);
  }, SETUP_MS);
  afterAll(async () => {
    for (const p of everybody()) for (const socket of p.sockets) socket.disconnect();
    await second?.stop();
    await t?.close();
    await redis?.stop();
    await new Promise<void>((resolve) => (smtp ? smtp.close(() => resolve()) : resolve()));
  });
  afterEach(() => {
    for (const p of everybody()) for (const socket of p.sockets) socket.offAny();
  });
  const everybody = () => new Set(casts.flatMap(({ all }) => all));

  /** Plays sequences, as many at a time as there are casts, until something leaks. @param half tells the parts of a run apart */
  async function play(half: number, count: number, { processes, sessionEvery = SESSION_EVERY, papersEvery = PAPERS_EVERY, atOnce = CASTS }: How): Promise<number> {
    watch = new Watch(((SEED + half) >>> 0).toString(16).padStart(8, '0'));
    for (const p of everybody()) watch.listen(p);
    const started = Date.now();
    let next = FROM;
    let done = 0;
    let told = started;
    const used = process.cpuUsage();
    const failed: unknown[] = [];
    const going = () => next < FROM + count && watch.leaks.length === 0 && watch.faults.length === 0 && failed.length === 0;
    await Promise.all(
      casts.slice(0, atOnce).map(async (cast) => {
        while (going()) {
          const sequence = next++;
          const random = new Random(SEED * 31 + half * 7_919 + sequence * 104_729);
          const stage: Stage = { t, cast, watch, doors, processes };
          const history = random.below(sessionEvery) !== 0 ? new RoomsHistory(caseId, stage, random, sequence) : new (random.below(papersEvery) === 0 ? PapersHistory : SessionHistory)(stage, random, sequence);
          try {
            await clear(await history.play(STEPS));
            done++;
          } catch (error) {
            failed.push(new Error(`sequence ${sequence} broke off after ${history.steps} steps`, { cause: error }));
          }
          watch.scan('what a process prints', second.output);
          for (const line of logged.splice(0)) watch.scan('what a process logs', line);
          while (scanned < mails.length) watch.scan('e-mail', mails[scanned++]!);
          if (Date.now() - told < TELL_MS) continue;
          told = Date.now();
          const { user, system } = process.cpuUsage(used);
          tell(`${done} of ${count} sequences, ${((user + system) / 1000 / done).toFixed(0)} ms of CPU each, ${((1000 * done) / (told - started)).toFixed(1)} a second, ${(watch.received / 1e6).toFixed(1)} MB received, ${mails.length} mails, ${watch.leaks.length} leaks`);
        }
      }),
    );
    await everythingArrived();
    await watch.obeyedByAll();
    watch.faults.push(...watch.disobeyed());
    const cpu = process.cpuUsage(used);
    tell(`${done} of ${count} sequences in ${((Date.now() - started) / 1000).toFixed(0)} s (${((cpu.user + cpu.system) / 1e6).toFixed(0)} s of CPU here), ${watch.leaks.length} leaks; ${watch.obeyedAfter.length} times a socket heard of its removal or recusal, the last after ${watch.obeyedAfter.reduce((a, b) => Math.max(a, b), 0)} ms`);
    if (failed.length > 0) throw failed[0];
    return done;
  }

  /** Ended histories cost later ones nothing: nobody is in their rooms any more, by membership or socket. */
  async function clear(roomIds: readonly string[]): Promise<void> {
    await t.db.query('delete from room_member where room_id = any($1::uuid[])', [roomIds]);
    t.app.get(SocketHub).io.in(roomIds.map((id) => `room:${id}`)).socketsLeave(roomIds.flatMap((id) => [`room:${id}`, `call:${id}`]));
  }

  /** Frames of one socket keep their order, so that after an answer everything sent before it is here. */
  async function everythingArrived(): Promise<void> {
    await Promise.all([...everybody()].flatMap((p) => p.sockets.map((s) => s.timeout(30_000).emitWithAck('room.leave', { roomId: crypto.randomUUID() }))));
  }

  /** The secrets that stand in tables where none belongs. */
  async function strayed(): Promise<string[]> {
    const tables = await t.db.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)`, [KEPT_IN]);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await t.db.query<{ row: string }[]>(`select to_jsonb(x)::text as row from "${name}" x where to_jsonb(x)::text like '%canary-%'`);
      found.push(...rows.map(({ row }) => `${name}: ${row}`));
    }
    return found;
  }

  it('whatever people do and wherever they look', async () => {
    const done = await play(0, SEQUENCES, { processes: 2 });
    expect({ leaks: watch.leaks, faults: watch.faults }).toEqual({ leaks: [], faults: [] });
    expect(await strayed()).toEqual([]);
    expect(done).toBe(SEQUENCES);
    expect(watch.received).toBeGreaterThan(SEQUENCES * 1000);
    if (SEQUENCES >= 50) expect(watch.obeyedAfter.length).toBeGreaterThan(SEQUENCES);
    if (SEQUENCES >= 50) expect(mails.some((mail) => /[\u4e00-\u9fff]/.test(mail.split('\n\n').at(-1)!) || mail.includes('调解'))).toBe(true); // read, not only counted
  }, TEN_HOURS);

  it('even with the application\'s own check switched off: the database shows nothing', async () => {
    const access = t.app.get(RoomAccess);
    const off = [jest.spyOn(access, 'canRead').mockResolvedValue(true), jest.spyOn(access, 'require').mockResolvedValue(undefined)];
    try {
      // at the process whose check is off
      const count = Math.ceil(SEQUENCES / 4);
      const done = await play(1, count, { processes: 1 });
      expect({ leaks: watch.leaks, faults: watch.faults }).toEqual({ leaks: [], faults: [] });
      expect(done).toBe(count);
      expect(off[1]).toHaveBeenCalled();
    } finally {
      for (const spy of off) spy.mockRestore();
    }
  }, TEN_HOURS);

  it('walks every door that can be asked', () => {
    expect(doors.length).toBeGreaterThan(30);
    expect(unknownDoors(doors)).toEqual([]);
  });

  it('finds something behind the doors of all that a case is made of', async () => {
    // one for each way a session ends
    await play(5, 3, { processes: 2, ...PAPERS });
    expect({ leaks: watch.leaks, faults: watch.faults }).toEqual({ leaks: [], faults: [] });
    expect([...watch.shown]).toEqual(expect.arrayContaining(SHOWN.map((door) => `GET /api/${door}`)));
    // and nothing was kept from anybody in vain: each party has said and shown something in a caucus of its own, and in the consultation
    for (const kind of ['consult', 'caucus_claimant', 'caucus_respondent', 'caucus_respondent of another']) expect([...watch.stored.keys()]).toEqual(expect.arrayContaining([`${kind} text`, `${kind} file`]));
  }, TEN_HOURS);

  describe('whoever is put out hears so in under 5 s on every process, and of the room no more,', () => {
    const deafen = async () => {
      const kill = () => t.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hejie-listener' and datname = current_database()`);
      const timer = setInterval(() => void kill(), 50);
      await kill();
      return () => clearInterval(timer);
    };
    const hang = () => {
      redis.hang();
      return Promise.resolve(() => redis.goOn());
    };
    it.each([['while Redis stands still', hang], ['while no process hears the bell of the database', deafen]] as const)('%s', async (_, break_) => {
      watch = new Watch(((SEED + 8) >>> 0).toString(16).padStart(8, '0'));
      const { worker, employer, mediators: [mediator] } = casts[0]!;
      const people = [worker, employer, mediator];
      for (const p of people) watch.listen(p);
      const inTransaction = <T>(work: (rooms: Rooms, tx: Tx) => Promise<T>) => t.app.get(UnitOfWork).run((tx) => work(t.app.get(Rooms), tx));
      const room = new Room(watch, await inTransaction((rooms, tx) => rooms.open(tx, { caseId, kind: 'joint', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) })), people, 0, 'joint');
      for (const p of people) for (const socket of p.sockets) expect(await socket.timeout(10_000).emitWithAck('room.join', { roomId: room.id, afterSeq: 0 })).toMatchObject({ ok: true });
      const mend = await break_();
      try {
        await inTransaction((rooms, tx) => rooms.remove(tx, room.id, employer.accountId));
        room.putOut(employer);
        const told = watch.obeyedByAll();
        // at once, and once they have heard it, by either process
        for (const when of [Promise.resolve(), told]) {
          await when;
          for (const client of worker.clients) expect((await client.post(`/api/rooms/${room.id}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text: room.secret(worker).canary } })).status).toBe(201);
        }
        expect(watch.disobeyed()).toEqual([]);
        expect(watch.obeyedAfter).toHaveLength(employer.sockets.length);
        for (const socket of employer.sockets) expect(await socket.timeout(10_000).emitWithAck('room.typing', { roomId: room.id })).toMatchObject({ ok: true });
        for (const client of employer.clients) expect((await client.get(`/api/rooms/${room.id}/messages`)).status).toBe(404);
      } finally {
        mend();
      }
      await everythingArrived();
      expect(watch.leaks).toEqual([]);
    }, 60_000);
  });

  describe('and the watch sees a leak when a wall is broken:', () => {
    afterEach(() => void jest.restoreAllMocks());
    /** Through what the first secrets got out. */
    const leaks = async (half: number, how: Partial<How> = {}) => {
      await play(half, BROKEN, { processes: 1, ...how });
      return watch.leaks.map((l) => l.through).join();
    };

    it('the one in the database, with the application\'s own check switched off as well', async () => {
      const access = t.app.get(RoomAccess);
      jest.spyOn(access, 'canRead').mockResolvedValue(true);
      jest.spyOn(access, 'require').mockResolvedValue(undefined);
      await wall('disable');
      try {
        expect(await leaks(2)).toMatch(/api.rooms|ack of room/);
      } finally {
        await wall('enable');
      }
    }, TEN_HOURS);
    const wall = (what: 'disable' | 'enable') => t.db.query(['room', 'room_message', 'room_file'].map((table) => `alter table ${table} ${what} row level security`).join(';'));

    it('a removal of which no process hears', async () => {
      jest.spyOn(t.app.get(Rooms), 'remove').mockImplementation(async (tx, roomId, accountId) => {
        await tx.query('update room_member m set removed_at = now(), readable = m.readable * int8multirange(int8range(1, r.last_seq + 1)) from room r where r.id = $1 and m.room_id = $1 and m.account_id = $2', [roomId, accountId]);
      });
      expect(await leaks(3)).toMatch(/frame room.messages/);
    }, TEN_HOURS);

    it('minutes with lines that somebody has not heard', async () => {
      jest.spyOn(t.app.get(RoomReader), 'heardByAll').mockImplementation(async (_reader, roomId, _others, seqs) =>
        (await t.db.query<{ seq: string; sender_id: string; at: Date; body: { text: string } }[]>(`select seq, sender_id, at, body from room_message where room_id = $1 and seq = any ($2::bigint[]) and kind = 'text'`, [roomId, seqs]))
          .map((r) => ({ seq: Number(r.seq), senderId: r.sender_id, at: r.at.toISOString(), text: r.body.text })));
      expect(await leaks(4, { sessionEvery: 1 })).toMatch(/minutes/);
    }, TEN_HOURS);

    it('a packet with what was said in private', async () => {
      jest.spyOn(t.app.get(SessionFacts), 'undisputedFacts').mockImplementation(async (of) =>
        (await t.db.query<{ text: string }[]>(`select x.body ->> 'text' as text from room_message x join room r on r.id = x.room_id where r.case_id = $1 and r.kind like 'caucus%' and x.kind = 'text' limit 1`, [of]))[0]?.text ?? null);
      expect(await leaks(6, PAPERS)).toMatch(/packet|manifest/);
    }, TEN_HOURS);

    it('a bundle with what the other side keeps to itself', async () => {
      jest.spyOn(t.app.get(EvidenceList), 'unsafeOf').mockImplementation(async (of) =>
        (await t.db.getRepository<ListedEvidence>('CaseEvidence').find({ where: { caseId: of }, order: { id: 'ASC' } })).map((e, i) => ({ ...e, exhibit: i + 1 })));
      expect(await leaks(7, PAPERS)).toMatch(/bundles|evidence_list/);
    }, TEN_HOURS);
  });
});
