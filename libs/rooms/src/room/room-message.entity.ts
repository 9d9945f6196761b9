import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Message } from '../contract/index.js';
import { Room } from './room.entity.js';

/** One line of a room's log: numbered without holes. Never changed, but that its sender may take the words back. */
@Entity('room_message')
@Check('room_message_withdrawn', `kind <> 'withdrawn' or body_sha256 is not null`)
@Index('room_message_file', { synchronize: false }) // an expression index, which entities cannot describe
@Index('room_message_client', ['roomId', 'senderId', 'clientId'], { unique: true })
export class RoomMessage {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'room_message_pkey' })
  @ForeignKey(() => Room, { name: 'room_message_room_fkey' })
  roomId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'room_message_pkey' })
  seq!: string;

  @Column('uuid', { name: 'sender_id' })
  senderId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: Message['kind'];

  @Column('jsonb')
  body!: Message['body'];

  /** Of a withdrawn message: the hash of what it said, for the sealed log. */
  @Column('text', { name: 'body_sha256', nullable: true })
  bodySha256!: string | null;

  @Column('timestamptz')
  at!: Date;
}
