import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bodySha256, lineSha256, nextLink, type SealedLine } from '@hejie/rooms/contract';
import fc from 'fast-check';
import { chainStart, checkSealedSession, writeSealedSession, type SealedHeader, type SealedSession } from './sealed-session.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const uuid = fc.uuid({ version: 4 });
const body = fc.oneof(
  fc.record({ text: fc.string({ unit: fc.constantFrom(...'谈好了，一次付清。"\\\n {}:,1aé😀'), minLength: 1, maxLength: 30 }) }),
  fc.record({ code: fc.constant('session.closed'), params: fc.record({ outcome: fc.constantFrom('agreed', 'failed'), totalFen: fc.nat() }) }),
);
const said = fc.record({ sender: uuid, client: uuid, kind: fc.constantFrom('text', 'withdrawn', 'hidden'), body, at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }) });
const header: SealedHeader = {
  sessionId: '01900000-0000-7000-8000-000000000001',
  caseNumber: '和劳调〔2026〕000001号',
  sealedAt: '2026-11-21T02:00:00.000Z',
  people: [{ accountId: '01900000-0000-7000-8000-00000000000a', name: '姜小明', side: 'claimant' }],
};

const sealed = fc.array(fc.array(said, { maxLength: 8 }), { minLength: 1, maxLength: 2 }).map((rooms): SealedSession => ({
  format: 'hejie.sealed-session.v1',
  session: header,
  rooms: rooms.map((lines, i) => {
    const room = { id: `01900000-0000-7000-8000-00000000010${i}`, kind: i === 0 ? ('joint' as const) : ('caucus_claimant' as const) };
    let link = chainStart(header, room, sha256);
    const chained = lines.map(({ sender, client, kind, body: words, at: when }, n): SealedLine => {
      const place = { seq: n + 1, sender, client, at: when.toISOString() };
      const hash = bodySha256(words, sha256);
      const line = lineSha256({ ...place, kind: kind === 'hidden' ? 'text' : kind, bodySha256: hash }, sha256);
      link = nextLink(link, line, sha256);
      if (kind === 'hidden') return { seq: n + 1, sha256: line, link };
      return kind === 'withdrawn' ? { ...place, kind, bodySha256: hash, link } : { ...place, kind: 'text', body: words as never, link };
    });
    return { ...room, head: link, lines: chained };
  }),
}));

/** Where the log lines are in the written file, counted from 1: [file line, room, seq]. */
const logLines = ({ rooms }: SealedSession) => {
  let at = 1;
  return rooms.flatMap(({ lines }, room) => {
    at++;
    const found = lines.map((_, i) => ({ fileLine: at + i + 1, room, seq: i + 1 }));
    at += Math.max(lines.length, 1) + 1;
    return found;
  });
};

describe('the file of a sealed session', () => {
  it('holds as it was written, shown, withdrawn and hidden lines alike', () => {
    fc.assert(fc.property(sealed, (file) => {
      expect(checkSealedSession(writeSealedSession(file), sha256)).toEqual({ ok: true, sealed: file });
    }), { numRuns: 100 });
  });

  it('breaks at the very line in which any single byte was changed', () => {
    fc.assert(
      fc.property(sealed.filter((f) => logLines(f).length > 0), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, which, where, flip) => {
        const lines = writeSealedSession(file).split('\n');
        const target = logLines(file)[which % logLines(file).length]!;
        const bytes = Buffer.from(lines[target.fileLine - 1]!, 'utf8');
        bytes[where % bytes.length]! ^= flip;
        const changed = bytes.toString('utf8');
        lines[target.fileLine - 1] = changed;
        const check = checkSealedSession(lines.join('\n'), sha256);
        expect(check.ok).toBe(false);
        // a byte that became a line break made two lines of it, and either may be the one that breaks
        if (!check.ok) expect([target.fileLine, ...(changed.includes('\n') ? [target.fileLine + 1] : [])]).toContain(check.broken.fileLine);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not hold with any byte of the whole file changed, a line left out, two exchanged or one said twice', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), fc.integer({ min: 1, max: 255 }), (file, where, flip) => {
        const bytes = Buffer.from(writeSealedSession(file), 'utf8');
        bytes[where % bytes.length]! ^= flip;
        expect(checkSealedSession(bytes.toString('utf8'), sha256).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(sealed.filter((f) => f.rooms[0]!.lines.length > 1), fc.nat(), (file, n) => {
        const [room, ...others] = file.rooms;
        const { lines } = room!;
        const i = n % (lines.length - 1);
        for (const wrong of [lines.toSpliced(i, 1), lines.toSpliced(i, 2, lines[i + 1]!, lines[i]!), lines.toSpliced(i, 0, lines[i]!)]) {
          expect(checkSealedSession(writeSealedSession({ session: file.session, rooms: [{ ...room!, lines: wrong }, ...others] }), sha256)).toMatchObject({ ok: false });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not hold for another session, another room or other people', () => {
    const [file] = fc.sample(sealed.filter((f) => f.rooms[0]!.lines.length > 0), 1);
    const people = header.people.map((p) => ({ ...p, name: '别人' }));
    for (const session of [{ ...header, caseNumber: '和劳调〔2026〕000002号' }, { ...header, people }]) {
      expect(checkSealedSession(writeSealedSession({ ...file!, session }), sha256)).toMatchObject({ ok: false, broken: { why: 'line', room: 'joint', seq: 1 } });
    }
    const [room, ...others] = file!.rooms;
    expect(checkSealedSession(writeSealedSession({ session: header, rooms: [{ ...room!, kind: 'caucus_respondent' }, ...others] }), sha256).ok).toBe(false);
    expect(checkSealedSession(writeSealedSession({ session: header, rooms: [{ ...room!, head: '0'.repeat(64) }, ...others] }), sha256)).toMatchObject({ ok: false, broken: { why: 'head', room: 'joint' } });
  });
});
