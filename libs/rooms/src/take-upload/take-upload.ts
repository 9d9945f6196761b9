import { Injectable } from '@nestjs/common';
import { Uploads } from '@hejie/cases';
import { Clock, notFound, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { RoomFileLimit } from '../files/room-file-limit.js';
import { RoomFile } from '../files/room-file.entity.js';
import { RoomAccess } from '../room/room-access.js';
import { Room } from '../room/room.entity.js';
import { refuse } from '../rooms.refusals.js';

/** Makes a resumable upload a file of a room: what is large goes on where the line broke. */
@Injectable()
export class TakeUpload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: RoomAccess,
    private readonly uploads: Uploads,
    private readonly limit: RoomFileLimit,
    private readonly clock: Clock,
  ) {}

  /** The upload's id becomes the file's, so that repeating answers the same. @throws NOT_FOUND, ROOM_SEALED, ROOM_FILES_FULL, UPLOAD_UNFINISHED, UNSUPPORTED_MEDIA_TYPE */
  async execute(actor: Actor, roomId: string, uploadId: string): Promise<RoomFile> {
    await this.access.require(actor.accountId, roomId);
    const taken = () => this.dataSource.getRepository(RoomFile).findOneBy({ id: uploadId, roomId, uploadedBy: actor.accountId });
    try {
      return (await taken()) ?? (await this.take(actor, roomId, uploadId));
    } catch (error) {
      const byTwin = await taken(); // the same request, sent twice, was faster
      if (byTwin) return byTwin;
      throw error;
    }
  }

  private async take(actor: Actor, roomId: string, uploadId: string): Promise<RoomFile> {
    const room = await this.dataSource.getRepository(Room).findOneBy({ id: roomId });
    if (!room) throw notFound();
    if (room.sealedHead) throw refuse('ROOM_SEALED');
    await this.limit.checkRoom(roomId);
    const file: RoomFile = { id: uploadId, roomId, uploadedBy: actor.accountId, uploadedAt: this.clock.now(), ...(await this.uploads.finished(actor, room.caseId, uploadId)) };
    await this.dataSource.getRepository(RoomFile).insert(file);
    await this.uploads.forget(uploadId);
    return file;
  }
}
