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
