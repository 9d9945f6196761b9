import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RoomLog } from './room-log.js';
import type { Message } from './room.contract.js';

const message = (seq: number): Message => ({
  seq,
  clientId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  senderId: '00000000-0000-4000-8000-000000000000',
  kind: 'text',
  body: { text: String(seq) },
  at: '2026-11-21T00:00:00.000Z',
});

describe('a room as a client knows it', () => {
  it('ends with every message once, in order, however deliveries are split, repeated and shuffled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }), { maxLength: 40 }), (n, frames) => {
        const log = new RoomLog();
        for (const frame of frames) {
          log.receive(frame.filter((seq) => seq <= n).map(message));
          expect(log.messages.map((m) => m.seq)).toEqual(log.messages.map((_, i) => i + 1)); // never a hole
        }
        // catching up from where it says it is
        log.receive(Array.from({ length: n }, (_, i) => message(i + 1)).filter((m) => m.seq > log.lastSeq));
        expect(log.messages.map((m) => m.seq)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
        expect(log.gapAfter).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('says from where something is missing', () => {
    const log = new RoomLog();
    log.receive([message(1), message(4)]);
    expect([log.lastSeq, log.gapAfter]).toEqual([1, 1]);
    log.receive([message(2), message(3)]);
    expect([log.lastSeq, log.gapAfter]).toEqual([4, null]);
  });

  it('asks on while a join left something out, also what was only heard of while its answer was on its way', () => {
    const log = new RoomLog();
    const everything: [number, number | null][] = [[1, null]];
    expect(log.joined({ lastSeq: 3, readable: everything, messages: [message(1), message(2)] })).toBe(true); // a full page
    expect(log.told(4)).toBe(true);
    expect(log.joined({ lastSeq: 3, readable: everything, messages: [message(3)] })).toBe(true); // read before the fourth was said
    log.receive([message(6)]);
    expect(log.joined({ lastSeq: 4, readable: everything, messages: [message(4)] })).toBe(true); // the fifth was never told
    expect(log.joined({ lastSeq: 6, readable: everything, messages: [message(5), message(6)] })).toBe(false);
    expect([log.lastSeq, log.told(6), log.told(7)]).toEqual([6, false, true]);
    // the rest is not for one's eyes
    expect(log.joined({ lastSeq: 9, readable: [[1, 6], [10, null]], messages: [] })).toBe(false);
    expect([log.told(9), log.told(10)]).toEqual([false, true]);
  });

  it('keeps a sent message pending until it comes back, also after a failed try', () => {
    const log = new RoomLog();
    const { clientId } = message(1);
    log.sending({ clientId, kind: 'text', body: { text: '1' } });
    log.failed(clientId);
    expect(log.pending).toMatchObject([{ state: 'failed' }]);
    log.receive([message(1)]);
    expect(log.pending).toEqual([]);
  });
});
