import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SessionOutcome } from '../contract/index.js';

/** One meeting of the parties with a mediator, with its joint room and two caucuses. */
@Entity('mediation_session')
@Index('mediation_session_request', ['caseId', 'requestId'], { unique: true })
@Index('mediation_session_case', ['caseId'])
@Index('mediation_session_ahead', ['startsAt'], { where: `status = 'scheduled'` })
@Index('mediation_session_mediator', ['mediatorId', 'startsAt'])
export class MediationSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediation_session_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @Column('text')
  mode!: 'online' | 'onsite';

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('int')
  minutes!: number;

  @Column('text')
  status!: 'scheduled' | 'open' | 'closed' | 'cancelled';

  @Column('text', { nullable: true })
  outcome!: SessionOutcome | null;

  @Column('text', { name: 'undisputed_facts', nullable: true })
  undisputedFacts!: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: string | null;

  /** What the mediator disclosed of kinship or interest, for the parties to object to. */
  @Column('text', { nullable: true })
  disclosure!: string | null;

  @Column('timestamptz', { name: 'disclosed_at', nullable: true })
  disclosedAt!: Date | null;

  @Column('uuid', { name: 'joint_room_id' })
  jointRoomId!: string;

  @Column('uuid', { name: 'claimant_room_id' })
  claimantRoomId!: string;

  @Column('uuid', { name: 'respondent_room_id' })
  respondentRoomId!: string;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
