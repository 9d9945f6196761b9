import { Injectable } from '@nestjs/common';
import { notFound } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { RoomMember } from './room-member.entity.js';

/** The one place that says who may read a room: its members of this moment. */
@Injectable()
export class RoomAccess {
  constructor(private readonly dataSource: DataSource) {}

  async canRead(accountId: string, roomId: string): Promise<boolean> {
    return this.dataSource.getRepository(RoomMember).existsBy({ roomId, accountId, removedAt: IsNull() });
  }

  /** @throws NOT_FOUND, whether or not the room exists */
  async require(accountId: string, roomId: string): Promise<void> {
    if (!(await this.canRead(accountId, roomId))) throw notFound();
  }
}
