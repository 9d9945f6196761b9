import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Room } from '../room/room.entity.js';

/** A file brought into a room; readable by the room's members. */
@Entity('room_file')
@Index('room_file_room', ['roomId'])
export class RoomFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'room_file_pkey' })
  id!: string;

  @Column('uuid', { name: 'room_id' })
  @ForeignKey(() => Room, { name: 'room_file_room_fkey' })
  roomId!: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;
}
