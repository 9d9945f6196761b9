import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PartyKey } from '../contract/index.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** Who had not come when the grace was over; recorded once and never changed, whoever comes later. */
@Entity('session_no_show')
export class SessionNoShow {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_no_show_pkey' })
  @ForeignKey(() => MediationSession, { name: 'session_no_show_session_fkey' })
  sessionId!: string;

  @Column('text', { array: true })
  sides!: PartyKey[];

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
