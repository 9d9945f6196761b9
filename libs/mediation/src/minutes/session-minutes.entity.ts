import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StaffMeans } from '../agreements/staff-means.js';
import type { MinutesContent } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** One version of a session's minutes. Only a draft changes; the final one's PDF keeps its bytes. */
@Entity('session_minutes')
@Index('session_minutes_version', ['sessionId', 'version'], { unique: true })
export class SessionMinutes {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_minutes_pkey' })
  id!: string;

  @Column('uuid', { name: 'session_id' })
  @ForeignKey(() => MediationSession, { name: 'session_minutes_session_fkey' })
  sessionId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  status!: 'draft' | 'presented' | 'replaced' | 'final';

  @Column('jsonb')
  content!: MinutesContent;

  @Column('uuid', { name: 'drafted_by' })
  draftedBy!: string;

  @Column('timestamptz', { name: 'presented_at', nullable: true })
  presentedAt!: Date | null;

  /** How the mediator who put it before the parties had signed in; null from before it was written down. */
  @Column('text', { name: 'presented_means', nullable: true })
  presentedMeans!: StaffMeans | null;

  @Column('timestamptz', { name: 'final_at', nullable: true })
  finalAt!: Date | null;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('int', { nullable: true })
  bytes!: number | null;
}
