import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ChangeCause } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** Who took a session over from whom, and why. */
@Entity('mediator_change')
@Index('mediator_change_request', ['sessionId', 'requestId'], { unique: true })
@Index('mediator_change_case', ['caseId'])
export class MediatorChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediator_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'session_id' })
  @ForeignKey(() => MediationSession, { name: 'mediator_change_session_fkey' })
  sessionId!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('uuid', { name: 'to_id' })
  toId!: string;

  /** A conflict keeps somebody from the case for good. */
  @Column('text')
  cause!: ChangeCause;

  @Column('text')
  note!: string;

  /** What the former mediator had disclosed; the new one discloses anew. */
  @Column('text', { name: 'former_disclosure', nullable: true })
  formerDisclosure!: string | null;

  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz')
  at!: Date;
}
