import { isoInstant } from '@hejie/platform/contract';
import { canonicalJson, firstBrokenLine, sealedLineSchema, sha256Schema, type Sha256 } from '@hejie/rooms/contract';
import { z } from 'zod';
import { sideSchema } from './party.contract.js';

const FORMAT = 'hejie.sealed-session.v1';
export const sealedRoomKindSchema = z.enum(['joint', 'caucus_claimant', 'caucus_respondent']);
export type SealedRoomKind = z.infer<typeof sealedRoomKindSchema>;

/** Which session was sealed and who was there: part of every room's chain, so it cannot be exchanged either. */
export const sealedHeaderSchema = z.strictObject({
  sessionId: z.uuid(),
  caseNumber: z.string(),
  sealedAt: isoInstant,
  people: z.array(z.strictObject({ accountId: z.uuid(), name: z.string(), side: sideSchema })),
});
export type SealedHeader = z.infer<typeof sealedHeaderSchema>;

const sealedRoomSchema = z.strictObject({ id: z.uuid(), kind: sealedRoomKindSchema, head: sha256Schema, lines: z.array(sealedLineSchema) });
/** The logs of a session that has ended, as one person may have them. */
export const sealedSessionSchema = z.strictObject({ format: z.literal(FORMAT), session: sealedHeaderSchema, rooms: z.array(sealedRoomSchema).min(1) });
export type SealedSession = z.infer<typeof sealedSessionSchema>;

/** What a room's chain begins with. */
export function chainStart(session: SealedHeader, room: { id: string; kind: SealedRoomKind }, sha256: Sha256): string {
  return sha256(canonicalJson({ format: FORMAT, session, room: { id: room.id, kind: room.kind } }));
}

/** The one form of the file: each line of a log on a line of its own. The same session gives the same bytes. */
export function writeSealedSession({ session, rooms }: Pick<SealedSession, 'session' | 'rooms'>): string {
  const room = ({ lines, ...of }: SealedSession['rooms'][number]) => `${canonicalJson(of).slice(0, -1)},"lines":[\n${lines.map(canonicalJson).join(',\n')}\n]}`;
  return `{"format":"${FORMAT}","session":${canonicalJson(session)},"rooms":[\n${rooms.map(room).join(',\n')}\n]}\n`;
}

/** What is wrong first: where in the file (counted from 1), and which line of which room if it is one. */
export interface Broken {
  readonly why: 'unreadable' | 'line' | 'head';
  readonly fileLine: number;
  readonly room?: SealedRoomKind;
  readonly seq?: number;
}

export type SealCheck = { readonly ok: true; readonly sealed: SealedSession } | { readonly ok: false; readonly broken: Broken };

/** Holds a file against itself: its form, every link of every chain, and the heads. Needs nothing but the file. */
export function checkSealedSession(text: string, sha256: Sha256): SealCheck {
  const sealed = parse(text);
  if (!sealed) return { ok: false, broken: { why: 'unreadable', ...whereIn(text) } };
  const written = writeSealedSession(sealed);
  if (written !== text) return { ok: false, broken: { why: 'unreadable', fileLine: firstDifference(text, written) } };
  let fileLine = 1;
  for (const room of sealed.rooms) {
    fileLine++;
    const start = chainStart(sealed.session, room, sha256);
    const seq = firstBrokenLine(start, room.lines, sha256);
    if (seq !== null) return { ok: false, broken: { why: 'line', fileLine: fileLine + seq, room: room.kind, seq } };
    if (room.head !== (room.lines.at(-1)?.link ?? start)) return { ok: false, broken: { why: 'head', fileLine, room: room.kind } };
    fileLine += Math.max(room.lines.length, 1) + 1;
  }
  return { ok: true, sealed };
}

function parse(text: string): SealedSession | null {
  try {
    return sealedSessionSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The first line of a log that is none, so that a broken file can still be shown where it broke. */
function whereIn(text: string): Pick<Broken, 'fileLine' | 'room' | 'seq'> {
  let room: SealedRoomKind | undefined;
  let seq = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const opened = /^\{.*"kind":"(\w+)","lines":\[$/.exec(line);
    if (opened) {
      room = sealedRoomKindSchema.safeParse(opened[1]).data;
      seq = 0;
    } else if (room && !/^\]\}/.test(line) && line !== '') {
      seq++;
      if (!isLine(line.replace(/,$/, ''))) return { fileLine: i + 1, room, seq };
    }
  }
  return { fileLine: 1 };
}

function isLine(text: string): boolean {
  try {
    return sealedLineSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  return left.findIndex((line, i) => line !== right[i]) + 1 || left.length;
}
