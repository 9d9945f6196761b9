import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hejie/rooms/contract';
import { check } from './check.js';
import type { Fact } from './history.js';
import type { StoredLog } from './stored-log.js';

const room = 'room';
const text = (account: string, seq: number): Message => ({ seq, clientId: `${account}${seq}`, senderId: account, kind: 'text', body: { text: `${seq}` }, at: '2026-11-21T00:00:00.000Z' });

/** Two members and one who was out while 2 was said; each said one thing; then a system line. */
function aGoodRun(): { facts: Fact[]; log: StoredLog } {
  const said = [text('ann', 1), text('bob', 2), text('ann', 3)];
  const system: Message = { seq: 4, clientId: 'line', senderId: 'ann', kind: 'system', body: { code: 'consult.opened', params: {} }, at: said[0]!.at };
  const everything = [...said, system];
  const facts: Fact[] = said.flatMap((m): Fact[] => [
    { what: 'sent', account: m.senderId, room, clientId: m.clientId, text: `${m.seq}` },
    { what: 'acked', account: m.senderId, room, clientId: m.clientId, seq: m.seq },
  ]);
  facts.push({ what: 'sent', account: 'ann', room, clientId: 'too-long', text: '…' }, { what: 'refused', account: 'ann', room, clientId: 'too-long', code: 'VALIDATION_FAILED' });
  for (const account of ['ann', 'bob', 'out']) {
    const read = everything.filter((m) => account !== 'out' || m.seq !== 2);
    facts.push(...read.map((message): Fact => ({ what: 'observed', account, room, by: 'frame', message })));
    facts.push({ what: 'view', account, room, seqs: read.map((m) => m.seq) });
  }
  const log: StoredLog = {
    rooms: [{ room, lastSeq: 4 }],
    messages: everything.map((m) => ({ room, seq: m.seq, sender: m.senderId, clientId: m.clientId, kind: m.kind, text: m.kind === 'text' ? m.body.text : null })),
    members: [
      { room, account: 'ann', present: true, readable: [[1, null]] },
      { room, account: 'bob', present: true, readable: [[1, null]] },
      { room, account: 'out', present: true, readable: [[1, 1], [3, null]] },
    ],
  };
  return { facts, log };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Mutable<E>[] : T[K] };

/** The kinds of violation found after something was broken in a good run. */
function kindsAfter(breakIt: (facts: Fact[], log: Mutable<StoredLog>) => void): string[] {
  const { facts, log } = aGoodRun();
  breakIt(facts, log as Mutable<StoredLog>);
  return [...new Set(check(facts, log).violations.map((v) => v.split(':')[0]!))].sort();
}

describe('the checker of fault runs', () => {
  it('finds nothing in a good run and counts it', () => {
    const { facts, log } = aGoodRun();
    expect(check(facts, log)).toEqual({ violations: [], figures: { sent: 4, acked: 3, stored: 3, lost: 0, duplicates: 0, observed: 11, refused: 1 } });
  });

  it('catches an acknowledged message that is not stored', () => {
    const broken = (facts: Fact[]) => facts.push({ what: 'sent', account: 'ann', room, clientId: 'x', text: 'x' }, { what: 'acked', account: 'ann', room, clientId: 'x', seq: 5 });
    expect(kindsAfter(broken)).toEqual(['lost']);
    const { facts, log } = aGoodRun();
    broken(facts);
    expect(check(facts, log).figures.lost).toBe(1);
  });

  it('catches one client id in two places', () => {
    const { facts, log } = aGoodRun();
    const stored = log as Mutable<StoredLog>;
    stored.messages.push({ ...stored.messages[0]!, seq: 5 });
    stored.rooms[0]!.lastSeq = 5;
    const verdict = check(facts, log);
    expect(verdict.figures.duplicates).toBe(1);
    expect(verdict.violations.some((v) => v.startsWith('duplicate: '))).toBe(true);
  });

  it('catches an acknowledgement with another place than is stored', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'acked', account: 'bob', room, clientId: 'bob2', seq: 3 }))).toEqual(['moved']);
  });

  it('catches a message that nobody ever answered', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'sent', account: 'bob', room, clientId: 'y', text: 'y' }))).toEqual(['unsettled']);
  });

  it('catches a refusal of what was stored all the same', () => {
    const refused: Fact = { what: 'refused', account: 'bob', room, clientId: 'bob2', code: 'NOT_FOUND' };
    expect(kindsAfter((facts) => facts.splice(facts.findIndex((f) => f.what === 'acked' && f.clientId === 'bob2'), 1, refused))).toEqual(['unrefused']);
    expect(kindsAfter((facts) => facts.push(refused))).toEqual([]); // one of two tries was, and the other's place was told
  });

  it('catches a hole, a number given twice, and a room whose head is not its last message', () => {
    expect(kindsAfter((_, log) => void (log.messages[3]!.seq = 5))).toContain('hole');
    expect(kindsAfter((_, log) => void (log.messages[3]!.seq = 3))).toContain('hole');
    expect(kindsAfter((_, log) => void (log.rooms[0]!.lastSeq = 9))).toEqual(['hole']);
  });

  it('catches a stored message that nobody sent, or not in these words, or not here', () => {
    expect(kindsAfter((_, log) => void (log.messages[1]!.text = '不同'))).toEqual(['altered', 'invented']);
    expect(kindsAfter((_, log) => void (log.messages[1]!.sender = 'ann'))).toContain('invented');
    expect(kindsAfter((facts) => facts.splice(facts.findIndex((f) => f.what === 'sent'), 1))).toContain('invented');
  });

  it('catches the sight of something else than is stored, or of nothing stored', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'ann', room, by: 'frame', message: { ...text('bob', 2), body: { text: '不同' } } as Message }))).toEqual(['altered']);
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'ann', room, by: 'join', message: text('bob', 5) }))).toEqual(['altered']);
  });

  it('catches what a stranger saw, and what a member saw of the stretch they were out', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'eve', room, by: 'page', message: text('ann', 1) }))).toEqual(['leaked']);
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'out', room, by: 'frame', message: text('bob', 2) }))).toEqual(['leaked']);
  });

  it.each([
    ['lacks the last', [1, 2, 3]],
    ['lacks one in between', [1, 3, 4]],
    ['is out of order', [1, 3, 2, 4]],
    ['has one twice', [1, 2, 2, 3, 4]],
    ['is empty', []],
  ])('catches a log that %s', (_, seqs) => {
    expect(kindsAfter((facts) => facts.push({ what: 'view', account: 'ann', room, seqs }))).toEqual(['view']);
  });

  it('lets the log of somebody put out end early, but not skip', () => {
    const putOut = (seqs: number[]) => kindsAfter((facts, log) => {
      log.members[1] = { ...log.members[1]!, present: false };
      facts.push({ what: 'view', account: 'bob', room, seqs });
    });
    expect(putOut([1, 2])).toEqual([]);
    expect(putOut([1, 3])).toEqual(['view']);
  });
});
