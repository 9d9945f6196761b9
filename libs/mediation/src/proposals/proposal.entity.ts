import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ProposalState, Side, Terms } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** An offer on the table. At most one is open in a session; each ends in exactly one state. */
@Entity('proposal')
@Index('proposal_open', ['sessionId'], { unique: true, where: `"state" = 'open'` })
@Index('proposal_request', ['sessionId', 'requestId'], { unique: true })
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_pkey' })
  id!: string;

  @Column('uuid', { name: 'session_id' })
  @ForeignKey(() => MediationSession, { name: 'proposal_session_fkey' })
  sessionId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('text', { name: 'by_side' })
  bySide!: Side;

  @Column('jsonb')
  terms!: Terms;

  @Column('text')
  state!: ProposalState;

  @Column('text', { name: 'accepted_sides', array: true })
  acceptedSides!: Side[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
