import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Place, Side } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';

@Entity('session_participant')
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
}
