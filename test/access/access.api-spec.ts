import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { SocketHub, UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, docxText, pdfText, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { z } from 'zod';
import { bodyFor, type Door, everyDoor, NOT_OF_A_CASE, thingsBehind, type Way, waysThrough } from './doors.js';
import { type Schema, sample } from './sample.js';
import { aPartner, aWorld, SECRETS, type World } from './world.js';

// `UPDATE_ACCESS=1 npm run jest -- test/access` writes the table anew; read its diff before it is committed
const TABLE = 'docs/access.md';
const MULTIPART = ['/api/cases/{id}/evidence', '/api/rooms/{id}/files'];

describe('who may open which door of a case', () => {
  let t: TestApp;
  let w: World;
  let department: Client;
  let strangers: Record<string, Client>;
  let doors: Door[];
  beforeAll(async () => {
    t = await startTestApp();
    department = await createStaff(t, 'legal_officer', '法律部赵');
    const commission = await aPartner(t, 'commission');
    w = await aWorld(t, commission);
    // everybody of another case of the same city, and those whose desk is elsewhere
    const other = await aWorld(t, commission);
    const elsewhere = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'city', parentId: null }));
    strangers = {
      'a newcomer': await signInByPhone(t.url, '13800770999', '路人'),
      'another worker': other.people.claimant,
      'another employer': other.people.respondent,
      'another joint respondent': other.people.coRespondent,
      'another lawyer': other.people.counsel,
      'another mediator': other.people.mediator,
      'another partner': await aPartner(t, 'court'),
      'a hotline operator': await createStaff(t, 'operator', '坐席'),
      'a grid officer': await createStaff(t, 'grid_officer', '网格员'),
      'a legal officer of another city': await createStaff(t, 'legal_officer', '外市赵', { organisationId: elsewhere.id }),
    };
    doors = (await everyDoor(t.url)).filter((d) => (d.path.includes('{') || d.query.includes('caseId')) && !NOT_OF_A_CASE.some((p) => d.path.startsWith(p)));
  }, 300_000);
  afterAll(() => t?.close());

  const ways = (of: readonly Door[]) => of.flatMap((d) => waysThrough(d, thingsBehind(w), w.caseId));
  const knock = (who: Client, { door, url }: Pick<Way, 'door' | 'url'>, body: unknown) =>
    MULTIPART.includes(door.path) && door.method === 'POST'
      ? who.upload(url, { name: '照片.png', type: 'image/png', bytes: Buffer.from('not read') }, { title: '照片', visibility: 'shared' })
      : who.send(door.method, url, body);
  /** The same way with ids that nothing has. */
  const nowhere = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, () => crypto.randomUUID());

  it('tells strangers of the case no more than of one that does not exist, and changes nothing for them', async () => {
    const before = await everythingKept(t);
    const told: string[] = [];
    for (const way of ways(doors)) {
      const body = bodyFor(way.door, w);
      const unknown = body === undefined ? undefined : (JSON.parse(nowhere(JSON.stringify(body))) as unknown);
      await Promise.all(
        Object.entries(strangers).map(async ([name, who]) => {
          const real = await knock(who, way, body);
          const none = await knock(who, { door: way.door, url: nowhere(way.url) }, unknown);
          const [r, n] = [real, none].map((a) => `${a.status} ${a.body?.code ?? ''}`);
          const empty = real.status === 200 && JSON.stringify(real.body) === JSON.stringify(none.body);
          if (r !== n || (real.status < 400 && !empty) || real.status === 400) told.push(`${way.door.method} ${way.url} for ${name}: ${r}, of none: ${n} ${real.status === 400 ? JSON.stringify(real.body.errors) : ''}`);
        }),
      );
    }
    expect(told).toEqual([]);
    expect(await everythingKept(t)).toEqual(before);
  }, 300_000);

  it('answers strangers at sockets as of a room that does not exist, and sends them nothing of it', async () => {
    const before = await everythingKept(t);
    const told: string[] = [];
    for (const [name, who] of Object.entries(strangers)) {
      const socket = await who.socket();
      socket.onAny((event: string) => told.push(`${name} heard ${event}`));
      for (const { event, payload } of t.app.get(SocketHub).events) {
        for (const [kind, roomId] of Object.entries(w.rooms)) {
          const asked = sample(z.toJSONSchema(payload, { io: 'input' }) as Schema, { roomId, clientId: crypto.randomUUID(), to: 'nobody' });
          const [real, none] = await Promise.all([asked, JSON.parse(nowhere(JSON.stringify(asked))) as unknown].map((p) => socket.timeout(10_000).emitWithAck(event, p)));
          const [r, n] = [real, none].map((a) => JSON.stringify(a.ok ? a.data : a.problem.code));
          if (r !== n || r === '"VALIDATION_FAILED"' || JSON.stringify(real).includes(roomId)) told.push(`${event} of ${kind} for ${name}: ${r}, of none: ${n}`);
        }
      }
    }
    expect(told).toEqual([]);
    expect(await everythingKept(t)).toEqual(before);
  }, 120_000);

  it("does not let a case of one's own open things of another", async () => {
    const own = (await aFiledCase(strangers['a newcomer']!)).caseId;
    const opened: string[] = [];
    for (const way of ways(doors.filter((d) => /cases\/\{id\}.*\{\w*[iI]d\}/.test(d.path)))) {
      const { status } = await knock(strangers['a newcomer']!, { door: way.door, url: way.url.replace(w.caseId, own) }, bodyFor(way.door, w));
      if (status !== 404) opened.push(`${way.door.method} ${way.url}: ${status}`);
    }
    expect(opened).toEqual([]);
  });

  it('lets each relation read what the table says, and the secrets of a side reach nobody else', async () => {
    const relations: Record<string, Client> = { claimant: w.people.claimant, counsel: w.people.counsel, officer: w.people.officer, representative: w.people.representative, delegate: w.people.delegate, respondent: w.people.respondent, 'co-respondent': w.people.coRespondent, mediator: w.people.mediator, department, partner: w.people.partner };
    const mayKnow: Record<string, string[]> = {
      // who represents a group sits in the consultation with its counsel
      [SECRETS.consult]: ['claimant', 'counsel', 'representative'],
      // the union's own people work the case for the worker
      [SECRETS.evidence]: ['claimant', 'counsel', 'officer', 'representative', 'delegate', 'department'],
      // who represents fellow workers, or acts by a letter, does not read where the claimant lives; the commission has it in the packet
      [SECRETS.address]: ['claimant', 'counsel', 'officer', 'department', 'partner'],
      [SECRETS.caucus_claimant]: ['claimant', 'counsel', 'mediator'],
      [SECRETS.caucus_respondent]: ['respondent', 'mediator'],
      [SECRETS.caucus_other]: ['co-respondent', 'mediator'],
    };
    /** A sealed agreement names the parties with their addresses, to everybody it is made between or before. */
    const named = (secret: string, url: string) => secret === SECRETS.address && /\/agreements\/[^/]+\/pdf$/.test(url);
    const rows: string[] = [];
    const leaks: string[] = [];
    const found = new Set<string>();
    for (const way of ways(doors.filter((d) => d.method === 'GET'))) {
      const cells: string[] = [];
      for (const [relation, who] of Object.entries(relations)) {
        const { status, body, headers } = await knock(who, way, undefined);
        cells.push(status < 300 ? 'reads' : status === 409 ? 'not yet' : '');
        const text = await wordsOf(body, headers.get('content-type'));
        for (const [secret, those] of Object.entries(mayKnow)) if (text.includes(secret) && those.includes(relation)) found.add(`${relation} ${secret}`);
        for (const [secret, those] of Object.entries(mayKnow)) if (text.includes(secret) && !those.includes(relation) && !named(secret, way.url)) leaks.push(`${relation} read ${secret} at ${way.url}`);
      }
      rows.push(`| ${way.door.path.replace('/api/', '')}${way.names.length ? ` (${way.names.join(', ')})` : ''} | ${cells.join(' | ')} |`);
    }
    expect(leaks).toEqual([]);
    // the walk reads what it looks for: each secret was met where it may be, by the commission in a PDF
    expect(Object.keys(mayKnow).filter((secret) => ![...found].some((f) => f.endsWith(secret)))).toEqual([]);
    expect([...found]).toContain(`partner ${SECRETS.address}`);
    const table = [
      '# Who reads what of a case',
      '',
      'Made by `test/access`, which walks every door with everybody around a case and fails when an answer differs from this table.',
      'Whoever is not named in a column (other workers, employers, lawyers, mediators, officers, partners, other cities) is answered as if the case did not exist.',
      'The case has a lawyer, a joint respondent beside the employer, and an open session in which each party sits in its own caucus (`caucus_other`: the joint respondent\'s); the agreement, handed to the partner, is of another case without a lawyer.',
      'An empty cell: refused like something that does not exist.',
      'A respondent\'s representative who follows another of the same employer reads as they did; who comes after one that was there by mistake reads nothing that came from them or was said to them (`docs/decisions/0011-whose-the-caucus-is.md`).',
      'A joint respondent reads `cases/{id}/group`, by masked names as the employer does, from its first seat in a session of the case on, for there offers name each worker; without one it is refused (`docs/decisions/0013-several-respondents.md`).',
      '',
      `| door | ${Object.keys(relations).join(' | ')} |`,
      `| --- |${' --- |'.repeat(Object.keys(relations).length)}`,
      ...rows.sort(),
      '',
    ].join('\n');
    if (process.env['UPDATE_ACCESS']) writeFileSync(TABLE, table);
    expect(table).toBe(readFileSync(TABLE, 'utf8'));
  }, 300_000);
});

/** What a reader finds in an answer, in whatever form it comes. */
async function wordsOf(body: unknown, mediaType: string | null): Promise<string> {
  if (!Buffer.isBuffer(body)) return JSON.stringify(body);
  if (mediaType?.startsWith('application/pdf')) return (await pdfText(body)).replace(/\s/g, '');
  if (mediaType?.includes('wordprocessingml')) return docxText(body);
  return body.toString('utf8');
}

/** A fingerprint of every table but those in which refusals are counted and audited, sessions touched, and jobs and processes keep their own time. */
async function everythingKept(t: TestApp): Promise<Record<string, string>> {
  const tables = await t.db.query<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('audit_entry', 'rate_limit', 'session', 'outbox_delivery', 'reminder', 'room_process') order by 1`,
  );
  const kept: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await t.db.query<{ sum: string }[]>(`select count(*) || ' ' || coalesce(md5(string_agg(x::text, '' order by x::text)), '') as sum from "${name}" x`);
    kept[name] = row!.sum;
  }
  return kept;
}
