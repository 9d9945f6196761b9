import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { Answers, Clock, FileStore, newId, notFound, Permit, receiveFile, sendFile, ShownFiles, Who, type Actor } from '@hejie/platform';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  foundMessagesSchema,
  historySchema,
  listRoomsSchema,
  markReadSchema,
  messagesSchema,
  outgoingSchema,
  readSchema,
  roomFileSchema,
  roomListSchema,
  roomSchema,
  searchRoomSchema,
  sentSchema,
  type History,
  type ListRooms,
  type MarkRead as MarkReadBody,
  type Outgoing,
  type SearchRoom,
} from '../contract/index.js';
import { RoomFileLimit } from '../files/room-file-limit.js';
import { RoomFile } from '../files/room-file.entity.js';
import { UnderWay } from '../limits/under-way.js';
import { RoomAccess } from '../room/room-access.js';
import { RoomReader } from '../room/room-reader.js';
import { refuse } from '../rooms.refusals.js';
import { SealedLogs } from '../sealed-log/sealed-logs.js';
import { SendMessage } from '../send-message/send-message.js';
import { WithdrawMessage } from '../withdraw/withdraw-message.js';
import { MarkRead } from './mark-read.js';
import { RoomList } from './room-list.js';

const noFields = z.strictObject({});
/** Searches of one account under way: each looks through a whole room. */
const SEARCHES_UNDER_WAY = 8;

@Controller('api/rooms')
export class RoomsController {
  private readonly searches = new UnderWay(SEARCHES_UNDER_WAY);

  constructor(
    private readonly list: RoomList,
    private readonly reader: RoomReader,
    private readonly access: RoomAccess,
    private readonly send: SendMessage,
    private readonly withdrawMessage: WithdrawMessage,
    private readonly markRead: MarkRead,
    private readonly sealed: SealedLogs,
    private readonly limit: RoomFileLimit,
    private readonly store: FileStore,
    private readonly shown: ShownFiles,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('rooms.room.read')
  @Answers(roomListSchema)
  async mine(@Who() actor: Actor, @Query({ schema: listRoomsSchema }) query: ListRooms) {
    return { items: await this.list.mine(actor.accountId, query) };
  }

  @Get(':id')
  @Permit('rooms.room.read')
  @Answers(roomSchema)
  one(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.list.one(actor.accountId, id);
  }

  @Get(':id/messages')
  @Permit('rooms.room.read')
  @Answers(messagesSchema)
  async messages(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: historySchema }) { after, before, at, limit }: History) {
    await this.access.require(actor.accountId, id);
    const { accountId } = actor;
    if (at !== undefined) after = (await this.reader.seqAt(accountId, id, new Date(at))) - 1;
    const [door, items] = await Promise.all([
      this.reader.door(accountId, id),
      after === undefined ? this.reader.before(accountId, id, before, limit) : this.reader.after(accountId, id, after, limit),
    ]);
    if (!door) throw notFound();
    return { items, ...door };
  }

  @Get(':id/search')
  @Permit('rooms.room.read')
  @Answers(foundMessagesSchema)
  async search(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: searchRoomSchema }) { q, limit }: SearchRoom) {
    await this.access.require(actor.accountId, id);
    return { items: await this.searches.one(actor.accountId, () => this.reader.search(actor.accountId, id, q, limit)) };
  }

  @Delete(':id/messages/:seq')
  @Permit('rooms.message.send')
  @Answers(z.null(), 204)
  async withdraw(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Param('seq', { schema: z.coerce.number().int().min(1) }) seq: number) {
    await this.withdrawMessage.execute(actor, id, seq);
    return null;
  }

  @Post(':id/messages')
  @Permit('rooms.message.send')
  @Answers(sentSchema, 201)
  async say(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: outgoingSchema }) body: Outgoing) {
    const { message } = await this.send.execute(actor, id, body);
    return { seq: message.seq, at: message.at };
  }

  @Put(':id/read')
  @Permit('rooms.room.read')
  @Answers(readSchema)
  async read(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: markReadSchema }) { seq }: MarkReadBody) {
    return { readSeq: await this.markRead.execute(actor.accountId, id, seq) };
  }

  @Post(':id/files')
  @Permit('rooms.message.send')
  @ApiConsumes('multipart/form-data')
  @Answers(roomFileSchema, 201)
  async bring(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) roomId: string, @Req() request: FastifyRequest) {
    await this.access.require(actor.accountId, roomId);
    if (await this.sealed.head(roomId)) throw refuse('ROOM_SEALED');
    await this.limit.check(actor.accountId, roomId);
    const { fields: _none, ...file } = await receiveFile(request, this.store, noFields);
    const id = newId();
    await this.dataSource.getRepository(RoomFile).insert({ id, roomId, uploadedBy: actor.accountId, uploadedAt: this.clock.now(), ...file });
    return { fileId: id, ...file };
  }

  @Get(':id/files/:fileId')
  @Permit('rooms.room.read')
  @Answers(z.any())
  async file(
    @Who() actor: Actor,
    @Param('id', { schema: z.uuid() }) roomId: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    await this.access.require(actor.accountId, roomId);
    const file = await this.reader.file(actor.accountId, roomId, fileId);
    if (!file) throw notFound();
    // whoever brought a photo need not tell the others where they live
    sendFile(reply, this.store, file.uploadedBy === actor.accountId ? file : await this.shown.of(file), range);
  }
}
