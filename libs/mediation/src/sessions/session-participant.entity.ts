import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Place, Side } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';

@Entity('session_participant')
@Check('session_participant_rules', '(consented_at is null) = (rules_version is null)')
export class SessionParticipant {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_participant_pkey' })
  @ForeignKey(() => MediationSession, { name: 'session_participant_session_fkey' })
  sessionId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'session_participant_pkey' })
  accountId!: string;

  @Column('text')
  side!: Side;

  @Column('text')
  place!: Place;

  @Column('timestamptz', { name: 'consented_at', nullable: true })
  consentedAt!: Date | null;

  /** Which wording of the rules was agreed to. */
  @Column('text', { name: 'rules_version', nullable: true })
  rulesVersion!: string | null;

  /** When they first came into the waiting room. */
  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;
}
