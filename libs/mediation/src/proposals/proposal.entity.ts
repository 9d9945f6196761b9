import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PartyKey, ProposalAudience, ProposalState, Side, Terms } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** An offer. At most one is open before each audience of a session; each ends in exactly one state. */
@Entity('proposal')
@Check('proposal_accepted_by_all', `state <> 'accepted' or terms -> 'binds' is null or to_jsonb(accepted_sides || coalesce(by_respondent_id::text, by_side)) @> ((terms -> 'binds') || '["claimant"]')`)
@Index('proposal_open', ['sessionId', 'audience'], { unique: true, where: `"state" = 'open'` })
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

  /** Of an offer of a respondent beside the employer: whose it is. */
  @Column('uuid', { name: 'by_respondent_id', nullable: true })
  byRespondentId!: string | null;

  /** Who sees it: everybody, or one party and the mediator until it is forwarded. */
  @Column('text')
  audience!: ProposalAudience;

  @Column('jsonb')
  terms!: Terms;

  @Column('text')
  state!: ProposalState;

  @Column('text', { name: 'accepted_sides', array: true })
  acceptedSides!: PartyKey[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
