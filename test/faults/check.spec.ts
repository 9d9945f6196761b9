import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hejie/rooms/contract';
import { check, type Promised } from './check.js';
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
    { what: 'asked', account: m.senderId, room, clientId: m.clientId },
    { what: 'acked', by: 'ack', account: m.senderId, room, clientId: m.clientId, seq: m.seq },
  ]);
  facts.push({ what: 'sent', account: 'ann', room, clientId: 'too-long', text: '…' }, { what: 'refused', account: 'ann', room, clientId: 'too-long', code: 'VALIDATION_FAILED' });
  for (const account of ['ann', 'bob', 'out']) {
    const read = everything.filter((m) => account !== 'out' || m.seq !== 2);
    facts.push(...read.map((message): Fact => ({ what: 'observed', account, room, by: 'frame', line: 1, message })));
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

const nothingMore: Promised = { calm: [], inOrder: false };
const quiet: Promised = { calm: ['ann', 'bob', 'out'], inOrder: true };

/** The kinds of violation found after something was broken in a good run. */
function kindsAfter(breakIt: (facts: Fact[], log: Mutable<StoredLog>) => void, promised = nothingMore): string[] {
  const { facts, log } = aGoodRun();
  breakIt(facts, log as Mutable<StoredLog>);
  return [...new Set(check(facts, log, promised).violations.map((v) => v.split(':')[0]!))].sort();
}

describe('the checker of fault runs', () => {
  it('finds nothing in a good run and counts it', () => {
    const { facts, log } = aGoodRun();
    expect(check(facts, log, quiet)).toEqual({ violations: [], figures: { sent: 4, acked: 3, stored: 3, lost: 0, duplicates: 0, observed: 11, refused: 1 } });
  });

  it('catches an acknowledged message that is not stored', () => {
    const broken = (facts: Fact[]) => facts.push({ what: 'sent', account: 'ann', room, clientId: 'x', text: 'x' }, { what: 'acked', by: 'ack', account: 'ann', room, clientId: 'x', seq: 5 });
    expect(kindsAfter(broken)).toEqual(['lost']);
    const { facts, log } = aGoodRun();
    broken(facts);
    expect(check(facts, log, nothingMore).figures.lost).toBe(1);
  });

  it('catches one client id in two places', () => {
    const { facts, log } = aGoodRun();
    const stored = log as Mutable<StoredLog>;
    stored.messages.push({ ...stored.messages[0]!, seq: 5 });
    stored.rooms[0]!.lastSeq = 5;
    const verdict = check(facts, log, nothingMore);
    expect(verdict.figures.duplicates).toBe(1);
    expect(verdict.violations.some((v) => v.startsWith('duplicate: '))).toBe(true);
  });

  it('catches an acknowledgement with another place than is stored', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'acked', by: 'ack', account: 'bob', room, clientId: 'bob2', seq: 3 }))).toEqual(['moved']);
  });

  it('catches a message that nobody ever answered', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'sent', account: 'bob', room, clientId: 'y', text: 'y' }))).toEqual(['unsettled']);
  });

  it('catches a refusal of what was stored all the same', () => {
    const refused: Fact = { what: 'refused', account: 'bob', room, clientId: 'bob2', code: 'ROOM_SEALED' };
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
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'ann', room, by: 'join', message: { ...text('bob', 2), body: { text: '不同' } } as Message }))).toEqual(['altered']);
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'ann', room, by: 'join', message: text('bob', 5) }))).toEqual(['altered']);
  });

  it('catches what a stranger saw, and what a member saw of the stretch they were out', () => {
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'eve', room, by: 'end', message: text('ann', 1) }))).toEqual(['leaked']);
    expect(kindsAfter((facts) => facts.push({ what: 'observed', account: 'out', room, by: 'join', message: text('bob', 2) }))).toEqual(['leaked']);
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

  it('catches a message that reached its sender by the last look only', () => {
    const onlyAtTheEnd = (facts: Fact[]) => {
      facts.splice(0, facts.length, ...facts.filter((f) => !(f.what === 'acked' && f.clientId === 'bob2')));
      facts.push({ what: 'observed', account: 'bob', room, by: 'end', message: text('bob', 2) });
    };
    expect(kindsAfter(onlyAtTheEnd)).toEqual(['unsettled']);
  });

  /** All of somebody's frames become the answer to a join. */
  const readNotHeard = (account: string) => (facts: Fact[]) =>
    facts.forEach((f, i) => f.what === 'observed' && f.account === account && (facts[i] = { what: 'observed', account, room, by: 'join', message: f.message }));

  it('catches a calm line that was told nothing as it was said, and lets a broken one read it', () => {
    expect(kindsAfter(readNotHeard('bob'), quiet)).toEqual(['unheard']);
    expect(kindsAfter(readNotHeard('bob'), { ...quiet, calm: ['ann'] })).toEqual([]);
    expect(kindsAfter((facts) => facts.splice(facts.findIndex((f) => f.what === 'observed' && f.account === 'ann' && f.message.seq === 4), 1), quiet)).toEqual(['unheard']);
  });

  it('catches acks that never came on a calm line, and what its sender only found by reading', () => {
    const by = (how: 'frame' | 'join') => (facts: Fact[]) => facts.forEach((f, i) => f.what === 'acked' && f.account === 'bob' && (facts[i] = { ...f, by: how }));
    expect(kindsAfter(by('frame'), quiet)).toEqual(['unanswered']);
    expect(kindsAfter(by('join'), quiet)).toEqual(['unanswered', 'unconfirmed']);
    expect(kindsAfter(by('join'))).toEqual([]);
  });

  it('catches a frame that came twice on one line, but not one answered again to its sender, or on another line', () => {
    const again = (account: string, line = 1) => (facts: Fact[]) => facts.push({ what: 'observed', account, room, by: 'frame', line, message: text('ann', 3) });
    expect(kindsAfter(again('bob'))).toEqual(['twice']);
    expect(kindsAfter(again('ann'))).toEqual([]);
    expect(kindsAfter(again('bob', 2))).toEqual([]);
  });

  it('catches frames out of order on one line where one process told them', () => {
    const swapped = (facts: Fact[]) => {
      const [first, third] = [1, 3].map((seq) => facts.findIndex((f) => f.what === 'observed' && f.account === 'bob' && f.message.seq === seq)) as [number, number];
      [facts[first], facts[third]] = [facts[third]!, facts[first]!];
    };
    expect(kindsAfter(swapped, quiet)).toEqual(['disorder']);
    expect(kindsAfter(swapped)).toEqual([]);
  });

  it.each<[string, Fact]>([
    ['by a join', { what: 'outcast', account: 'bob', room, by: 'join' }],
    ['by the word of a removal', { what: 'outcast', account: 'bob', room, by: 'word' }],
    ['by a refusal', { what: 'refused', account: 'bob', room, clientId: 'bob2', code: 'NOT_FOUND' }],
  ])('catches somebody told %s not to be in a room that nobody put them out of', (_, fact) => {
    expect(kindsAfter((facts) => facts.push(fact))).toEqual(['outcast']);
    expect(kindsAfter((facts) => facts.push({ what: 'removed', account: 'bob', room }, fact))).toEqual([]);
    expect(kindsAfter((facts) => facts.push({ what: 'removed', account: 'ann', room }, fact))).toEqual(['outcast']);
  });
});
