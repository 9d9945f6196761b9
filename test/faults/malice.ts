import { randomUUID } from 'node:crypto';
import * as contract from '@hejie/rooms/contract';
import type { Random } from './random.js';
import { TEXT, text, type Frame } from './raw-websocket.js';

/** All that clients may send: `malice.spec.ts` says that no other context declares any. */
export const EVENTS = Object.values(contract).flatMap((declared) => (typeof declared === 'object' && declared !== null && 'event' in declared && 'payload' in declared ? [String(declared.event)] : []));
const NO_EVENTS = ['error', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', 'room.none', 'call.none', '1'];
/** Socket.IO hangs up on these names. */
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];
const NO_TEXTS: unknown[] = ['', '\0', 'a\0b', '\ud800', 'x'.repeat(4001), 0, null, true, [], {}, ['a'], { toString: 'a' }];
const NO_VALUES: unknown[] = [null, true, false, 0, -1, 1.5, 1e308, -0, '', '0', 'null', [], {}, [[]], [null], { a: 1 }, '\0', '\ud800', 'x'.repeat(5000), { __proto__: null }, JSON.parse('{"__proto__":{"admin":true}}'), { then: 1 }, { _placeholder: true, num: 0 }];

/** One thing no honest client sends, after which the line goes on. */
export function malice(random: Random, roomId: string): Frame {
  return random.pick([engineNoise, packetNoise, event, event, event, event, event, event])(random, roomId);
}

/** One thing on which the server may hang up: the last one of its line. */
export function lastMalice(random: Random): Frame | Buffer {
  return random.pick([brokenFrame, brokenFrame, brokenEngine, brokenPacket, brokenPacket])(random);
}

/** Against RFC 6455. */
function brokenFrame(random: Random): Frame | Buffer {
  const payload = random.bytes(random.int(0, 200));
  return random.pick<() => Frame | Buffer>([
    () => random.bytes(random.int(1, 300)),
    () => ({ opcode: TEXT, payload, masked: false }),
    () => ({ opcode: random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), payload }),
    () => ({ opcode: TEXT, payload, rsv: random.int(1, 7) }),
    () => ({ opcode: TEXT, payload: Buffer.from([0xc3, 0x28, 0xff, 0xfe]) }),
    () => ({ opcode: random.pick([8, 9, 10]), payload, fin: false }),
    () => ({ opcode: 9, payload: random.bytes(200) }),
    () => ({ opcode: 8, payload: Buffer.from([0x00, random.int(0, 255)]) }),
    () => ({ opcode: TEXT, payload, length: random.pick([100_001, 2 ** 31, 2 ** 40, 2 ** 52]) }),
    () => ({ opcode: 0, payload }),
    () => ({ opcode: 2, payload }),
  ])();
}

/** Against Engine.IO. */
function engineNoise(random: Random): Frame {
  return text(random.pick(['0', '0{}', '1', '3', '3probe', '5', '6']));
}

function brokenEngine(random: Random): Frame {
  return text(random.pick(['', '2', '2probe', '4', '7', '9', 'b', 'bAAAA', '\u001e', '{}', '[]', random.bytes(50).toString('base64')]));
}

/** Against Socket.IO. */
function packetNoise(random: Random): Frame {
  const deep = '['.repeat(random.int(1, 3000));
  return text(
    random.pick([
      '42', '42[1]', '421', '4299999999999999999999["room.join"]', '43', '43[]', '431[]', '40/none,', '40/none,{}',
      `42["room.send",${deep}${']'.repeat(deep.length)}]`, `42["room.join",${'{"a":'.repeat(500)}1${'}'.repeat(500)}]`,
    ]),
  );
}

function brokenPacket(random: Random): Frame {
  return text(
    random.pick([
      '42[', '42{}', '42[]', '42[null]', '42[{}]', '42"x"', '42null', '44', '44{}', '40', '40{', '41', '41/none,', '45-["x"]', '451-["room.join",{"_placeholder":true,"num":99}]', '459999-["x"]',
      '451-["room.join",{"_placeholder":true,"num":-1}]', '46-[]', '461-["x",{"_placeholder":true,"num":0}]', '47', '48', '4a', `42${'['.repeat(random.int(1, 3000))}`, `42${JSON.stringify([random.pick(RESERVED), {}])}`,
    ]),
  );
}

/** Against the contracts: declared and undeclared events with payloads that at least one rule forbids. */
function event(random: Random, roomId: string): Frame {
  const name = random.next() < 0.85 ? random.pick(EVENTS) : random.pick(NO_EVENTS);
  const id = random.next() < 0.7 ? String(random.int(0, 9999)) : '';
  const room = random.next() < 0.7 ? roomId : random.pick([randomUUID(), ...NO_VALUES]);
  const body = random.pick<unknown>([
    random.pick(NO_VALUES),
    { roomId: room, afterSeq: random.pick([-1, 1.5, '1', null, 2 ** 53, [], {}]) },
    { roomId: room, afterSeq: 0, more: random.pick(NO_VALUES) },
    { roomId: room, message: random.pick(NO_VALUES) },
    { roomId: room, message: { clientId: random.pick([randomUUID(), 'x', null, 1, {}]), kind: random.pick(['text', 'file', 'system', 'withdrawn', '', null]), body: { text: random.pick(NO_TEXTS) } } },
    { roomId: room, message: { clientId: randomUUID(), kind: 'text', body: { text: '好', quote: random.pick([0, -1, 1.5, '1', null]) } } },
    { roomId: room, message: { clientId: randomUUID(), kind: 'text', body: { text: '好', mentions: random.pick<unknown>([[], ['x'], 'x', {}, null]) } } },
    { roomId: room, message: { clientId: randomUUID(), kind: 'file', body: { fileId: random.pick([randomUUID(), 'x', null, '../../etc/passwd']) } } },
    { roomId: room, before: random.pick([0, -1, '1', null]), after: random.pick([-1, 1.5, 'x']), limit: random.pick([0, 201, -1, 1e9, '50']) },
    { roomId: room, seq: random.pick([-1, 1.5, 2 ** 53, '1', null]) },
    { roomId: room, to: random.pick(['', 'x'.repeat(65), null, 1]), signal: random.pick(NO_VALUES) },
    { roomId: room, to: 'x', signal: { description: { type: random.pick(['offer', 'rollback', null]), sdp: random.pick(['x'.repeat(64_001), null, 1]) } } },
    { roomId: room, to: 'x', signal: { candidate: { candidate: random.pick(['x'.repeat(2001), null, {}]), sdpMLineIndex: random.pick([-1, 65, 1.5, '0']) } } },
  ]);
  const more = random.next() < 0.1 ? `,${JSON.stringify(random.pick(NO_VALUES))}` : '';
  return text(`42${id}[${JSON.stringify(name)},${JSON.stringify(body)}${more}]`);
}
