import type { ContextDefinition } from '@hejie/platform';
import { RoomFile } from './files/room-file.entity.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateRooms1700000003000 } from './migrations/1700000003000-create-rooms.js';
import { SecondWall1700000003100 } from './migrations/1700000003100-second-wall.js';
import { SealRooms1700000003500 } from './migrations/1700000003500-seal-rooms.js';
import { RoomLife1700000003600 } from './migrations/1700000003600-room-life.js';
import { LighterLines1700000003800 } from './migrations/1700000003800-lighter-lines.js';
import { CatchUpPages1700000003900 } from './migrations/1700000003900-catch-up-pages.js';
import { ForgetWithdrawn1700000003950 } from './migrations/1700000003950-forget-withdrawn.js';
import { PagesBack1700000003970 } from './migrations/1700000003970-pages-back.js';
import { FilesByRoom1700000003980 } from './migrations/1700000003980-files-by-room.js';
import { HeardByAll1700000003990 } from './migrations/1700000003990-heard-by-all.js';
import { ClosedStretches1700000008277 } from './migrations/1700000008277-closed-stretches.js';
import { RoomMember } from './room/room-member.entity.js';
import { RoomMessage } from './room/room-message.entity.js';
import { Room } from './room/room.entity.js';
import { RoomsModule } from './rooms.module.js';
import { roomsPolicy } from './rooms.policy.js';
import { roomsRefusals } from './rooms.refusals.js';

export { Mentions } from './mentions/mentions.js';
export { RoomUnread } from './read-rooms/room-unread.js';
export { RoomReader } from './room/room-reader.js';
export { RoomAccess } from './room/room-access.js';
export { Rooms, type Member } from './room/rooms.js';
export { sha256, SealedLogs } from './sealed-log/sealed-logs.js';
export { RoomsModule } from './rooms.module.js';

export const rooms: ContextDefinition = {
  name: 'rooms',
  module: RoomsModule,
  entities: [Room, RoomMember, RoomMessage, RoomFile],
  hashTraces: ['room_message.body_sha256'],
  migrations: [CreateRooms1700000003000, SecondWall1700000003100, SealRooms1700000003500, RoomLife1700000003600, LighterLines1700000003800, CatchUpPages1700000003900, ForgetWithdrawn1700000003950, PagesBack1700000003970, FilesByRoom1700000003980, HeardByAll1700000003990, ClosedStretches1700000008277],
  policy: roomsPolicy,
  refusals: roomsRefusals,
  messages: { 'zh-CN': zhCN, en },
};
