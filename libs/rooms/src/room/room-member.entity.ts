import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Room } from './room.entity.js';

/** Who may read and write a room now. A removed member reads nothing of it any more. */
@Entity('room_member')
@Index('room_member_account', ['accountId'])
export class RoomMember {
  @PrimaryColumn('uuid', { name: 'room_id', primaryKeyConstraintName: 'room_member_pkey' })
  @ForeignKey(() => Room, { name: 'room_member_room_fkey' })
  roomId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'room_member_pkey' })
  accountId!: string;

  /** What the member is to the case, for the line "who can read this". */
  @Column('text')
  relation!: string;

  @Column('timestamptz', { name: 'admitted_at' })
  admittedAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('bigint', { name: 'read_seq', default: 0 })
  readSeq!: string;

  /** Stretches of the log they may read: who was out does not read what was said meanwhile. */
  @Column('int8multirange', { default: () => "'{[1,)}'" })
  readable!: string;

  /** They were let in by mistake: who comes after them for the same side does not read what was said while they could. */
  @Column('boolean', { name: 'set_aside', default: false })
  setAside!: boolean;

  @Column('timestamptz', { name: 'muted_at', nullable: true })
  mutedAt!: Date | null;

  /** The newest message that reached one of their devices. */
  @Column('bigint', { name: 'delivered_seq', default: 0 })
  deliveredSeq!: string;
}
