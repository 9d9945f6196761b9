import type { Readable } from '@hejie/rooms/contract';
import type { Fact } from './history.js';
import type { StoredLog, StoredMessage } from './stored-log.js';

/** What a run promises beyond what every run does. */
export interface Promised {
  /** Accounts whose line never broke: they heard everything as it was said, and every ack they asked for. */
  readonly calm: readonly string[];
  /** One process told all of it, so that each line heard the others in order. */
  readonly inOrder: boolean;
}

/** The columns of the table that a run prints. */
export interface Figures {
  readonly sent: number;
  readonly acked: number;
  readonly stored: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly observed: number;
  readonly refused: number;
}

export interface Verdict {
  readonly figures: Figures;
  /** Empty when the run kept every promise. Each begins with the kind of the violation. */
  readonly violations: readonly string[];
}

type Of<W extends Fact['what']> = Extract<Fact, { what: W }>;

const idOf = (m: { room: string; clientId: string } & ({ account: string } | { sender: string })) => `${m.room} ${'account' in m ? m.account : m.sender} ${m.clientId}`;
const placeOf = (room: string, seq: number) => `${room} ${seq}`;

/**
 * Holds what clients did and saw against what the database holds after the run. The kinds:
 * `lost` acknowledged, not stored; `duplicate` one client id in two places; `moved` acknowledged with
 * another place than it has; `unsettled` neither acknowledged nor refused in the end; `unrefused`
 * refused, yet stored and never told so; `hole` numbers not dense from 1; `invented` stored, yet nobody sent it so;
 * `altered` somebody saw something else than is stored; `leaked` somebody saw what they may not
 * read; `view` a member's log is not the rows they may read, in order; `outcast` told not to be in a
 * room that nobody put them out of; `twice` the same message of somebody else twice on one line;
 * `disorder` one after a later one on one line. Of those whose line never broke: `unheard` only read
 * afterwards; `unconfirmed` known to its sender by reading only; `unanswered` an ack that never came.
 */
export function check(facts: readonly Fact[], log: StoredLog, promised: Promised): Verdict {
  const violations: string[] = [];
  const of = <W extends Fact['what']>(what: W) => facts.filter((f): f is Of<W> => f.what === what);
  const sent = new Map(of('sent').map((f) => [idOf(f), f]));
  const places = new Map<string, StoredMessage[]>();
  for (const m of log.messages) places.set(idOf(m), [...(places.get(idOf(m)) ?? []), m]);
  const acked = firstOf(of('acked'));
  const refused = firstOf(of('refused'));
  const observed = of('observed');

  const lost = [...acked.values()].filter((f) => !places.has(idOf(f)));
  for (const f of lost) violations.push(`lost: ${idOf(f)} was acknowledged with seq ${f.seq}`);
  const duplicates = [...places].filter(([, rows]) => rows.length > 1);
  for (const [id, rows] of duplicates) violations.push(`duplicate: ${id} is at ${rows.map((r) => r.seq).join(' and ')}`);
  for (const f of of('acked')) {
    const rows = places.get(idOf(f));
    if (rows && !rows.some((r) => r.seq === f.seq)) violations.push(`moved: ${idOf(f)} was acknowledged with seq ${f.seq}, stored with ${rows[0]!.seq}`);
  }
  for (const id of sent.keys()) if (!acked.has(id) && !refused.has(id)) violations.push(`unsettled: ${id}`);
  for (const [id, f] of refused) if (places.has(id) && !acked.has(id)) violations.push(`unrefused: ${id} was refused with ${f.code}`);

  violations.push(...holes(log), ...inventions(log, sent), ...foreignSights(observed, log), ...wrongViews(of('view'), log));
  violations.push(...outcasts(facts), ...repetitions(observed, promised), ...unheard(facts, log, promised.calm), ...unanswered(facts, promised.calm));
  const stored = log.messages.filter((m) => m.kind !== 'system').length;
  return { figures: { sent: sent.size, acked: acked.size, stored, lost: lost.length, duplicates: duplicates.length, observed: observed.length, refused: refused.size }, violations };
}

/** What calm people never heard as it was said. */
export function unheard(facts: readonly Fact[], log: StoredLog, calm: readonly string[]): string[] {
  const heard = new Set(facts.flatMap((f) => (f.what === 'observed' && f.by === 'frame' ? [`${f.account} ${placeOf(f.room, f.message.seq)}`] : [])));
  const byRoom = seqsByRoom(log);
  return log.members
    .filter((m) => calm.includes(m.account))
    .flatMap(({ room, account, readable }) => (byRoom.get(room) ?? []).filter((seq) => mayRead(readable, seq) && !heard.has(`${account} ${placeOf(room, seq)}`)).map((seq) => `unheard: ${account} was not told of ${room} ${seq}`));
}

