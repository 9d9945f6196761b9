import type { CaseEvent } from '@hejie/law';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that happened to a case outside the platform and that the law counts from. Withdrawn, never deleted. */
@Entity('legal_event')
@Index('legal_event_request', ['caseId', 'requestId'], { unique: true })
export class LegalEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'legal_event_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  kind!: CaseEvent['kind'];

  @Column('date', { name: 'happened_on' })
  on!: string;

  @Column('text', { name: 'party' })
  by!: CaseEvent['by'];

  @Column('date', { name: 'lasts_until', nullable: true })
  until!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}
