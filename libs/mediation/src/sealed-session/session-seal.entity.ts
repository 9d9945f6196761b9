import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SealedHeader } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** What the chains of a sealed session begin with, as it was at the end. */
@Entity('session_seal')
export class SessionSeal {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_seal_pkey' })
  @ForeignKey(() => MediationSession, { name: 'session_seal_session_fkey' })
  sessionId!: string;

  @Column('jsonb')
  header!: SealedHeader;
}
