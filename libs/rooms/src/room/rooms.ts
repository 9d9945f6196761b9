import { Injectable } from '@nestjs/common';
import { Clock, newId, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { RoomKind } from '../contract/index.js';
import { ring } from '../delivery/rings.js';
import { RoomMember } from './room-member.entity.js';
import { RoomMessage } from './room-message.entity.js';
import { Room } from './room.entity.js';

export interface Member {
  readonly accountId: string;
  readonly relation: string;
}

/** Rooms for other contexts: opened, filled, emptied and spoken into inside their transactions. */
@Injectable()
export class Rooms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the room's id */
  async open(tx: Tx, room: { caseId: string; kind: RoomKind; sessionId?: string; members: readonly Member[] }): Promise<string> {
    const id = newId();
    await tx.insert(Room, { id, caseId: room.caseId, kind: room.kind, sessionId: room.sessionId ?? null, createdAt: this.clock.now() });
    for (const member of room.members) await this.admit(tx, id, member);
    return id;
  }

  /**
   * Lets somebody in; letting them in twice changes nothing. Who was out does not read what was said meanwhile, and who comes for the
   * first time not what was said while somebody sat there for their side by mistake (`setAside`).
   */
  async admit(tx: Tx, roomId: string, { accountId, relation }: Member): Promise<void> {
    await tx.query(
      `with room as (select last_seq from room where id = $1 for no key update)
       insert into room_member as m (room_id, account_id, relation, admitted_at, readable)
         select $1, $2, $3, $4, '{[1,)}' - coalesce((select range_agg(x.readable) from room_member x where x.room_id = $1 and x.relation = $3 and x.set_aside and x.account_id <> $2), '{}') from room
       on conflict (room_id, account_id) do update
         set removed_at = null, set_aside = false, relation = excluded.relation, readable = m.readable + int8multirange(int8range((select last_seq from room) + 1, null))
         where m.removed_at is not null`,
      [roomId, accountId, relation, this.clock.now()],
    );
  }

  /** Puts somebody out: nothing of theirs is stored after the commit, and their sockets on every process leave the room. */
  async remove(tx: Tx, roomId: string, accountId: string): Promise<void> {
    const member = await tx.existsBy(RoomMember, { roomId, accountId, removedAt: IsNull() });
    if (!member) return;
    // the room first, as the append log does; a raised `membership` tells a batch that waits for the room to look again
    await tx.query('update room set membership = membership + 1 where id = $1', [roomId]);
    await tx.query(
      `update room_member m set removed_at = $3, readable = m.readable * int8multirange(int8range(1, r.last_seq + 1)) from room r
       where r.id = $1 and m.room_id = $1 and m.account_id = $2 and m.removed_at is null`,
      [roomId, accountId, this.clock.now()],
    );
    await ring(tx, { removed: roomId, accountId });
  }

  /** Puts somebody out who never should have been in; also says so of one who is out by now. */
  async setAside(tx: Tx, roomId: string, accountId: string): Promise<void> {
    await this.remove(tx, roomId, accountId);
    await tx.update(RoomMember, { roomId, accountId }, { setAside: true });
  }

  /** Nothing is said in the room, and nobody comes or goes, until the transaction ends. */
  async hold(tx: Tx, roomId: string): Promise<void> {
    await tx.query('select 1 from room where id = $1 for no key update', [roomId]);
  }

  /** Writes a system line, attributed to who caused it; members see it at commit. */
  async say(tx: Tx, roomId: string, actorId: string, code: string, params: Record<string, unknown> = {}): Promise<void> {
    const room = await tx.findOneOrFail(Room, { where: { id: roomId }, lock: { mode: 'pessimistic_write' } });
    const seq = Number(room.lastSeq) + 1;
    await tx.update(Room, { id: roomId }, { lastSeq: String(seq) });
    await tx.insert(RoomMessage, {
      roomId,
      seq: String(seq),
      senderId: actorId,
      clientId: newId(),
      kind: 'system',
      body: { code, params } as object,
      at: this.clock.now(),
    });
    await ring(tx, { said: roomId, seq, membership: room.membership });
  }

  /** From now on only the mediator may write; members are told. A locked room stays as it is. */
  async lock(tx: Tx, roomId: string, actorId: string): Promise<void> {
    const { affected } = await tx.update(Room, { id: roomId, lockedAt: IsNull() }, { lockedAt: this.clock.now() });
    if (affected) await this.say(tx, roomId, actorId, 'room.locked');
  }

  async unlock(tx: Tx, roomId: string, actorId: string): Promise<void> {
    const { affected } = await tx.update(Room, { id: roomId, lockedAt: Not(IsNull()) }, { lockedAt: null });
    if (affected) await this.say(tx, roomId, actorId, 'room.unlocked');
  }

  /** From now on the member reads but does not write; members are told, by the name given. */
  async mute(tx: Tx, roomId: string, { accountId, name }: { accountId: string; name: string }, actorId: string): Promise<void> {
    // as with a removal: a message of theirs that waits for the room is judged anew
    await tx.query('update room set membership = membership + 1 where id = $1', [roomId]);
    const { affected } = await tx.update(RoomMember, { roomId, accountId, removedAt: IsNull(), mutedAt: IsNull() }, { mutedAt: this.clock.now() });
    if (affected) await this.say(tx, roomId, actorId, 'room.muted', { name });
  }

  async unmute(tx: Tx, roomId: string, { accountId, name }: { accountId: string; name: string }, actorId: string): Promise<void> {
    const { affected } = await tx.update(RoomMember, { roomId, accountId, mutedAt: Not(IsNull()) }, { mutedAt: null });
    if (affected) await this.say(tx, roomId, actorId, 'room.unmuted', { name });
  }

  /** Of these rooms, which are locked and who in them is muted. */
  async silenced(roomIds: readonly string[]): Promise<{ locked: Set<string>; muted: { roomId: string; accountId: string }[] }> {
    const locked = await this.dataSource.getRepository(Room).findBy({ id: In([...roomIds]), lockedAt: Not(IsNull()) });
    const muted = await this.dataSource.getRepository(RoomMember).findBy({ roomId: In([...roomIds]), mutedAt: Not(IsNull()) });
    return { locked: new Set(locked.map((r) => r.id)), muted: muted.map(({ roomId, accountId }) => ({ roomId, accountId })) };
  }

  /** Rooms of a case or of one of its sessions. */
  async of(caseId: string, sessionId?: string): Promise<{ id: string; kind: RoomKind }[]> {
    const rooms = await this.dataSource.getRepository(Room).find({ where: { caseId, ...(sessionId ? { sessionId } : {}) }, order: { createdAt: 'ASC' } });
    return rooms.map(({ id, kind }) => ({ id, kind }));
  }

  /** Who is in a room or ever was. */
  async everIn(roomId: string): Promise<Member[]> {
    const rows = await this.dataSource.getRepository(RoomMember).find({ where: { roomId }, order: { admittedAt: 'ASC' } });
    return rows.map(({ accountId, relation }) => ({ accountId, relation }));
  }

  /** Who is in a room now. */
  async members(roomId: string): Promise<Member[]> {
    const rows = await this.dataSource.getRepository(RoomMember).find({ where: { roomId, removedAt: IsNull() }, order: { admittedAt: 'ASC' } });
    return rows.map(({ accountId, relation }) => ({ accountId, relation }));
  }
}
