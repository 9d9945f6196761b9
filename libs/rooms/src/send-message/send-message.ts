import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { AppendLog } from '../append-log/append-log.js';
import type { Message, Outgoing } from '../contract/index.js';
import { RoomFile } from '../files/room-file.entity.js';
import { refuse } from '../rooms.refusals.js';

/** Sends a message; the same for HTTP and sockets. */
@Injectable()
export class SendMessage {
  /** Sender -> the last message whose body is not there yet: what the sender says after it waits, so that the order stays. */
  private readonly preparing = new Map<string, Promise<unknown>>();

  constructor(
    private readonly appendLog: AppendLog,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Resolves after the commit. `delivered`: the room, and with it the sender, was told of it.
   * @throws NOT_FOUND (not a member), ROOM_MUTED, ROOM_LOCKED, ROOM_FILE_UNKNOWN, ROOM_UNAVAILABLE
   */
  async execute(actor: Actor, roomId: string, outgoing: Outgoing): Promise<{ message: Message; delivered: boolean }> {
    const body = outgoing.kind === 'text' && !this.preparing.has(actor.accountId) ? outgoing.body : await this.prepare(actor, roomId, outgoing);
    const message = { roomId, senderId: actor.accountId, clientId: outgoing.clientId, kind: outgoing.kind, body };
    const { seq, at, delivered } = await this.appendLog.append(message);
    const { roomId: _room, ...rest } = message;
    return { message: { ...rest, seq, at } as Message, delivered };
  }

  private prepare(actor: Actor, roomId: string, outgoing: Outgoing): Promise<Message['body']> {
    const before = this.preparing.get(actor.accountId)?.catch(() => undefined) ?? Promise.resolve();
    const body = before.then(() => (outgoing.kind === 'file' ? this.fileBody(actor, roomId, outgoing.body.fileId) : outgoing.body));
    this.preparing.set(actor.accountId, body);
    const done = () => this.preparing.get(actor.accountId) === body && this.preparing.delete(actor.accountId);
    body.then(done, done);
    return body;
  }

  /** Only a file one has brought into this very room can be sent in it. */
  private async fileBody(actor: Actor, roomId: string, fileId: string): Promise<Message['body']> {
    const file = await this.dataSource.getRepository(RoomFile).findOneBy({ id: fileId, roomId, uploadedBy: actor.accountId });
    if (!file) throw refuse('ROOM_FILE_UNKNOWN');
    return { fileId, name: file.name, mediaType: file.mediaType, bytes: file.bytes };
  }
}
