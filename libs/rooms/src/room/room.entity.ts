import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RoomKind } from '../contract/index.js';

/** A place to talk. `lastSeq` is the number of the newest message; it is raised in the statement that stores messages. */
@Entity('room')
@Index('room_case', ['caseId'])
export class Room {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'room_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  kind!: RoomKind;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('bigint', { name: 'last_seq', default: 0 })
  lastSeq!: string;

  /** Raised by every removal, so that a message that waited for the room is judged by who is in it now. */
  @Column('int', { default: 0 })
  membership!: number;

  /** While set, only the mediator may write. */
  @Column('timestamptz', { name: 'locked_at', nullable: true })
  lockedAt!: Date | null;

  /** Up to where the log is sealed; null before. */
  @Column('bigint', { name: 'sealed_seq', nullable: true })
  sealedSeq!: string | null;

  /** The last hash of the sealed log's chain. */
  @Column('text', { name: 'sealed_head', nullable: true })
  sealedHead!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
