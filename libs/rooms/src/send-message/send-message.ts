import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { AppendLog, type Appended } from '../append-log/append-log.js';
import type { Message, Outgoing, TextBody } from '../contract/index.js';
import { RoomFile } from '../files/room-file.entity.js';
import { UnderWay } from '../limits/under-way.js';
import { RoomMember } from '../room/room-member.entity.js';
import { RoomMessage } from '../room/room-message.entity.js';
import { RoomReader } from '../room/room-reader.js';
import { refuse } from '../rooms.refusals.js';

/** Messages of one account under way: what one commit takes. Any honest window sends one after the other. */
const MOST_UNDER_WAY = 500;

/** Sends a message; the same for HTTP and sockets. */
@Injectable()
export class SendMessage {
  /** Sender -> the last message whose body is not there yet: what the sender says after it waits, so that the order stays. */
  private readonly preparing = new Map<string, Promise<unknown>>();
  private readonly underWay = new UnderWay(MOST_UNDER_WAY);

  constructor(
    private readonly appendLog: AppendLog,
    private readonly dataSource: DataSource,
    private readonly reader: RoomReader,
  ) {}

  /**
   * Resolves after the commit. `delivered`: the room, and with it the sender, was told of it.
   * @throws NOT_FOUND (not a member), ROOM_SEALED, ROOM_MUTED, ROOM_LOCKED, ROOM_FILE_UNKNOWN, ROOM_QUOTE_UNKNOWN, ROOM_MENTION_UNKNOWN, ROOM_UNAVAILABLE, TOO_MANY_REQUESTS
   */
  execute(actor: Actor, roomId: string, outgoing: Outgoing): Promise<Appended> {
    return this.underWay.one(actor.accountId, () => this.send(actor, roomId, outgoing));
  }

  private async send(actor: Actor, roomId: string, outgoing: Outgoing): Promise<Appended> {
    const body = isPlain(outgoing) && !this.preparing.has(actor.accountId) ? outgoing.body : await this.prepare(actor, roomId, outgoing);
    return this.appendLog.append({ roomId, senderId: actor.accountId, clientId: outgoing.clientId, kind: outgoing.kind, body });
  }

  private prepare(actor: Actor, roomId: string, outgoing: Outgoing): Promise<Message['body']> {
    const before = this.preparing.get(actor.accountId)?.catch(() => undefined) ?? Promise.resolve();
    const made = before.then(() => (outgoing.kind === 'file' ? this.fileBody(actor, roomId, outgoing.body.fileId) : this.textBody(actor, roomId, outgoing.body)));
    const body = made.catch((error: unknown) => this.asStored(actor, roomId, outgoing, error));
    this.preparing.set(actor.accountId, body);
    const done = () => this.preparing.get(actor.accountId) === body && this.preparing.delete(actor.accountId);
    body.then(done, done);
    return body;
  }

  /** What is in the log already could not be said so now (who it names has left, its file was taken back): the log answers with its place, whatever comes as its body. */
  private async asStored({ accountId: senderId }: Actor, roomId: string, { clientId, body }: Outgoing, refusal: unknown): Promise<Message['body']> {
    if (await this.dataSource.getRepository(RoomMessage).existsBy({ roomId, senderId, clientId })) return body as Message['body'];
    throw refusal;
  }

  /** One quotes what one can read and what still stands, and mentions who is here. A stranger does not learn who is: the log refuses them. */
  private async textBody(actor: Actor, roomId: string, body: TextBody): Promise<TextBody> {
    if (body.quote !== undefined) {
      const [quoted] = await this.reader.after(actor.accountId, roomId, body.quote - 1, 1);
      if (quoted?.seq !== body.quote || (quoted.kind !== 'text' && quoted.kind !== 'file')) throw refuse('ROOM_QUOTE_UNKNOWN');
    }
    if (body.mentions) {
      const members = await this.dataSource.getRepository(RoomMember).findBy({ roomId, accountId: In([actor.accountId, ...body.mentions]), removedAt: IsNull() });
      const here = new Set(members.map((m) => m.accountId));
      if (here.has(actor.accountId) && body.mentions.some((id) => !here.has(id))) throw refuse('ROOM_MENTION_UNKNOWN');
    }
    return body;
  }

  /** Only a file one has brought into this very room can be sent in it. */
  private async fileBody(actor: Actor, roomId: string, fileId: string): Promise<Message['body']> {
    const file = await this.dataSource.getRepository(RoomFile).findOneBy({ id: fileId, roomId, uploadedBy: actor.accountId });
    if (!file) throw refuse('ROOM_FILE_UNKNOWN');
    return { fileId, name: file.name, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 };
  }
}

/** Nothing to look up: the usual message goes straight to the log. */
function isPlain(outgoing: Outgoing): outgoing is Extract<Outgoing, { kind: 'text' }> {
  return outgoing.kind === 'text' && outgoing.body.quote === undefined && outgoing.body.mentions === undefined;
}
