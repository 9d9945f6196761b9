import { EventEmitter } from 'node:events';
import { describe, expect, it, jest } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import type { Person } from './people.js';
import { Room } from './history.js';
import { Circle, Watch } from './watch.js';

class Socket extends EventEmitter {
  private readonly any: ((event: string, ...data: unknown[]) => void)[] = [];
  onAny(listener: (event: string, ...data: unknown[]) => void): void {
    this.any.push(listener);
  }
  hears(event: string, data: unknown): void {
    for (const listener of this.any) listener(event, data);
  }
}

describe('the watch over what people receive', () => {
  const somebody = (name: string) => {
    const sockets = [new Socket(), new Socket()];
    return { sockets, person: { name, accountId: name, clients: [], sockets } as unknown as Person };
  };
  const setUp = () => {
    const [ann, bob] = [somebody('ann'), somebody('bob')];
    const watch = new Watch('0123abcd');
    for (const { person } of [ann, bob]) watch.listen(person);
    const room = new Room(watch, 'room', [ann.person, bob.person], 0, 'joint');
    const { canary } = new Circle(watch, [ann.person], 0).secret(ann.person);
    return { ann, bob, watch, room, canary };
  };
  const pdf = async (text: string) => {
    const document = await PDFDocument.create();
    document.addPage().drawText(text, { size: 12 });
    return Buffer.from(await document.save());
  };
  /** As Word does: letters of one word in several runs. */
  const docx = (text: string) => Buffer.from(zipSync({ 'word/document.xml': strToU8(`<w:t>${text.slice(0, 9)}</w:t><w:t>${text.slice(9)}</w:t>`) }));

  it.each<[string, (canary: string) => unknown]>([
    ['a field', (c) => ({ items: [{ text: `机密 ${c}` }] })],
    ['bytes', (c) => Buffer.from(`PNG ${c}`)],
    ['base64', (c) => ({ data: Buffer.from(`机密机密机密 ${c}`).toString('base64') })],
    ['base64 as addresses have it', (c) => ({ link: `https://example.org/${Buffer.from(`{"filename":"${c}"}`).toString('base64url')}` })],
    ['a PDF', pdf],
    ['a Word document', docx],
    ['the name of a part of an archive', (c) => Buffer.from(zipSync({ [`${c}.txt`]: strToU8('') }))],
  ])('sees words in %s', async (_, body) => {
    const { ann, bob, watch, canary } = setUp();
    const answer = { status: 200, body: await body(canary) };
    await watch.answer(ann.person, 'a door', 0, answer);
    expect(watch.leaks).toEqual([]);
    await watch.answer(bob.person, 'a door', 0, answer);
    expect(watch.leaks).toMatchObject([{ canary, person: 'bob', through: 'a door' }]);
  });

  it('sees them in any header, in frames, in refusals, in what is said to nobody in particular, and a failure as one', async () => {
    const { bob, watch, canary } = setUp();
    await watch.answer(bob.person, 'header', 0, { status: 200, body: {}, headers: new Headers({ location: `/files/${canary}` }) });
    bob.sockets[1]!.hears('room.messages', { messages: [{ body: { text: canary } }] });
    await watch.answer(bob.person, 'refusal', 0, { status: 400, body: { errors: [{ message: `${canary} is no number` }] } });
    watch.scan('log', `error: ${canary}`);
    expect(watch.leaks.map((l) => l.through)).toEqual(['header', 'frame room.messages', 'refusal', 'log']);
    await watch.answer(bob.person, 'a door', 0, { status: 503, body: {} });
    expect(watch.faults).toHaveLength(1);
  });

  it('shows who was put out nothing that is said then, nor anything of the room that they ask for then', async () => {
    const { bob, ann, watch, room } = setUp();
    const before = room.secret(ann.person);
    const asked = watch.next();
    room.putOut(bob.person);
    await watch.answer(bob.person, 'asked before', asked, { status: 200, body: before.canary });
    await watch.answer(bob.person, 'asked after', watch.next(), { status: 200, body: before.canary });
    bob.sockets[0]!.hears('room.messages', room.secret(ann.person).canary);
    expect(watch.leaks.map((l) => l.through)).toEqual(['asked after', 'frame room.messages']);
  });

  describe('holds removals to 5 s at every socket', () => {
    const removedAt = (ms: number) => {
      const set = setUp();
      const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
      set.room.putOut(set.bob.person);
      now.mockReturnValue(1_000_000 + ms);
      return { ...set, restore: () => now.mockRestore() };
    };
    it('and finds one that came late, and one that never came', () => {
      const { bob, watch, restore } = removedAt(5001);
      bob.sockets[0]!.hears('room.removed', { roomId: 'room' });
      const found = watch.disobeyed();
      restore();
      expect(found).toHaveLength(2);
    });
    it('but neither the word in time, nor the one that was faster than the answer to who removed them', () => {
      const { bob, ann, watch, room, restore } = removedAt(4999);
      for (const socket of bob.sockets) socket.hears('room.removed', { roomId: 'room' });
      for (const socket of ann.sockets) socket.hears('room.removed', { roomId: 'room' });
      room.putOut(ann.person);
      restore();
      expect([watch.disobeyed(Infinity), watch.obeyedAfter]).toEqual([[], [4999, 4999, 0, 0]]);
    });
    it('nor one that was taken back, until the next', () => {
      const { bob, watch, room, restore } = removedAt(0);
      bob.sockets[0]!.hears('room.removed', { roomId: 'room' });
      room.letIn(bob.person);
      expect(watch.disobeyed(Infinity)).toEqual([]);
      room.putOut(bob.person);
      expect(watch.disobeyed(Infinity)).toHaveLength(2);
      restore();
    });
  });
});