function unanswered(facts: readonly Fact[], calm: readonly string[]): string[] {
  const ids = (which: (f: Fact) => boolean) => new Set(facts.filter(which).map((f) => idOf(f as Of<'sent'>)));
  const settled = ids((f) => f.what === 'refused' || (f.what === 'acked' && f.by === 'ack'));
  const confirmed = ids((f) => f.what === 'refused' || (f.what === 'acked' && f.by !== 'join'));
  const found = ids((f) => f.what === 'acked' && f.by === 'join' && calm.includes(f.account));
  const asked = ids((f) => f.what === 'asked' && calm.includes(f.account));
  return [
    ...[...asked].filter((id) => !settled.has(id)).map((id) => `unanswered: ${id} has no ack`),
    ...[...found].filter((id) => !confirmed.has(id)).map((id) => `unconfirmed: ${id} was only found by reading`),
  ];
}

function outcasts(facts: readonly Fact[]): string[] {
  const removed = new Set<string>();
  return facts.flatMap((f) => {
    if (f.what === 'removed') removed.add(`${f.room} ${f.account}`);
    const told = f.what === 'outcast' ? f.by : f.what === 'refused' && f.code === 'NOT_FOUND' ? 'refusal' : undefined;
    return told && !removed.has(`${f.room} ${f.account}`) ? [`outcast: ${f.account} was told by ${told} not to be in ${f.room}`] : [];
  });
}

/** One's own may come once more, as the answer to sending it again. */
function repetitions(observed: readonly Of<'observed'>[], { inOrder }: Promised): string[] {
  const lines = new Map<string, { seqs: Set<number>; last: number }>();
  return observed.flatMap((f) => {
    if (f.by !== 'frame' || f.message.senderId === f.account) return [];
    const { account, room, line, message: { seq } } = f;
    const heard = lines.get(`${account} ${room} ${line}`) ?? { seqs: new Set(), last: 0 };
    lines.set(`${account} ${room} ${line}`, heard);
    const wrong = heard.seqs.has(seq) ? ['twice'] : inOrder && seq < heard.last ? ['disorder'] : [];
    heard.seqs.add(seq);
    heard.last = Math.max(heard.last, seq);
    return wrong.map((kind) => `${kind}: ${account} heard ${room} ${seq} on line ${line} after ${heard.last}`);
  });
}

function firstOf<F extends Of<'acked'> | Of<'refused'>>(facts: readonly F[]): Map<string, F> {
  const first = new Map<string, F>();
  for (const f of facts) if (!first.has(idOf(f))) first.set(idOf(f), f);
  return first;
}

function holes(log: StoredLog): string[] {
  const byRoom = seqsByRoom(log);
  return log.rooms.flatMap(({ room, lastSeq }) => {
    const seqs = byRoom.get(room) ?? [];
    const dense = seqs.length === lastSeq && seqs.every((seq, i) => seq === i + 1);
    return dense ? [] : [`hole: ${room} goes to ${lastSeq} and holds ${seqs.join(',').slice(0, 500)}`];
  });
}

function inventions(log: StoredLog, sent: ReadonlyMap<string, Of<'sent'>>): string[] {
  return log.messages.filter((m) => m.kind !== 'system' && sent.get(idOf(m))?.text !== m.text).map((m) => `invented: ${idOf(m)} at ${m.seq}`);
}

function foreignSights(observed: readonly Of<'observed'>[], log: StoredLog): string[] {
  const rows = new Map(log.messages.map((m) => [placeOf(m.room, m.seq), m]));
  const readable = new Map(log.members.map((m) => [`${m.room} ${m.account}`, m.readable]));
  return observed.flatMap(({ account, room, by, message }) => {
    const row = rows.get(placeOf(room, message.seq));
    const text = message.kind === 'text' ? message.body.text : null;
    const same = row && row.clientId === message.clientId && row.sender === message.senderId && row.kind === message.kind && row.text === text;
    return [
      ...(same ? [] : [`altered: ${account} saw ${JSON.stringify(message)} in ${room} by ${by}, stored is ${JSON.stringify(row)}`]),
      ...(mayRead(readable.get(`${room} ${account}`) ?? [], message.seq) ? [] : [`leaked: ${account} saw ${room} ${message.seq} by ${by}`]),
    ];
  });
}

/** A member's log is all they may read; that of somebody put out may end early, but never skips. */
function wrongViews(views: readonly Of<'view'>[], log: StoredLog): string[] {
  const members = new Map(log.members.map((m) => [`${m.room} ${m.account}`, m]));
  const byRoom = seqsByRoom(log);
  return views.flatMap(({ room, account, seqs }) => {
    const member = members.get(`${room} ${account}`);
    const readable = member ? (byRoom.get(room) ?? []).filter((seq) => mayRead(member.readable, seq)) : [];
    const expected = member?.present ? readable : readable.slice(0, seqs.length);
    return seqs.join() === expected.join() ? [] : [`view: ${account} shows of ${room} ${seqs.length} messages, may read ${readable.length}; first difference at ${expected.findIndex((seq, i) => seq !== seqs[i])}`];
  });
}

function seqsByRoom(log: StoredLog): Map<string, number[]> {
  const byRoom = new Map<string, number[]>();
  for (const { room, seq } of log.messages) {
    const seqs = byRoom.get(room);
    if (seqs) seqs.push(seq);
    else byRoom.set(room, [seq]);
  }
  return byRoom;
}

const mayRead = (readable: Readable, seq: number) => readable.some(([from, to]) => from <= seq && (to === null || seq <= to));
