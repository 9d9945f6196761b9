import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { AppendLog } from '../append-log/append-log.js';
import type { Message, Outgoing, Sent } from '../contract/index.js';
import { RoomFile } from '../files/room-file.entity.js';
import { refuse } from '../rooms.refusals.js';

/** Sends a message; the same for HTTP and sockets. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly appendLog: AppendLog,
    private readonly dataSource: DataSource,
  ) {}

  /** Resolves after the commit. @throws NOT_FOUND (not a member), ROOM_FILE_UNKNOWN, ROOM_UNAVAILABLE */
  async execute(actor: Actor, roomId: string, outgoing: Outgoing): Promise<Sent> {
    const body = outgoing.kind === 'file' ? await this.fileBody(actor, roomId, outgoing.body.fileId) : outgoing.body;
    return this.appendLog.append({ roomId, senderId: actor.accountId, clientId: outgoing.clientId, kind: outgoing.kind, body });
  }

  /** Only a file one has brought into this very room can be sent in it. */
  private async fileBody(actor: Actor, roomId: string, fileId: string): Promise<Message['body']> {
    const file = await this.dataSource.getRepository(RoomFile).findOneBy({ id: fileId, roomId, uploadedBy: actor.accountId });
    if (!file) throw refuse('ROOM_FILE_UNKNOWN');
    return { fileId, name: file.name, mediaType: file.mediaType, bytes: file.bytes };
  }
}
