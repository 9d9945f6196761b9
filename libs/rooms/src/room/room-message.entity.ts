import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Message } from '../contract/index.js';

/** One line of a room's log: numbered without holes. Never changed, but that its sender may take the words back. */
@Entity('room_message')
@Index('room_message_file', { synchronize: false }) // an expression index, which entities cannot describe
@Index('room_message_client', ['roomId', 'senderId', 'clientId'], { unique: true })
export class RoomMessage {
  /** No foreign key: whoever stores a line holds the room's row in the same statement, and asking again cost a quarter of it. */
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'room_message_pkey' })
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

  /** Only of lines withdrawn and sealed when logs still kept the hash of withdrawn words: their chain hangs on it. Never shown. */
  @Column('text', { name: 'body_sha256', nullable: true })
  bodySha256!: string | null;

  @Column('timestamptz')
  at!: Date;
}
