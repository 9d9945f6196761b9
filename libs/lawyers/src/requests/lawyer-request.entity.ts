import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type RequestStatus = 'open' | 'accepted' | 'declined' | 'conflict' | 'expired' | 'cancelled';

/** A worker asks a lawyer to take the case. One open or accepted request a case at a time. */
@Entity('lawyer_request')
@Index('lawyer_request_one', ['caseId'], { unique: true, where: `"status" in ('open', 'accepted')` })
@Index('lawyer_request_repeat', ['caseId', 'requestId'], { unique: true })
@Index('lawyer_request_lawyer', ['lawyerId', 'status'])
@Index('lawyer_request_expiry', ['expiresAt'], { where: `"status" = 'open'` })
export class LawyerRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lawyer_request_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'lawyer_id' })
  lawyerId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('text')
  status!: RequestStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'declared_at', nullable: true })
  declaredAt!: Date | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** When the case of an accepted request was over; it then no longer counts as load. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
