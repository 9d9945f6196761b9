import { Injectable } from '@nestjs/common';
import { Clock, notFound, ReleasedFiles, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { RoomAccess } from '../room/room-access.js';
import { RoomMember } from '../room/room-member.entity.js';
import { RoomMessage } from '../room/room-message.entity.js';
import { Room } from '../room/room.entity.js';
import { Rooms } from '../room/rooms.js';
import { refuse } from '../rooms.refusals.js';

const WITHIN_MS = 2 * 60_000;

/**
 * Takes back one's own words: within two minutes, and not after somebody else quoted them. The place
 * in the log stays, nothing of the words or of the file is kept here, and a system line says so.
 */
@Injectable()
export class WithdrawMessage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: RoomAccess,
    private readonly rooms: Rooms,
    private readonly released: ReleasedFiles,
    private readonly clock: Clock,
  ) {}

  /** Doing it twice changes nothing more. @throws NOT_FOUND (not a member, not one's own), ROOM_WITHDRAW_LATE, ROOM_WITHDRAW_QUOTED, ROOM_WITHDRAW_SEALED */
  async execute(actor: Actor, roomId: string, seq: number): Promise<void> {
    await this.access.require(actor.accountId, roomId);
    await this.work.run(async (tx) => {
      await this.rooms.hold(tx, roomId); // a quote that is being stored waits, or is seen; so is a removal
      if (!(await tx.existsBy(RoomMember, { roomId, accountId: actor.accountId, removedAt: IsNull() }))) throw notFound();
      const message = await tx.findOneBy(RoomMessage, { roomId, seq: String(seq), senderId: actor.accountId });
      if (!message || message.kind === 'system') throw notFound();
      if (message.kind === 'withdrawn') return;
      if (this.clock.now().getTime() - message.at.getTime() > WITHIN_MS) throw refuse('ROOM_WITHDRAW_LATE');
      if (await tx.existsBy(Room, { id: roomId, sealedSeq: MoreThanOrEqual(String(seq)) })) throw refuse('ROOM_WITHDRAW_SEALED');
      const quoted = await tx
        .createQueryBuilder(RoomMessage, 'm')
        .where(`m.room_id = :roomId and m.seq > :seq and m.sender_id <> :self and (m.body ->> 'quote')::bigint = :seq`, { roomId, seq, self: actor.accountId })
        .getExists();
      if (quoted) throw refuse('ROOM_WITHDRAW_QUOTED');
      await tx.update(RoomMessage, { roomId, seq: String(seq) }, { kind: 'withdrawn', body: {} });
      if (message.kind === 'file') await this.forget(tx, roomId, (message.body as { fileId: string }).fileId);
      await this.rooms.say(tx, roomId, actor.accountId, 'message.withdrawn', { seq });
    });
  }

  /** A file goes with the last message that showed it, for its sender too, and its bytes soon after. */
  private async forget(tx: Tx, roomId: string, fileId: string): Promise<void> {
    const [gone] = await tx.query<[{ sha256: string }[], number]>(
      `delete from room_file f where f.id = $2 and f.room_id = $1
         and not exists (select from room_message x where x.kind = 'file' and x.body ->> 'fileId' = f.id::text and x.room_id = f.room_id)
       returning f.sha256`,
      [roomId, fileId],
    );
    for (const { sha256 } of gone) await this.released.release(tx, sha256);
  }
}
