import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** One hand-over of a case, to an officer or to an organisation. A case has at most one that nobody has taken. */
@Entity('case_hand_over')
@Index('case_hand_over_request', ['caseId', 'requestId'], { unique: true })
@Index('case_hand_over_open', ['caseId'], { unique: true, where: '"closed_at" is null' })
@Index('case_hand_over_organisation', ['organisationId'], { where: '"closed_at" is null' })
export class CaseHandOver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_hand_over_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_hand_over_case_fkey' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'handed_by' })
  handedBy!: string;

  /** The organisation that serves the case from now on. */
  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;

  /** The officer it was handed to, or who took it for the organisation. */
  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy!: string | null;

  /** When it was taken, or overtaken by another hand-over. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
