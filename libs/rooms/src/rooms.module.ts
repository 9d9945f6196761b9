import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { AppendLog } from './append-log/append-log.js';
import { LogConnection } from './append-log/log-connection.js';
import { CallSockets } from './calls/call-sockets.js';
import { IceServers } from './calls/ice-servers.js';
import { DeliveredMarks } from './delivered/delivered-marks.js';
import { RoomBell } from './delivery/room-bell.js';
import { RoomChannel } from './delivery/room-channel.js';
import { RoomDelivery } from './delivery/room-delivery.js';
import { RoomKeeper } from './delivery/room-keeper.js';
import { RoomSockets } from './delivery/room-sockets.js';
import { Mentions } from './mentions/mentions.js';
import { Presence } from './presence/presence.js';
import { RoomFileLimit } from './files/room-file-limit.js';
import { MarkRead } from './read-rooms/mark-read.js';
import { RoomList } from './read-rooms/room-list.js';
import { RoomUnread } from './read-rooms/room-unread.js';
import { RoomsController } from './read-rooms/rooms.controller.js';
import { RoomAccess } from './room/room-access.js';
import { RoomReader } from './room/room-reader.js';
import { Rooms } from './room/rooms.js';
import { SealedLogs } from './sealed-log/sealed-logs.js';
import { SendMessage } from './send-message/send-message.js';
import { TakeUpload } from './take-upload/take-upload.js';
import { TakeUploadController } from './take-upload/take-upload.controller.js';
import { WithdrawMessage } from './withdraw/withdraw-message.js';

@Module({
  imports: [CasesModule],
  controllers: [RoomsController, TakeUploadController],
  providers: [AppendLog, CallSockets, DeliveredMarks, IceServers, LogConnection, MarkRead, Mentions, Presence, RoomAccess, RoomBell, RoomChannel, RoomDelivery, RoomFileLimit, RoomKeeper, RoomList, RoomReader, RoomSockets, RoomUnread, Rooms, SealedLogs, SendMessage, TakeUpload, WithdrawMessage],
  exports: [Mentions, RoomAccess, RoomReader, RoomUnread, Rooms, SealedLogs],
})
export class RoomsModule {}
