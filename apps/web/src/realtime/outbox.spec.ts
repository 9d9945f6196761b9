import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Outbox, type OutboxKeeper, Refused } from './outbox.js';
import type { Unsent } from './unsent-store.js';

const text = (n: number): Unsent => ({ clientId: `id-${n}`, at: '2026-11-21T00:00:00.000Z', kind: 'text', text: String(n) });

/** Keeps as the phone does, over reloads. */
class Kept implements OutboxKeeper {
  list: Unsent[] = [];
  all = async () => [...this.list];
  put = async (u: Unsent) => void (this.list = this.list.some((k) => k.clientId === u.clientId) ? this.list.map((k) => (k.clientId === u.clientId ? u : k)) : [...this.list, u]);
  remove = async (clientId: string) => void (this.list = this.list.filter((k) => k.clientId !== clientId));
}

type Fate = 'gets through' | 'lost before' | 'lost after' | 'refused';

/** A server that stores each id once, behind a line that fails as told and then no more. */
function aServer(fates: Fate[]) {
  const stored: string[] = [];
  const deliver = async (u: Unsent) => {
    await Promise.resolve();
    const fate = fates.shift() ?? 'gets through';
    if (fate === 'refused') throw new Refused('not allowed');
    if (fate === 'lost before') throw new TypeError('network');
    if (!stored.includes(u.clientId)) stored.push(u.clientId);
    if (fate === 'lost after') throw new TypeError('network');
  };
  return { stored, deliver };
}

describe('what is written in a room, on its way', () => {
  it('arrives once, in the order of writing, whatever the line does and however often the page is reloaded', async () => {
    const fate = fc.constantFrom<Fate>('gets through', 'lost before', 'lost after');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constant('write' as const), fc.constant('line is back' as const), fc.constant('reload' as const)), { maxLength: 30 }), fc.array(fate, { maxLength: 30 }), async (acts, fates) => {
        const kept = new Kept();
        const server = aServer(fates);
        let outbox = new Outbox(kept, server.deliver, () => undefined, () => undefined);
        const written: string[] = [];
        for (const act of acts) {
          if (act === 'write') {
            written.push(`id-${written.length}`);
            await outbox.add(text(written.length - 1));
          } else if (act === 'line is back') await outbox.flush();
          else {
            outbox = new Outbox(kept, server.deliver, () => undefined, () => undefined);
            await outbox.restore();
          }
          expect(server.stored).toEqual(written.slice(0, server.stored.length));
        }
        fates.length = 0;
        await outbox.flush();
        expect(server.stored).toEqual(written);
        expect(kept.list).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('sends one at a time, also when told twice', async () => {
    let under = 0;
    let most = 0;
    const outbox = new Outbox(new Kept(), async () => {
      most = Math.max(most, ++under);
      await new Promise((r) => setTimeout(r, 5));
      under--;
    }, () => undefined, () => undefined);
    await Promise.all([outbox.add(text(1)), outbox.add(text(2)), outbox.flush(), outbox.flush()]);
    await outbox.flush();
    expect(most).toBe(1);
  });

  it('lets what comes after a refused one pass, keeps the refused one with its reason until it is thrown away', async () => {
    const kept = new Kept();
    const server = aServer(['refused']);
    const outbox = new Outbox(kept, server.deliver, () => undefined, () => undefined);
    await outbox.add(text(1));
    await outbox.add(text(2));
    expect(server.stored).toEqual(['id-2']);
    expect(outbox.items[0]).toMatchObject({ state: 'refused', reason: 'not allowed', unsent: { clientId: 'id-1' } });
    await outbox.flush();
    expect(server.stored).toEqual(['id-2']);
    await outbox.discard('id-1');
    expect([outbox.items.filter((i) => i.unsent.clientId === 'id-1'), kept.list]).toEqual([[], []]);
  });

  it('forgets what is thrown away before it went, and lets pass what waited behind it', async () => {
    const kept = new Kept();
    const server = aServer(['lost before', 'lost before']);
    const outbox = new Outbox(kept, server.deliver, () => undefined, () => undefined);
    await outbox.add(text(1));
    await outbox.add(text(2));
    expect(outbox.items.map((i) => i.state)).toEqual(['failed', 'waiting']);
    await outbox.discard('id-1');
    await outbox.flush();
    expect([server.stored, kept.list]).toEqual([['id-2'], []]);
  });

  it('does not forget what is on its way: it may arrive', async () => {
    const kept = new Kept();
    let arrives = () => undefined as void;
    const outbox = new Outbox(kept, () => new Promise((resolve, reject) => (arrives = () => reject(new TypeError('network')))), () => undefined, () => undefined);
    const adding = outbox.add(text(1));
    await new Promise((r) => setTimeout(r));
    await outbox.discard('id-1');
    arrives();
    await adding;
    expect([outbox.items.map((i) => i.state), kept.list.length]).toEqual([['failed'], 1]);
  });

  it('says that it was held up, once for each try, and not when something is refused for good', async () => {
    let heldUp = 0;
    const outbox = new Outbox(new Kept(), aServer(['lost before', 'lost before', 'refused']).deliver, () => undefined, () => heldUp++);
    await outbox.add(text(1));
    expect(heldUp).toBe(1);
    await outbox.flush();
    expect(heldUp).toBe(2);
    await outbox.flush();
    expect(heldUp).toBe(2);
  });

  it('is no longer shown once the log has it, even if the answer was lost', async () => {
    const kept = new Kept();
    const outbox = new Outbox(kept, aServer(['lost after']).deliver, () => undefined, () => undefined);
    await outbox.add(text(1));
    expect(outbox.items).toMatchObject([{ state: 'failed' }]);
    await outbox.received(new Set(['id-1']));
    expect([outbox.items, kept.list]).toEqual([[], []]);
  });
});
